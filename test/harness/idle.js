/**
 * Whether the process has something to do. Plain JavaScript, as all that runs on Node.js alone; loaded
 * once a worker, see `jest.config.js`, so that what sockets begin is counted once.
 */

const { Socket } = require('node:net');
const { setImmediate: turn, setTimeout: sleep } = require('node:timers/promises');

/** Milliseconds between two looks at the process. */
const LOOK_INTERVAL = 1;

/** So many looks in a row must find the process idle. */
const IDLE_LOOKS = 2;

/** The event loop counts as idle when it has worked for a smaller share of the time. */
const IDLE_SHARE = 0.5;

/** What is under way outside of the event loop: connecting, writing, looking up, files. */
const UNDER_WAY = /Req|(Connect|Write|Shutdown)Wrap|Zlib/;

/** How a socket begins something, whoever uses it. */
const BEGINNINGS = ['connect', '_write', '_writev', '_final', '_destroy'];

/** How often sockets have begun something. */
let begun = 0;

for (const name of BEGINNINGS) {
	const begin = Reflect.get(Socket.prototype, name);
	Reflect.set(
		Socket.prototype,
		name,
		/**
		 * @this {Socket}
		 * @param {unknown[]} args
		 */
		function counted(...args) {
			begun++;
			return begin.apply(this, args);
		},
	);
}

/** What the process has done so far. */
function work() {
	return {
		utilization: performance.eventLoopUtilization(),
		inputs: performance.nodeTiming.uvMetricsInfo.events,
	};
}

/** What there is when the process is idle, and what changes when anything begins or comes in. */
function quiet() {
	const resources = process.getActiveResourcesInfo();
	return {
		begun,
		inputs: performance.nodeTiming.uvMetricsInfo.events,
		timers: resources.filter((resource) => resource === 'Timeout').length,
		isBusy: resources.some((resource) => UNDER_WAY.test(resource) || resource === 'Immediate'),
	};
}

/** @type {ReturnType<typeof quiet> | undefined} when the process was idle the last time */
let lastQuiet;

/**
 * Whether nothing has begun and nothing has come in since the process was idle. To see that takes no
 * waiting, and most waits end like that: the package looks four times a second whether a request that
 * waits is still wanted.
 */
async function isIdleStill() {
	await turn();
	const { begun: more, inputs, timers, isBusy } = quiet();
	return (
		lastQuiet !== undefined &&
		!isBusy &&
		more === lastQuiet.begun &&
		inputs === lastQuiet.inputs &&
		timers === lastQuiet.timers
	);
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
	if (await isIdleStill()) return;
	let idleLooks = 0;
	let last = work();
	while (idleLooks < IDLE_LOOKS) {
		await sleep(LOOK_INTERVAL);
		const current = work();
		idleLooks = wasIdle(last, current) ? idleLooks + 1 : 0;
		last = current;
	}
	lastQuiet = quiet();
}

module.exports = { untilIdle };
