/** What `npm run bench` measures of monitoring. */

const { fastest, LIST_MS, PLATFORM_LIMIT } = require('./bench-measure');
const { row } = require('./lib/figures');

/** @typedef {import('./bench-measure').Child} Child */
/** @typedef {import('./lib/figures').Row} Row */

/** Records of calls of one day, a hundred on a page. */
const RECORDS = 10_000;
const DIRECTIONS = 2;
/** The first page of each direction, and then ten at a time. */
const IDEAL_RECORDS_MS = LIST_MS * (1 + Math.ceil((RECORDS / 100 - DIRECTIONS) / PLATFORM_LIMIT));

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
	return [
		row(
			'10,000 call records of both directions at 100 ms a page, to the ideal',
			records / IDEAL_RECORDS_MS,
			1.3,
		),
		row('the same, to a bare loop that does so', records / bare, Infinity),
	];
}

module.exports = { monitoring };
