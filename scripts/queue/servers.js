/**
 * The two servers that n8n's queue mode needs: those that n8n's own environment variables name, else
 * ones of our own on loopback, with their data in the user folder.
 */

const net = require('node:net');
const { findPostgres, startPostgres } = require('./postgres');
const { findRedis, startRedis } = require('./redis');
const { step } = require('../lib/progress');

const REACH_TIMEOUT_MS = 5_000;

/** What n8n reads about both servers and the queue is handed on to it as it is. */
const HANDED_ON = /^(QUEUE_|DB_|N8N_ENCRYPTION_KEY)/;

/**
 * @typedef {object} Servers
 * @property {Record<string, string>} env what n8n must be told to use them
 * @property {string[]} descriptions one line for each
 * @property {OwnServer} [redis] when it was started here
 * @property {OwnServer} [postgres] when it was started here
 * @property {() => Promise<void>} stop ends those that were started here
 *
 * @typedef {import('./own-server').OwnServer} OwnServer
 * @typedef {{ description: string, own?: OwnServer }} FoundServer
 */

/**
 * Fails unless both servers can be used: before anything else is done that takes long.
 *
 * @throws with what to install
 */
function requireServers() {
	const { QUEUE_BULL_REDIS_HOST, QUEUE_BULL_REDIS_CLUSTER_NODES, DB_POSTGRESDB_HOST } = process.env;
	if (!QUEUE_BULL_REDIS_HOST && !QUEUE_BULL_REDIS_CLUSTER_NODES) findRedis();
	if (!DB_POSTGRESDB_HOST) findPostgres();
}

/**
 * Finds or starts both servers.
 *
 * @param {string} userFolder
 * @returns {Promise<Servers>}
 */
async function startServers(userFolder) {
	/** @type {Record<string, string>} */
	const given = {};
	for (const [name, value] of Object.entries(process.env)) {
		if (value && HANDED_ON.test(name)) given[name] = value;
	}
	/** @type {FoundServer} */
	const redis = given.QUEUE_BULL_REDIS_CLUSTER_NODES
		? { description: `your cluster, ${given.QUEUE_BULL_REDIS_CLUSTER_NODES}` }
		: await findOrStart({
				title: 'Redis',
				variable: 'QUEUE_BULL_REDIS_HOST',
				port: Number(given.QUEUE_BULL_REDIS_PORT ?? 6379),
				start: () => startRedis(userFolder),
			});
	const postgres = await findOrStart({
		title: 'PostgreSQL',
		variable: 'DB_POSTGRESDB_HOST',
		port: Number(given.DB_POSTGRESDB_PORT ?? 5432),
		start: () => startPostgres(userFolder),
	});
	return {
		env: {
			// n8n's own: how soon it finds a PostgreSQL that has begun again.
			DB_PING_TIMEOUT_MS: '5000',
			...given,
			...redis.own?.env,
			...postgres.own?.env,
			DB_TYPE: 'postgresdb',
		},
		descriptions: [`Redis: ${redis.description}`, `PostgreSQL: ${postgres.description}`],
		redis: redis.own,
		postgres: postgres.own,
		stop: async () => {
			await Promise.all([redis.own?.stop(), postgres.own?.stop()]);
		},
	};
}

/**
 * @param {{ title: string, variable: string, port: number,
 *   start: () => Promise<OwnServer> }} server
 * @returns {Promise<FoundServer>}
 */
async function findOrStart({ title, variable, port, start }) {
	const host = process.env[variable];
	if (!host) {
		const own = await step(`Starting ${title}`, start);
		const ownPort = own.env[variable.replace('_HOST', '_PORT')];
		return { own, description: `started here, 127.0.0.1:${ownPort}` };
	}
	if (!(await canReach(host, port))) {
		throw new Error(
			`${title} at ${host}:${port} cannot be reached. Check ${variable} and ` +
				`${variable.replace('_HOST', '_PORT')}; without them ${title} is started here.`,
		);
	}
	return { description: `yours, ${host}:${port}` };
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function canReach(host, port) {
	return new Promise((resolve) => {
		const socket = net.connect({ host, port, timeout: REACH_TIMEOUT_MS });
		/** @param {boolean} result */
		const end = (result) => {
			socket.destroy();
			resolve(result);
		};
		socket.once('connect', () => end(true));
		socket.once('timeout', () => end(false));
		socket.once('error', () => end(false));
	});
}

module.exports = { requireServers, startServers };
