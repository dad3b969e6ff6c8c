/** `npm run test:queue`: the packed node in an n8n in queue mode, with real servers behind it. */

const { runPacked } = require('./e2e');
const { requireServers } = require('./queue/servers');

/** @param {string[]} args for jest */
async function run(args) {
	requireServers();
	return await runPacked('queue', args);
}

module.exports = { run };
