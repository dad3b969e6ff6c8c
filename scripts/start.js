/** `npm start`: the node in a real n8n, connected to the simulator, with the examples run once. */

const { step } = require('./lib/progress');
const { prepare, present } = require('./n8n/presentation');
const { startN8n } = require('./n8n/server');
const settings = require('./settings');

/** @param {string[]} args `--once` ends after the examples ran */
async function run(args) {
	const prepared = await prepare(settings.n8nHomeFolder);
	const { installation, home } = prepared;
	const server = await step(`Starting n8n ${installation.version}`, () =>
		startN8n(installation, { userFolder: home, port: settings.ports.n8n }),
	);
	return await present(prepared, server, { once: args.includes('--once') });
}

module.exports = { run };
