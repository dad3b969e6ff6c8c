/** n8n in queue mode: a main process and its workers on a Redis and a PostgreSQL. */

const path = require('node:path');
const settings = require('../settings');
const { step } = require('../lib/progress');
const { startN8n, startWorker } = require('../n8n/server');
const { secretIn } = require('./own-server');
const { startServers } = require('./servers');

/**
 * @typedef {import('../n8n/server').Process} Worker
 *
 * @typedef {object} Cluster
 * @property {import('../n8n/server').Process} main has the editor and the webhooks, and polls
 * @property {Worker[]} workers run the executions
 * @property {string[]} servers one line for each server behind them
 * @property {() => Promise<void>} restartMain
 * @property {(name: string) => Promise<void>} addWorker
 * @property {() => Promise<void>} stop ends everything that was started
 */

/**
 * Starts everything. The node must be installed in the user folder, which all processes share.
 *
 * @param {import('../n8n/install').Installation} installation
 * @param {{ userFolder: string, port?: number, env?: Record<string, string> }} options
 * @returns {Promise<Cluster>}
 */
async function startCluster(installation, { userFolder, port, env: extra }) {
	const { workers: count, executionsPerWorker } = settings.queue;
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
	/** @param {string} name */
	const startAnotherWorker = (name) =>
		startWorker(installation, { userFolder, name, env, concurrency: executionsPerWorker });
	// The main process first: it brings the data base up to date.
	const main = await step(`Starting n8n ${installation.version}, the main process`, startMain);
	const names = Array.from({ length: count }, (_, index) => `worker-${index + 1}`);
	const workers = await step(`Starting ${count} workers`, () =>
		Promise.all(names.map(startAnotherWorker)),
	);
	/** @type {Cluster} */
	const cluster = {
		main,
		workers,
		servers: servers.descriptions,
		restartMain: async () => {
			await cluster.main.stop();
			cluster.main = await startMain();
		},
		addWorker: async (name) => {
			cluster.workers.push(await startAnotherWorker(name));
		},
		stop: async () => {
			await Promise.all([...cluster.workers, cluster.main].map((each) => each.stop()));
			await servers.stop();
		},
	};
	return cluster;
}

module.exports = { startCluster };
