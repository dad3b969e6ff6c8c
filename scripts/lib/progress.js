/** Tells what is happening and how far it is, on a terminal and in a log file. */

/** On a terminal the line is renewed every second; in a log a new one is written now and then. */
const TERMINAL_INTERVAL_MS = 1_000;
const LOG_INTERVAL_MS = 15_000;

/**
 * Does something long and says so.
 *
 * @template T
 * @param {string} title what is being done
 * @param {() => Promise<T>} work
 * @param {() => string} [howFar] says in a few words how far it is
 * @returns {Promise<T>}
 */
async function step(title, work, howFar = () => '') {
	const started = Date.now();
	const terminal = process.stdout.isTTY && !process.env.CI;
	const line = () => {
		const far = howFar();
		return `${title} … ${seconds(started)} s${far ? `, ${far}` : ''}`;
	};
	const show = () => {
		process.stdout.write(terminal ? `\r\x1b[K${line()}` : `  ${line()}\n`);
	};
	process.stdout.write(terminal ? `${title} …` : `${title} …\n`);
	const timer = setInterval(show, terminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS);
	try {
		const result = await work();
		clearInterval(timer);
		process.stdout.write(`${terminal ? '\r\x1b[K' : ''}✓ ${title} (${seconds(started)} s)\n`);
		return result;
	} catch (error) {
		clearInterval(timer);
		process.stdout.write(`${terminal ? '\r\x1b[K' : ''}✗ ${title} (${seconds(started)} s)\n`);
		throw error;
	}
}

/** @param {number} started */
function seconds(started) {
	return Math.round((Date.now() - started) / 1000);
}

module.exports = { step };
