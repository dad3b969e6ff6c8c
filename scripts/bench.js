/**
 * `npm run bench`: what the node costs, as ratios to the least that would do inside the same run,
 * so that the speed of the machine drops out. The simulator has a process of its own, as the
 * platform has. Prints the figures of docs/performance.md.
 */

const { calls } = require('./bench-calls');
const { files } = require('./bench-files');
const {
	fastest,
	LIST_MS,
	LOOKUP_MS,
	measuredAnew,
	PLATFORM_LIMIT,
	startEngine,
	startSimulator,
} = require('./bench-measure');
const { monitoring } = require('./bench-monitoring');
const { packageFigures } = require('./bench-package');
const { recordings } = require('./bench-recordings');
const { figuresTable, row } = require('./lib/figures');
const { npm } = require('./lib/npm');
const { step } = require('./lib/progress');
const { projectFolder } = require('./settings');

/** @typedef {import('./bench-engine').Job} Job */

const LOOKUPS = 1_000;
const FEW_ITEMS = 500;
const MORE_ITEMS = 4_000;
const MANY_ITEMS = 10_000;
const BUSY_MS = 200;
/** How many a busy platform takes at once, and how many look-ups it is asked for. */
const BUSY = [
	{ taken: 10, count: 400 },
	{ taken: 5, count: 200 },
	{ taken: 3, count: 120 },
	{ taken: 1, count: 50 },
];
const SIGNATURES = 20_000;
const PAGES = 60;
/** One page, and then ten at a time. */
const IDEAL_LIST_MS = LIST_MS * (1 + Math.ceil((PAGES - 1) / PLATFORM_LIMIT));

/**
 * @typedef {import('../simulator').SimulatorStats} Stats
 * @typedef {import('./lib/figures').Row} Row
 */

/** @typedef {import('./bench-measure').Child} Child */

/**
 * @param {Child} engine
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function lookups(engine, simulator) {
	await simulator.ask({ delayMs: LOOKUP_MS });
	const [node = NaN, bare = NaN] = await fastest(engine, simulator, [
		['lookups', LOOKUPS],
		['bareLookups', LOOKUPS],
	]);
	const [noWork = NaN] = await fastest(engine, simulator, [['noWork', LOOKUPS]]);
	return [
		row('1,000 look-ups at 20 ms, to a bare loop with ten in flight', node / bare, 1.1),
		row("what n8n's declarative engine would add to that", noWork / bare, Infinity),
		row("n8n's declarative engine for an item", noWork / LOOKUPS, Infinity, ' ms'),
	];
}

/**
 * @param {Child} engine
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function list(engine, simulator) {
	await simulator.ask({ delayMs: LIST_MS });
	const [node = NaN, bare = NaN] = await fastest(engine, simulator, [
		['list', 1],
		['bareList', PLATFORM_LIMIT],
	]);
	const [pageByPage = NaN] = await fastest(engine, simulator, [['bareList', 1]], 1);
	return [
		row(
			'3,000 rows at 100 ms a page, to one page and then ten at a time',
			node / IDEAL_LIST_MS,
			1.3,
		),
		row('the same, to a bare loop that does so', node / bare, Infinity),
		row('the same, to page by page', node / pageByPage, Infinity),
	];
}

/**
 * @param {Child} engine
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function growth(engine, simulator) {
	await simulator.ask({ delayMs: 0 });
	const [few = NaN, more = NaN] = await fastest(
		engine,
		simulator,
		[
			['lookups', FEW_ITEMS],
			['lookups', MORE_ITEMS],
		],
		2,
	);
	const cost = [few / FEW_ITEMS, more / MORE_ITEMS];
	return [
		row('an item among 4,000, to one among 500', (cost[1] ?? NaN) / (cost[0] ?? NaN), 1.3),
		row('an item among 4,000', cost[1] ?? NaN, Infinity, ' ms'),
	];
}

/**
 * @param {Child} engine
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function signing(engine, simulator) {
	const [milliseconds = NaN] = await fastest(engine, simulator, [['signatures', SIGNATURES]]);
	return [row('a signature', (milliseconds * 1000) / SIGNATURES, 40, ' µs')];
}

/**
 * Many items in a process of their own, on a platform that refuses the eleventh request.
 *
 * @param {Child} simulator
 * @param {Job['kind']} kind
 */
