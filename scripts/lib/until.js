const { setTimeout: sleep } = require('node:timers/promises');

const INTERVAL_MS = 200;
const DEADLINE_MS = 60_000;

/**
 * Waits for something that another process brings about.
 *
 * @param {() => Promise<boolean>} condition
 */
async function until(condition) {
	const deadline = Date.now() + DEADLINE_MS;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error('It did not happen in time');
		await sleep(INTERVAL_MS);
	}
}

module.exports = { until };
