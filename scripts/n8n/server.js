/** A running n8n. */

const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { freePort } = require('../lib/ports');
const { start } = require('../lib/processes');

const READY_TIMEOUT_MS = 180_000;
const READY_INTERVAL_MS = 250;

/**
 * @typedef {object} Server
 * @property {string} url where its editor and its interfaces are
 * @property {string} logFile
 * @property {Promise<number>} ended its exit code, when it ends
 * @property {() => Promise<void>} stop
 */

/**
 * Starts n8n and waits until it answers.
 *
 * @param {import('./install').Installation} installation
 * @param {{ userFolder: string, port?: number }} options
 * @returns {Promise<Server>}
 */
async function startN8n(installation, { userFolder, port }) {
	const n8nPort = await freePort(port);
	const logFile = path.join(userFolder, 'n8n.log');
	fs.mkdirSync(userFolder, { recursive: true });
	fs.rmSync(logFile, { force: true });
	const preload = path.join(__dirname, 'end-with-parent.js');
	const server = start(installation.node, ['--require', preload, installation.n8n, 'start'], {
		cwd: userFolder,
		env: environment(installation, userFolder, n8nPort, await freePort()),
		logFile,
		endsWithUs: true,
	});
	const url = `http://localhost:${n8nPort}`;
	let ended = false;
	void server.ended.then(() => (ended = true));
	const deadline = Date.now() + READY_TIMEOUT_MS;
	while (!(await isReady(url))) {
		if (ended || Date.now() > deadline) {
			await server.stop();
			const log = fs.readFileSync(logFile, 'utf8').slice(-3000);
			throw new Error(`n8n ${ended ? 'ended' : 'did not answer'} at its start:\n${log}`);
		}
		await sleep(READY_INTERVAL_MS);
	}
	return { url, logFile, ended: server.ended, stop: server.stop };
}

/**
 * Whether the data base is there and the interfaces are served.
 *
 * @param {string} url
 */
async function isReady(url) {
	try {
		const ready = await fetch(`${url}/healthz/readiness`);
		const settings = await fetch(`${url}/rest/settings`);
		return ready.ok && settings.ok && !!settings.headers.get('content-type')?.includes('json');
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
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,

		N8N_PORT: String(port),
		N8N_HOST: 'localhost',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		// Two n8n on one machine must not share the task broker's default port.
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		N8N_LOG_LEVEL: 'warn',
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
		N8N_DISABLED_MODULES: 'mcp-registry,instance-ai',
		N8N_AI_ENABLED: 'false',
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
	};
}

module.exports = { startN8n };
