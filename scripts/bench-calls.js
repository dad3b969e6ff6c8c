/** What `npm run bench` measures of calls and voice notifications. */

const { fastest, LIST_MS, LOOKUP_MS, PLATFORM_LIMIT } = require('./bench-measure');
const { row } = require('./lib/figures');

/** @typedef {import('./bench-measure').Child} Child */
/** @typedef {import('./lib/figures').Row} Row */

/** Call detail records of 20 days, a hundred on a page, in three parts of at most seven days. */
const CALLS = 5_000;
const CALL_PARTS = 3;
/** The parts may each have a page that is not full. */
const CALL_PAGES = CALLS / 100 + CALL_PARTS - 1;
/** The first page of each part, and then ten at a time. */
const IDEAL_CALLS_MS = LIST_MS * (1 + Math.ceil((CALL_PAGES - CALL_PARTS) / PLATFORM_LIMIT));

const NOTIFICATIONS = 1_000;

/**
 * Call detail records come first: each voice notification becomes one.
 *
 * @param {Child} engine
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function calls(engine, simulator) {
	await simulator.ask({ delayMs: LIST_MS });
	const [details = NaN, bareDetails = NaN] = await fastest(engine, simulator, [
		['callDetails', CALLS],
		['bareCallDetails', CALLS],
	]);
	await simulator.ask({ delayMs: LOOKUP_MS });
	const [node = NaN, bare = NaN] = await fastest(engine, simulator, [
		['notifications', NOTIFICATIONS],
		['bareNotifications', NOTIFICATIONS],
	]);
	return [
		row(
			'5,000 call detail records over 20 days at 100 ms a page, to the ideal',
			details / IDEAL_CALLS_MS,
			1.3,
		),
		row('the same, to a bare loop that does so', details / bareDetails, Infinity),
		row('1,000 voice notifications at 20 ms, to a bare loop with ten in flight', node / bare, 1.1),
	];
}

module.exports = { calls };
