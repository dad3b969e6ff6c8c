/** `npm run test:queue`: the packed node in an n8n in queue mode, with real servers behind it. */

const { installN8n } = require('./n8n/install');
const { packNodePackage } = require('./n8n/node-package');
const { step } = require('./lib/progress');
const { requireServers } = require('./queue/servers');
const { runJest } = require('./test');

/** @param {string[]} args for jest */
async function run(args) {
	requireServers();
	await installN8n();
	await step('Building and packing the node', packNodePackage);
	return await runJest('queue', ['--config=test/queue/jest.config.js', ...args]);
}

module.exports = { run };
