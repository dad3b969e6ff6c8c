/** A new n8n in queue mode with the packed node in it, for a test. */

const fs = require('node:fs');
const settings = require('../settings');
const { N8nApi } = require('../n8n/api');
const { makeFreshHome } = require('../n8n/fresh');
const { setUp } = require('../n8n/set-up');
const { startCluster } = require('./cluster');

/**
 * Starts main process, workers and servers, and sets them up for the simulator, as
 * `npm run start:queue` does.
 *
 * @param {string} name of the user folder
 * @param {import('../n8n/set-up').Simulator} simulator
 * @param {Omit<import('./cluster').ClusterOptions, 'userFolder'>} options
 */
async function startFreshCluster(name, simulator, options) {
	const { installation, userFolder } = await makeFreshHome(name);
	const cluster = await startCluster(installation, { ...options, userFolder });
	/** A session at the main process, as it runs now. */
	const signIn = async () => {
		const api = new N8nApi(cluster.main.url, installation);
		await api.signIn(settings.owner);
		return api;
	};
	const api = await signIn();
	const workflowIds = await setUp(api, simulator, userFolder);
	return { cluster, api, signIn, workflowIds };
}

/**
 * The executions that a worker has begun, and those that it has brought to their end, as its log
 * says. n8n must log with the level `info`.
 *
 * @param {import('./cluster').Process} worker
 * @returns {{ started: string[], unfinished: string[] }} execution ids
 */
function executionsOf({ logFile }) {
	const log = fs.readFileSync(logFile, 'utf8');
	/** @param {string} verb */
	const ids = (verb) =>
		[...log.matchAll(new RegExp(`Worker ${verb} execution (\\d+) `, 'g'))].map(
			([, id]) => id ?? '',
		);
	const started = ids('started');
	const finished = new Set(ids('finished'));
	return { started, unfinished: started.filter((id) => !finished.has(id)) };
}

/**
 * The lines in which a process complains of something.
 *
 * @param {import('./cluster').Process} process
 * @returns {string[]}
 */
function complaintsOf({ logFile }) {
	return fs.readFileSync(logFile, 'utf8').match(/^.*(problem|error|crashed|recover).*$/gim) ?? [];
}

module.exports = { complaintsOf, executionsOf, startFreshCluster };
