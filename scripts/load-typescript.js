/** Makes `require` load the TypeScript parts of this project in this very process. */

/** @returns {typeof import('../simulator')} */
function loadSimulator() {
	// @ts-expect-error The compiler does not look into this package's list of exports.
	require('tsx/cjs');
	return require('../simulator');
}

module.exports = { loadSimulator };
