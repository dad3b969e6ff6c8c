/**
 * `npm run install:n8n`: installs ahead of time what the other commands install when they first need
 * it: every n8n and every engine that the tests run on; with `--current` only the n8n that everything
 * is made for.
 */

const { installEngine } = require('./n8n/engine');
const { installN8n } = require('./n8n/install');
const { engines, n8n, olderN8n } = require('./settings');

/** Installs the engines that come without an n8n of their own. */
async function installEngines() {
	for (const [version, engine] of Object.entries(engines)) {
		if (engine.folder !== olderN8n.folder) await installEngine(version, engine);
	}
}

/** @param {string[]} args */
async function run(args) {
	await installN8n(n8n);
	if (args.includes('--current')) return 0;
	await installN8n(olderN8n);
	await installEngines();
	return 0;
}

module.exports = { installEngines, run };
