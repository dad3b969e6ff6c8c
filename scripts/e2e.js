/** `npm run test:e2e`: the packed node in a real n8n and in a real browser. */

const { packForFreshHomes } = require('./n8n/fresh');
const { installN8n } = require('./n8n/install');
const { runJest } = require('./test');

/**
 * Runs tests that start an n8n with the packed node in it.
 *
 * @param {string} folder below test/
 * @param {string[]} args for jest
 */
async function runPacked(folder, args) {
	// Here and not in a test: it takes minutes and says how far it is.
	await installN8n();
	await packForFreshHomes();
	return await runJest(folder, [`--config=test/${folder}/jest.config.js`, ...args]);
}

/** @param {string[]} args for jest */
async function run(args) {
	return await runPacked('e2e', args);
}

module.exports = { run, runPacked };
