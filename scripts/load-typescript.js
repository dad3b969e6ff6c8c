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

/** @returns {typeof import('../aicc/client/retryPolicy')} */
function loadRetryPolicy() {
	understandTypeScript();
	return require('../aicc/client/retryPolicy');
}

module.exports = { loadRetryPolicy, loadSimulator, understandTypeScript };
