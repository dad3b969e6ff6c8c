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

/**
 * The description of the platform, and the checks that are made of it.
 *
 * @returns {typeof import('../simulator/core/description')
 *   & typeof import('../simulator/core/closedSchemas')
 *   & typeof import('../simulator/core/validation')}
 */
function loadDescription() {
	understandTypeScript();
	return {
		...require('../simulator/core/description'),
		...require('../simulator/core/closedSchemas'),
		...require('../simulator/core/validation'),
	};
}

/**
 * How the node proves who asks: tokens and signatures, and the clocks of servers.
 *
 * @returns {typeof import('../aicc/auth/authV2/clock')
 *   & typeof import('../aicc/auth/authV2/signing')
 *   & typeof import('../aicc/auth/bearer/bearer')
 *   & typeof import('../aicc/auth/bearer/tokenRequest')
 *   & typeof import('../aicc/auth/requestUrl')
 *   & typeof import('../aicc/base/callCentre')
 *   & typeof import('../aicc/base/json')
 *   & typeof import('../aicc/base/time')}
 */
function loadAuthentication() {
	understandTypeScript();
	return {
		...require('../aicc/auth/authV2/clock'),
		...require('../aicc/auth/authV2/signing'),
		...require('../aicc/auth/bearer/bearer'),
		...require('../aicc/auth/bearer/tokenRequest'),
		...require('../aicc/auth/requestUrl'),
		...require('../aicc/base/callCentre'),
		...require('../aicc/base/json'),
		...require('../aicc/base/time'),
	};
}

module.exports = {
	loadAuthentication,
	loadDescription,
	loadLimits,
	loadSimulator,
	understandTypeScript,
};
