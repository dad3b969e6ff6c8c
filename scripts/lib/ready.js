/** Waiting for a server that was started. */

const fs = require('node:fs');
const { setTimeout: sleep } = require('node:timers/promises');

const INTERVAL_MS = 150;
const LOG_TAIL = 3_000;

/**
 * Waits until a server answers. One that does not, or that ends, is stopped.
 *
 * @param {ReturnType<typeof import('./processes').start>} server
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.logFile
 * @param {number} options.timeoutMs
 * @param {() => Promise<boolean>} options.isReady
 * @throws with the end of its log
 */
async function waitUntilReady(server, { title, logFile, timeoutMs, isReady }) {
	let ended = false;
	void server.ended.then(() => (ended = true));
	const deadline = Date.now() + timeoutMs;
	while (!(await isReady())) {
		if (ended || Date.now() > deadline) {
			await server.stop();
			const log = fs.readFileSync(logFile, 'utf8').slice(-LOG_TAIL);
			const { exitCode, signalCode } = server.child;
			const what = ended ? `ended (${signalCode ?? exitCode})` : 'did not answer';
			throw new Error(`${title} ${what} at its start:\n${log}`);
		}
		await sleep(INTERVAL_MS);
	}
}

module.exports = { waitUntilReady };
