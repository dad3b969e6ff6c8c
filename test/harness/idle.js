/** Whether the process has something to do. Plain JavaScript, as all that runs on Node.js alone. */

const { setTimeout: sleep } = require('node:timers/promises');

/** Milliseconds between two looks at the process. */
const LOOK_INTERVAL = 1;

/** So many looks in a row must find the process idle. */
const IDLE_LOOKS = 2;

/** The event loop counts as idle when it has worked for a smaller share of the time. */
const IDLE_SHARE = 0.5;

/** What is under way outside of the event loop: connecting, writing, looking up, files. */
const UNDER_WAY = /Req|(Connect|Write|Shutdown)Wrap|Zlib/;

/** What the process has done so far. */
function work() {
	return {
		utilization: performance.eventLoopUtilization(),
		inputs: performance.nodeTiming.uvMetricsInfo.events,
	};
}

/**
 * Whether nothing has come in, the event loop had little to do, and nothing is under way.
 *
 * @param {ReturnType<typeof work>} last
 * @param {ReturnType<typeof work>} current
 */
function wasIdle(last, current) {
	if (current.inputs !== last.inputs) return false;
	const { utilization } = performance.eventLoopUtilization(current.utilization, last.utilization);
	if (utilization >= IDLE_SHARE) return false;
	return !process.getActiveResourcesInfo().some((resource) => UNDER_WAY.test(resource));
}

/** Waits until the process has nothing to do but to wait. */
async function untilIdle() {
	let idleLooks = 0;
	let last = work();
	while (idleLooks < IDLE_LOOKS) {
		await sleep(LOOK_INTERVAL);
		const current = work();
		idleLooks = wasIdle(last, current) ? idleLooks + 1 : 0;
		last = current;
	}
}

module.exports = { untilIdle };
