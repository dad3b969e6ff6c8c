/** Starting other programs, and making sure that none of them outlives this one. */

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { onEnd } = require('./cleanup');

/** How long a process may take to end when asked politely, unless told otherwise. */
const GRACE_MS = 15_000;
const isWindows = process.platform === 'win32';

/**
 * @typedef {object} StartOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [logFile] where its output goes; without it the output goes to this terminal
 * @property {number} [graceMs] how long it may take to end when asked politely
 * @property {NodeJS.Signals} [stopSignal] asks it politely, unless it is SIGTERM
 * @property {boolean} [endsWithUs] gives it a pipe as standard input, which closes when we die
 */

/**
 * Starts a program in a process group of its own, so that it can be ended with all its children.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {StartOptions} [options]
 */
function start(command, args, options = {}) {
	/** @type {number | 'inherit'} */
	let output = 'inherit';
	if (options.logFile) {
		fs.mkdirSync(path.dirname(options.logFile), { recursive: true });
		output = fs.openSync(options.logFile, 'a');
	}
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.env,
		stdio: [options.endsWithUs ? 'pipe' : 'ignore', output, output],
		detached: !isWindows,
	});
	if (typeof output === 'number') fs.closeSync(output);

	/** @type {Promise<number>} */
	const ended = new Promise((resolve) => {
		child.once('error', () => resolve(127));
		child.once('close', (code) => resolve(code ?? 1));
	});
	const { graceMs = GRACE_MS, stopSignal = 'SIGTERM' } = options;
	const stop = async () => {
		const running = () => child.exitCode === null && child.signalCode === null;
		if (child.pid === undefined) return;
		if (running()) {
			endGroup(child.pid, stopSignal);
			const timer = setTimeout(() => child.pid && endGroup(child.pid, 'SIGKILL'), graceMs);
			await ended;
			clearTimeout(timer);
		}
	};
	const forget = onEnd(stop);
	void ended.then(() => {
		// What it started itself ends with it.
		if (child.pid) endGroup(child.pid, 'SIGKILL');
		forget();
	});
	return { child, ended, stop };
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function endGroup(pid, signal) {
	try {
		process.kill(isWindows ? pid : -pid, signal);
	} catch {
		// Nobody of that group is left.
	}
}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {StartOptions} [options]
 * @returns {Promise<number>} its exit code
 */
function run(command, args, options) {
	return start(command, args, options).ended;
}

/**
 * Whether a process with this id lives.
 *
 * @param {number} pid
 */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

module.exports = { isAlive, run, start };
