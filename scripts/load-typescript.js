/** Makes `require` load the TypeScript parts of this project in this very process. */

function understandTypeScript() {
	// @ts-expect-error The compiler does not look into this package's list of exports.
	require('tsx/cjs');
}

/** @returns {typeof import('../simulator')} */
function loadSimulator() {
	understandTypeScript();
	return require('../simulator');
}

/**
 * What the node reckons with: how many requests it sends at once, for how long it remembers that, and
 * when it sends one again.
 *
 * @returns {typeof import('../aicc/base/remembered')
 *   & typeof import('../aicc/client/adaptiveLimit')
 *   & typeof import('../aicc/client/retryPolicy')
 *   & typeof import('../aicc/client/tries')}
 */
function loadLimits() {
	understandTypeScript();
	return {
		...require('../aicc/base/remembered'),
		...require('../aicc/client/adaptiveLimit'),
		...require('../aicc/client/retryPolicy'),
		...require('../aicc/client/tries'),
	};
}

module.exports = { loadLimits, loadSimulator, understandTypeScript };
