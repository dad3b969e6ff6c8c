/** A running n8n. */

const fs = require('node:fs');
const path = require('node:path');
const settings = require('../settings');
const { freePort } = require('../lib/ports');
const { start } = require('../lib/processes');
const { waitUntilReady } = require('../lib/ready');
const { shareLibrary } = require('./share-library');

const READY_TIMEOUT_MS = 180_000;

/**
 * @typedef {object} Server
 * @property {string} url where its editor and its interfaces are
 * @property {string} logFile
 * @property {Promise<number>} ended its exit code, when it ends
 * @property {() => Promise<void>} stop
 *
 * @typedef {Server & { pid: number, kill: () => void }} Process
 */

/**
 * @typedef {object} ServerOptions
 * @property {string} userFolder
 * @property {number} [port] taken when it is free
 * @property {Record<string, string>} [env] what is different from a plain n8n on SQLite
 */

/**
 * Starts n8n and waits until it answers.
 *
 * @param {import('./install').Installation} installation
 * @param {ServerOptions} options
 * @returns {Promise<Process>}
 */
async function startN8n(installation, options) {
	const n8nPort = await freePort(options.port);
	return await startProcess(installation, ['start'], {
		...options,
		name: 'n8n',
		port: n8nPort,
		isReady: areInterfacesReady,
	});
}

/**
 * Starts a worker of an n8n in queue mode and waits until it takes work.
 *
 * @param {import('./install').Installation} installation
 * @param {ServerOptions & { name: string, concurrency: number }} options
 * @returns {Promise<Process>}
 */
async function startWorker(installation, { env, concurrency, ...options }) {
	const port = await freePort();
	return await startProcess(installation, ['worker', `--concurrency=${concurrency}`], {
		...options,
		port,
		isReady: isDataBaseReady,
		env: {
			...env,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		},
	});
}

/**
 * Starts a process of an n8n in queue mode that takes the requests of published webhooks and hands
 * their executions over to the workers.
 *
 * @param {import('./install').Installation} installation
 * @param {ServerOptions & { name: string }} options
 * @returns {Promise<Process>}
 */
async function startWebhookProcess(installation, options) {
	return await startProcess(installation, ['webhook'], {
		...options,
		port: await freePort(options.port),
		isReady: isDataBaseReady,
	});
}

/**
 * @param {import('./install').Installation} installation
 * @param {string[]} command
 * @param {ServerOptions & { name: string, port: number,
 *   isReady: (url: string) => Promise<boolean> }} options
 * @returns {Promise<Process>}
 */
async function startProcess(installation, command, { name, userFolder, port, env, isReady }) {
	const logFile = path.join(userFolder, `${name}.log`);
	fs.mkdirSync(userFolder, { recursive: true });
	shareLibrary(installation, userFolder);
	fs.rmSync(logFile, { force: true });
	const preload = path.join(__dirname, 'end-with-parent.js');
	const server = start(installation.node, ['--require', preload, installation.n8n, ...command], {
		cwd: userFolder,
		env: {
			...environment(installation, userFolder, port, await freePort()),
			// One that starts takes for crashed what is begun and not ended in its log: it needs its own.
			N8N_EVENTBUS_LOGWRITER_LOGBASENAME: `n8nEventLog-${name}`,
			...env,
		},
		logFile,
		endsWithUs: true,
	});
	const url = `http://localhost:${port}`;
	await waitUntilReady(server, {
		title: name,
		logFile,
		timeoutMs: READY_TIMEOUT_MS,
		isReady: () => isReady(url),
	});
	const { child, ended, stop } = server;
	const kill = () => void child.kill('SIGKILL');
	return { url, logFile, pid: Number(child.pid), ended, stop, kill };
}

/**
 * Whether the data base is there and the interfaces are served.
 *
 * @param {string} url
 */
async function areInterfacesReady(url) {
	try {
		const settings = await fetch(`${url}/rest/settings`);
		const isJson = !!settings.headers.get('content-type')?.includes('json');
		return settings.ok && isJson && (await isDataBaseReady(url));
	} catch {
		return false;
	}
}

/** @param {string} url */
async function isDataBaseReady(url) {
	try {
		return (await fetch(`${url}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
}

/**
 * Keeps n8n inside its folder, on this machine only, and quiet.
 *
 * @param {import('./install').Installation} installation
 * @param {string} userFolder
 * @param {number} port
 * @param {number} brokerPort
 * @returns {NodeJS.ProcessEnv}
 */
function environment(installation, userFolder, port, brokerPort) {
	const temporaryFolder = path.join(userFolder, 'tmp');
	fs.mkdirSync(temporaryFolder, { recursive: true });
	return {
		PATH: path.dirname(installation.node) + path.delimiter + process.env.PATH,
		SystemRoot: process.env.SystemRoot,
		HOME: userFolder,
		USERPROFILE: userFolder,
		TMPDIR: temporaryFolder,
		TEMP: temporaryFolder,
		TMP: temporaryFolder,
		N8N_USER_FOLDER: userFolder,
		DB_TYPE: 'sqlite',
		// n8n answers 503 to everything when SQLite is not heard of for this long; 5 seconds by itself,
		// which a busy machine exceeds.
		DB_PING_TIMEOUT_MS: '60000',
		// What Node.js has compiled once: n8n begins in two thirds of the time from the second start on.
		NODE_COMPILE_CACHE: settings.compileCacheFolder,
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,

		N8N_PORT: String(port),
		N8N_HOST: 'localhost',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		// Two n8n on one machine must not share the task broker's default port.
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		// That a port is taken, which ends n8n, is no warning to it.
		N8N_LOG_LEVEL: 'info',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',

		// Nothing that calls home or asks questions.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_ONBOARDING_FLOW_DISABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_AI_ENABLED: 'false',
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
		...installation.env,
	};
}

module.exports = { startN8n, startWebhookProcess, startWorker };