async function many(simulator, kind) {
	await simulator.ask({ delayMs: 0, maxConcurrent: PLATFORM_LIMIT });
	/** @type {Stats} */
	const before = structuredClone(await simulator.ask({}));
	const { peakMegabytes } = await measuredAnew(simulator, kind, MANY_ITEMS);
	/** @type {Stats} */
	const after = await simulator.ask({ maxConcurrent: 0 });
	const sent = (after.countsByRoute.getCalledInfo ?? 0) - (before.countsByRoute.getCalledInfo ?? 0);
	return {
		peakMegabytes,
		tokenRequests: after.tokenRequests - before.tokenRequests,
		repeats: sent - MANY_ITEMS,
		refused: after.overloads - before.overloads,
	};
}

/**
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function memory(simulator) {
	const node = await many(simulator, 'lookups');
	const bare = await many(simulator, 'bareLookups');
	return [
		row(
			'peak memory for 10,000 items, to the bare loop',
			node.peakMegabytes / bare.peakMegabytes,
			1.3,
		),
		row('peak memory for 10,000 items', node.peakMegabytes, Infinity, ' MB'),
		row('10,000 items, the 11th at once refused: token requests', node.tokenRequests, 1),
		row('10,000 items, the 11th at once refused: repeats', node.repeats, 0),
		row('10,000 items, the 11th at once refused: refusals', node.refused, 0),
	];
}

/**
 * Look-ups on a platform that takes only so many at once, by a process that knows nothing of it. The
 * bench ends when an item fails.
 *
 * @param {Child} simulator
 * @param {{ taken: number, count: number }} busy
 * @returns {Promise<Row[]>}
 */
async function busy(simulator, { taken, count }) {
	await simulator.ask({ delayMs: BUSY_MS, maxConcurrent: taken });
	const ideal = (count / taken) * BUSY_MS;
	const what = `${count} look-ups at ${BUSY_MS} ms, ${taken} at once are taken`;
	const refusedBefore = (await simulator.ask({})).overloads;
	const node = await measuredAnew(simulator, 'lookups', count);
	const refused = (await simulator.ask({})).overloads - refusedBefore;
	const rows = [
		row(`${what}, to the ideal`, node.milliseconds / ideal, 1.3),
		row(`${what}: refusals`, refused),
	];
	if (taken === PLATFORM_LIMIT) {
		const bare = await measuredAnew(simulator, 'bareLookups', count);
		rows.push(
			row(`${what}, to a bare loop with ten in flight`, node.milliseconds / bare.milliseconds, 1.1),
		);
	}
	await simulator.ask({ maxConcurrent: 0 });
	return rows;
}

async function run() {
	const built = await npm(['run', 'build'], { cwd: projectFolder });
	if (built !== 0) return built;
	const simulator = await startSimulator();
	const engine = await startEngine();
	await step('Warming up', async () => {
		await fastest(
			engine,
			simulator,
			[
				['lookups', FEW_ITEMS],
				['bareLookups', FEW_ITEMS],
			],
			1,
		);
	});
	const rows = [
		...(await step('Look-ups', async () => await lookups(engine, simulator))),
		...(await step('A long list', async () => await list(engine, simulator))),
		...(await step('Calls and voice notifications', async () => await calls(engine, simulator))),
		...(await step('Call records', async () => await monitoring(engine, simulator))),
		...(await step('More items', async () => await growth(engine, simulator))),
		...(await step('Signatures', async () => await signing(engine, simulator))),
	];
	engine.stop();
	rows.push(...(await step('10,000 items', async () => await memory(simulator))));
	rows.push(...(await step('A large recording', async () => await recordings(simulator))));
	rows.push(...(await step('500 recordings', async () => await files(simulator))));
	for (const each of BUSY) {
		const title = `A platform that takes ${each.taken} at once`;
		rows.push(...(await step(title, async () => await busy(simulator, each))));
	}
	simulator.stop();
	rows.push(...(await step('Loading the package', packageFigures)));
	console.log(`\n${figuresTable(rows)}`);
	return rows.every(({ isReached }) => isReached) ? 0 : 1;
}

module.exports = { run };
