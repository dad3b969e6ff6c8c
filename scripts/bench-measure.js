/** How `npm run bench` measures: what it has measured in processes of their own, and how often. */

const path = require('node:path');
const { startChild } = require('./lib/child');

/** @typedef {import('./bench-engine').Job} Job */
/** @typedef {{ milliseconds: number, peakMegabytes: number, items?: number, bytes?: number }} Figures */
/** @typedef {Awaited<ReturnType<typeof startChild>>} Child */

/** Requests in flight that the platform takes where it is to refuse more. */
const PLATFORM_LIMIT = 10;

/** Milliseconds that the platform takes for a look-up or another small thing, and for a page. */
const LOOKUP_MS = 20;
const LIST_MS = 100;

/** Each ratio is taken this often; the fastest of each side count. */
const ROUNDS = 3;

/** Starts the node on n8n's engine. */
async function startEngine() {
	return await startChild(path.join(__dirname, 'bench-engine.js'));
}

/** Starts the platform. */
async function startSimulator() {
	return await startChild(path.join(__dirname, 'bench-simulator.js'));
}

/**
 * @param {Child} engine
 * @param {Child} simulator
 * @param {Job['kind']} kind
 * @param {number} [count]
 * @returns {Promise<Figures>}
 */
async function measure(engine, simulator, kind, count = 1) {
	const figures = await engine.ask({ kind, count, platform: simulator.hello });
	if (figures.failure) throw new Error(`${kind}: ${figures.failure}`);
	return figures;
}

/**
 * The same in a process of its own.
 *
 * @param {Child} simulator
 * @param {Job['kind']} kind
 * @param {number} count
 */
async function measuredAnew(simulator, kind, count) {
	const engine = await startEngine();
	const figures = await measure(engine, simulator, kind, count);
	engine.stop();
	return figures;
}

/**
 * Measures some things in turn, several times.
 *
 * @param {Child} engine
 * @param {Child} simulator
 * @param {Array<[kind: Job['kind'], count: number]>} jobs
 * @param {number} [rounds]
 * @returns {Promise<number[]>} the least milliseconds of each
 */
async function fastest(engine, simulator, jobs, rounds = ROUNDS) {
	const least = jobs.map(() => Infinity);
	for (let round = 0; round < rounds; round++) {
		for (const [index, [kind, count]] of jobs.entries()) {
			const { milliseconds } = await measure(engine, simulator, kind, count);
			least[index] = Math.min(least[index] ?? Infinity, milliseconds);
		}
	}
	return least;
}

module.exports = {
	fastest,
	LIST_MS,
	LOOKUP_MS,
	measure,
	measuredAnew,
	PLATFORM_LIMIT,
	startEngine,
	startSimulator,
};
