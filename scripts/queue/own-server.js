/** What is the same for every server that is started here: its programs, its user, its end. */

const crypto = require('node:crypto');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { start } = require('../lib/processes');
const { waitUntilReady } = require('../lib/ready');

const READY_TIMEOUT_MS = 60_000;

/**
 * Where a program is.
 *
 * @param {string} name
 * @param {string[]} [folders] looked through before those of PATH
 * @returns {string | undefined}
 */
function findProgram(name, folders = []) {
	const all = [...folders, ...(process.env.PATH ?? '').split(path.delimiter)];
	return all.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}

/** @param {string} title */
function missing(title) {
	return new Error(
		`${title} is not installed. On Debian and Ubuntu: apt-get install redis-server postgresql. ` +
			'Or name servers of your own with the variables of n8n: QUEUE_BULL_REDIS_HOST, ' +
			'QUEUE_BULL_REDIS_PORT, QUEUE_BULL_REDIS_PASSWORD, DB_POSTGRESDB_HOST, DB_POSTGRESDB_PORT, ' +
			'DB_POSTGRESDB_DATABASE, DB_POSTGRESDB_USER, DB_POSTGRESDB_PASSWORD.',
	);
}

/**
 * The command line that runs a program so that it ends when we are killed and can tell nobody, and,
 * if wanted, as another user who may still enter our folder.
 *
 * @param {string[]} command
 * @param {{ user?: string, deathSignal?: string }} [options]
 * @returns {[string, string[]]}
 */
function wrapped([program = '', ...args], { user, deathSignal } = {}) {
	const setpriv = findProgram('setpriv');
	if (!setpriv) {
		if (user) throw new Error('setpriv (package util-linux) is needed to start it from root');
		return [program, args];
	}
	const flags = deathSignal ? ['--pdeathsig', deathSignal] : [];
	if (user) {
		flags.push('--reuid', user, '--regid', user, '--init-groups');
		// The folder may lie in one that only root may enter.
		flags.push('--inh-caps', '+dac_override', '--ambient-caps', '+dac_override');
	}
	return flags.length > 0 ? [setpriv, [...flags, program, ...args]] : [program, args];
}

/**
 * A server that was started here.
 *
 * @typedef {object} OwnServer
 * @property {Record<string, string>} env what n8n must be told to use it
 * @property {() => Promise<void>} stop cuts its connections off and ends it cleanly
 * @property {() => Promise<void>} startAgain after it was stopped: with its data, at its port
 */

/**
 * Starts a server and waits until it answers.
 *
 * @param {object} server
 * @param {string} server.title
 * @param {string[]} server.command
 * @param {string} server.logFile
 * @param {string} [server.user]
 * @param {NodeJS.Signals} server.stopSignal makes it end cleanly without waiting for its clients
 * @param {() => Promise<boolean>} server.isReady
 * @param {Record<string, string>} server.env
 * @returns {Promise<OwnServer>}
 */
async function startServer({ title, command, logFile, user, stopSignal, isReady, env }) {
	const [program, args] = wrapped(command, { user, deathSignal: stopSignal });
	fs.rmSync(logFile, { force: true });
	const startOnce = async () => {
		const server = start(program, args, { logFile, stopSignal });
		await waitUntilReady(server, { title, logFile, timeoutMs: READY_TIMEOUT_MS, isReady });
		return server;
	};
	let server = await startOnce();
	return {
		env,
		stop: () => server.stop(),
		startAgain: async () => {
			server = await startOnce();
		},
	};
}

/**
 * Runs a program of a server to its end.
 *
 * @param {string[]} command
 * @param {{ user?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {{ succeeded: boolean, output: string }}
 */
function runProgram(command, { user, env } = {}) {
	const [program, args] = wrapped(command, { user });
	const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
	return { succeeded: status === 0, output: `${stdout}${stderr}` };
}

/**
 * A secret of this folder, made at the first time.
 *
 * @param {string} file
 * @returns {string}
 */
function secretIn(file) {
	if (!fs.existsSync(file)) {
		fs.writeFileSync(file, crypto.randomBytes(24).toString('hex'), { mode: 0o600 });
	}
	return fs.readFileSync(file, 'utf8');
}

module.exports = { findProgram, missing, runProgram, secretIn, startServer };
