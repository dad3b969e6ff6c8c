const { setTimeout: sleep } = require('node:timers/promises');

const INTERVAL_MS = 100;
const DEADLINE_MS = 60_000;

/**
 * Waits for something that another process brings about.
 *
 * @param {string} what is waited for, for the error when it does not come
 * @param {() => boolean | Promise<boolean>} isSo
 * @param {number} [deadlineMs]
 */
async function until(what, isSo, deadlineMs = DEADLINE_MS) {
	// Tests move the time of day on.
	const deadline = performance.now() + deadlineMs;
	while (!(await isSo())) {
		if (performance.now() > deadline) throw new Error(`It never came that ${what}`);
		await sleep(INTERVAL_MS);
	}
}

module.exports = { until };
