/** Installs the engine of a version of n8n alone. */

const { installPinned, pinnedVersion } = require('./pinned');

/**
 * Installs n8n-core and n8n-workflow unless they are there already.
 *
 * @param {string} version of n8n
 * @param {import('./pinned').Pinned} engine
 */
async function installEngine(version, engine) {
	const core = pinnedVersion(engine, 'n8n-core');
	await installPinned(engine, `Installing n8n-core ${core} of n8n ${version} (340 MB, once)`);
}

module.exports = { installEngine };
