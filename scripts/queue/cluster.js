/** n8n in queue mode: a main process and others that share its work, on a Redis and a PostgreSQL. */

const path = require('node:path');
const settings = require('../settings');
const { step } = require('../lib/progress');
const { startN8n, startWebhookProcess, startWorker } = require('../n8n/server');
const { secretIn } = require('./own-server');
const { startServers } = require('./servers');

/**
 * @typedef {import('../n8n/server').Process} Process
 * @typedef {import('./own-server').OwnServer} OwnServer
 *
 * @typedef {object} ClusterOptions
 * @property {string} userFolder which all processes share; the node must be installed there
 * @property {number} [port] of the main process, taken when it is free
 * @property {Record<string, string>} [env] what is different from a plain n8n, for all processes
 * @property {number} [workers] how many are started
 * @property {number} [executionsPerWorker] how many each takes at once
 * @property {number} [webhookProcesses] how many are started; without any, the main process takes
 *   the requests of webhooks
 *
 * @typedef {object} Cluster
 * @property {Process} main has the editor and the webhooks, and polls
 * @property {Process[]} workers run the executions; those that have ended too
 * @property {Process[]} webhookProcesses take the requests of webhooks; those that have ended too
 * @property {OwnServer} [redis] when it was started here
 * @property {OwnServer} [postgres] when it was started here
 * @property {string[]} servers one line for each server behind them
 * @property {() => Promise<void>} restartMain
 * @property {() => Promise<Process>} addWorker
 * @property {() => Promise<Process>} addWebhookProcess
 * @property {() => Promise<void>} stop ends everything that was started
 */

/**
 * Starts everything.
 *
 * @param {import('../n8n/install').Installation} installation
 * @param {ClusterOptions} options
 * @returns {Promise<Cluster>}
 */
async function startCluster(
	installation,
	{
		userFolder,
		port,
		env: extra,
		workers: workerCount = settings.queue.workers,
		executionsPerWorker: concurrency = settings.queue.executionsPerWorker,
		webhookProcesses: webhookProcessCount = 0,
	},
) {
	const servers = await startServers(userFolder);
	const env = {
		EXECUTIONS_MODE: 'queue',
		// What the editor's button starts runs on a worker too.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_ENCRYPTION_KEY: secretIn(path.join(userFolder, 'encryption-key')),
		...servers.env,
		...extra,
	};
	const startMain = () => startN8n(installation, { userFolder, port, env });
	// The main process first: it brings the data base up to date.
	const main = await step(`Starting n8n ${installation.version}, the main process`, startMain);
	const workers = group('worker', (name) =>
		startWorker(installation, { userFolder, name, env, concurrency }),
	);
	const webhookProcesses = group('webhook', (name) =>
		startWebhookProcess(installation, { userFolder, name, env }),
	);
	const counts = `${workerCount} workers, ${webhookProcessCount} webhook processes`;
	await step(`Starting ${counts}`, () =>
		Promise.all([
			...Array.from({ length: workerCount }, workers.add),
			...Array.from({ length: webhookProcessCount }, webhookProcesses.add),
		]),
	);
	/** @type {Cluster} */
	const cluster = {
		main,
		workers: workers.processes,
		webhookProcesses: webhookProcesses.processes,
		redis: servers.redis,
		postgres: servers.postgres,
		servers: servers.descriptions,
		restartMain: async () => {
			await cluster.main.stop();
			cluster.main = await startMain();
		},
		addWorker: workers.add,
		addWebhookProcess: webhookProcesses.add,
		stop: async () => {
			const all = [...cluster.workers, ...cluster.webhookProcesses, cluster.main];
			await Promise.all(all.map((each) => each.stop()));
			await servers.stop();
		},
	};
	return cluster;
}

/**
 * Processes of one kind, with a name for each that none before it had.
 *
 * @param {string} kind
 * @param {(name: string) => Promise<Process>} start
 */
function group(kind, start) {
	/** @type {Process[]} */
	const processes = [];
	let started = 0;
	const add = async () => {
		const added = await start(`${kind}-${++started}`);
		processes.push(added);
		return added;
	};
	return { processes, add };
}

module.exports = { startCluster };
