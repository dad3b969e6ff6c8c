/** The simulation of several processes: its clock, and that it tells good limits from bad ones. */
const { contend } = require('../../scripts/scale/contention');
const { Events } = require('../../scripts/scale/events');
const { FIXED, OWN, POLICIES } = require('../../scripts/scale/policies');
const { simulate } = require('../../scripts/scale/provider');
const { fairness, percentile } = require('../../scripts/scale/statistics');

/** @type {import('../../scripts/scale/contention').Case} */
const FOUR_AT_TEN = {
	processes: 4,
	ceiling: 10,
	places: 10,
	latency: 200,
	isQueueing: false,
	changes: [],
};
const RIGHT_NUMBER = { ...FOUR_AT_TEN, processes: 1 };

it('lets things happen in the order of time, also when it is stopped on the way', () => {
	const events = new Events();
	/** @type {string[]} */
	const happened = [];
	for (const delay of [30, 10, 20, 10]) {
		events.after(delay, () => happened.push(`${delay} at ${events.now}`));
	}
	events.runUntil(15);
	expect(happened).toEqual(['10 at 10', '10 at 10']);
	expect(events.now).toBe(15);
	events.runUntil(30);
	expect(happened.slice(2)).toEqual(['20 at 20', '30 at 30']);
});

it.each([
	[[1, 1, 1, 1], 1],
	[[1, 0, 0, 0], 0.25],
	[[3, 1], 0.8],
])('says how fair %j is', (values, index) => {
	expect(fairness(values)).toBeCloseTo(index);
});

it('knows what most do not exceed', () => {
	const values = Array.from({ length: 100 }, (_, index) => index);
	expect(percentile(values, 0.95)).toBe(95);
	expect(percentile([], 0.95)).toBe(0);
});

it.each(POLICIES)('refuses nobody while there are places for all: $name', (policy) => {
	const { refused, failed, perSecond } = contend(RIGHT_NUMBER, policy, 1);
	expect({ refused, failed }).toEqual({ refused: 0, failed: 0 });
	// 10 places, 200 ms, 8 ms on the way, 6 ms of the processor.
	expect(perSecond).toBeCloseTo(10 / 0.214, 0);
});

it("shows that the node's own limit finds its share, where a fixed number loses items", () => {
	const { perSecond: ideal } = contend(RIGHT_NUMBER, FIXED, 1);
	const fixed = contend(FOUR_AT_TEN, FIXED, 1);
	expect(fixed.refused).toBeGreaterThan(0.5);
	expect(fixed.failed).toBeGreaterThan(100);
	const own = contend(FOUR_AT_TEN, OWN, 1);
	expect(own.refused).toBeLessThan(0.02);
	expect(own.failed).toBe(0);
	expect(own.perSecond).toBeGreaterThan(0.9 * ideal);
	expect(own.fairness).toBeGreaterThan(0.9);
	expect(own.foundAfter(ideal)).toBeLessThan(10_000);
});

it('counts for who is there: one joins, two die', () => {
	const joined = contend({ ...FOUR_AT_TEN, changes: [{ at: 30_000, join: 1 }] }, OWN, 1);
	expect(joined.newcomer).toBeGreaterThan(0.3);
	const died = contend({ ...FOUR_AT_TEN, changes: [{ at: 30_000, die: 2 }] }, OWN, 1);
	expect(died.newcomer).toBeNaN();
	expect(died.fairness).toBeGreaterThan(0.5);
	expect(died.perSecond).toBeGreaterThan(30);
});

it('has requests wait where the platform has them wait', () => {
	const { refused, percentile95 } = contend({ ...FOUR_AT_TEN, isQueueing: true }, FIXED, 1);
	expect(refused).toBe(0);
	// 40 requests share 10 places.
	expect(percentile95).toBeGreaterThan(700);
});

it.each([FIXED, OWN])('leaves no look-up of a provider out: $name', (policy) => {
	const outcome = simulate(
		{
			tenants: 10,
			lookupsPerHour: 36_000,
			lookupsPerExecution: 50,
			skew: 0.8,
			latency: 200,
			lookupWork: 6,
			executionWork: 75,
			hours: 1,
			seed: 1,
			shards: 2,
			workers: 2,
			executionsPerWorker: 5,
			concurrency: 10,
			sharedAddress: true,
			platformLimit: 10,
		},
		policy,
	);
	const ended = outcome.durations.length * 50;
	const begun = (outcome.durations.length + outcome.unfinished) * 50;
	expect(outcome.answered + outcome.failed).toBeGreaterThanOrEqual(ended);
	expect(outcome.answered + outcome.failed).toBeLessThanOrEqual(begun);
	expect(outcome.durations.length).toBeGreaterThan(600);
	expect(outcome.refused).toBeGreaterThan(0);
});
