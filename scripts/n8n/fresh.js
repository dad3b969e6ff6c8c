/** A new n8n with the packed node in it, for a test. */

const fs = require('node:fs');
const path = require('node:path');
const settings = require('../settings');
const { N8nApi } = require('./api');
const { installN8n } = require('./install');
const { step } = require('../lib/progress');
const { installNodePackage, packNodePackage } = require('./node-package');
const { startN8n } = require('./server');
const { setUp } = require('./set-up');

/** The user folder with the packed node, of which every new one is a copy. */
const packedHome = path.join(settings.packageFolder, 'home');

/** Packs the node and installs it as n8n does: once, before any test asks for a new user folder. */
async function packForFreshHomes() {
	const tarball = await step('Building and packing the node', packNodePackage);
	await step('Installing the node', () => installNodePackage(tarball, packedHome));
}

/**
 * A new user folder with the packed node in it, and the n8n to run there.
 *
 * @param {string} name
 * @param {import('../settings').N8nVersion} [wanted] of n8n
 */
async function makeFreshHome(name, wanted) {
	const userFolder = path.join(settings.testHomesFolder, name);
	fs.rmSync(userFolder, { recursive: true, force: true });
	fs.cpSync(packedHome, userFolder, { recursive: true });
	const installation = await installN8n(wanted);
	return { installation, userFolder };
}

/**
 * Starts an n8n that knows nothing yet and sets it up for the simulator, as `npm start` does.
 *
 * @param {string} name of its user folder
 * @param {import('./set-up').Simulator} simulator
 * @param {Record<string, string>} [env] what is different from a plain n8n
 */
async function startFreshN8n(name, simulator, env) {
	const { installation, userFolder } = await makeFreshHome(name);
	const start = async () => {
		const server = await startN8n(installation, { userFolder, env });
		return { server, api: new N8nApi(server.url, installation) };
	};
	let { server, api } = await start();
	const workflowIds = await setUp(api, simulator, userFolder);
	const startAgain = async () => {
		({ server, api } = await start());
		await api.signIn(settings.owner);
		Object.assign(n8n, { url: server.url, pid: server.pid, api });
	};
	const n8n = {
		url: server.url,
		pid: server.pid,
		api,
		workflowIds,
		stop: async () => await server.stop(),
		/** Ends it as a crash does. */
		kill: () => server.kill(),
		/** Ends it and starts it again, on what it has saved. */
		restart: async () => {
			await server.stop();
			await startAgain();
		},
		/**
		 * Kills it, so that it can save nothing more, and starts it again.
		 *
		 * @param {() => void} [whileDown] what happens between
		 */
		restartAfterKill: async (whileDown = () => {}) => {
			server.kill();
			await server.ended;
			whileDown();
			await startAgain();
		},
	};
	return n8n;
}

module.exports = { makeFreshHome, packForFreshHomes, startFreshN8n };
