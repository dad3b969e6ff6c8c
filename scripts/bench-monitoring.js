/** What `npm run bench` measures of monitoring. */

const { fastest, LIST_MS, measure, PLATFORM_LIMIT } = require('./bench-measure');
const { row } = require('./lib/figures');

/** @typedef {import('./bench-measure').Child} Child */
/** @typedef {import('./lib/figures').Row} Row */

/** Records of calls of one day, a hundred on a page. */
const RECORDS = 10_000;
const DIRECTIONS = 2;
/** The first page of each direction, and then ten at a time. */
const IDEAL_RECORDS_MS = LIST_MS * (1 + Math.ceil((RECORDS / 100 - DIRECTIONS) / PLATFORM_LIMIT));

/** Agents whose state is asked for, and skill queues that are watched. */
const AGENTS = 1_000;
const SKILLS = 200;

/** Bytes of the trigger's state for each thing that it watches, at most. */
const MAX_BYTES = 60;

/**
 * Does something once, and counts the requests of it.
 *
 * @param {Child} engine
 * @param {Child} simulator
 * @param {import('./bench-engine').Job['kind']} kind
 * @param {number} count
 */
async function counted(engine, simulator, kind, count) {
	const before = (await simulator.ask({})).requests;
	const { bytes = NaN } = await measure(engine, simulator, kind, count);
	return { requests: (await simulator.ask({})).requests - before, bytes };
}

/**
 * @param {Child} engine
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function monitoring(engine, simulator) {
	await simulator.ask({ delayMs: LIST_MS });
	const [records = NaN, bare = NaN] = await fastest(engine, simulator, [
		['callRecords', RECORDS],
		['bareCallRecords', RECORDS],
	]);
	const agents = await counted(engine, simulator, 'agentStatus', AGENTS);
	const skills = await counted(engine, simulator, 'indicatorPoll', SKILLS);
	const calls = await counted(engine, simulator, 'callPoll', RECORDS);
	return [
		row(
			'10,000 call records of both directions at 100 ms a page, to the ideal',
			records / IDEAL_RECORDS_MS,
			1.3,
		),
		row('the same, to a bare loop that does so', records / bare, Infinity),
		row('the state of 1,000 agents: requests', agents.requests, 1),
		row("a poll of 200 skills' indicators: requests", skills.requests, 2),
		row("the trigger's state for each of 200 skills", skills.bytes, MAX_BYTES, ' bytes'),
		row("the trigger's state for each of 10,000 calls", calls.bytes, MAX_BYTES, ' bytes'),
	];
}

module.exports = { monitoring };
