/** What several processes may meet at one address, as a table: each policy in each case. */

const { contend } = require('./contention');
const { FIXED, POLICIES } = require('./policies');
const { average, percentile } = require('./statistics');

/** @type {import('./contention').Case} */
const USUAL = {
	processes: 4,
	ceiling: 10,
	places: 10,
	latency: 200,
	isQueueing: false,
	changes: [],
};

/** Killed and added without rest, from one to five at a time. */
const RESTLESS = [
	{ at: 20_000, die: 1 },
	{ at: 35_000, join: 1 },
	{ at: 50_000, die: 1 },
	{ at: 60_000, die: 1 },
	{ at: 70_000, die: 1 },
	{ at: 80_000, join: 2 },
	{ at: 95_000, join: 2 },
];

/** @type {Array<{ title: string, changes: Partial<import('./contention').Case> }>} */
const CASES = [
	{ title: '1 process, 10 places', changes: { processes: 1 } },
	{ title: '1 process, 5 places', changes: { processes: 1, places: 5 } },
	{ title: '1 process, 3 places', changes: { processes: 1, places: 3 } },
	{ title: '1 process, 1 place', changes: { processes: 1, places: 1 } },
	{ title: '4 processes, 10 places', changes: {} },
	{ title: '4 processes, 5 places', changes: { places: 5 } },
	{ title: '4 processes, 3 places', changes: { places: 3 } },
	{ title: '4 processes, 1 place', changes: { places: 1 } },
	{ title: '8 processes, 10 places', changes: { processes: 8 } },
	{ title: '4 processes, 10 places, 50 ms', changes: { latency: 50 } },
	{ title: '4 processes, 10 places, 1000 ms', changes: { latency: 1_000 } },
	{
		title: '3 processes, 10 places, a 4th joins',
		changes: { processes: 3, changes: [{ at: 60_000, join: 1 }] },
	},
	{
		title: '4 processes, 10 places, 2 are killed',
		changes: { changes: [{ at: 60_000, die: 2 }] },
	},
	{ title: '4 processes, 10 places, killed and added', changes: { changes: RESTLESS } },
	{ title: '4 processes, 10 places, others wait there', changes: { isQueueing: true } },
];

/** What chance does is averaged over so many runs. */
const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1);

const HEAD = [
	'Case',
	'limit',
	'refused at the start',
	'refused then, average / worst',
	'throughput',
	'fairness, average / least',
	'who joins gets, average / least',
	'share found after, half of the runs (s)',
	'95 % of the items within (s)',
	'failed items',
];

/** @param {number} share */
function percent(share) {
	return `${(100 * share).toFixed(1)} %`;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
	return (milliseconds / 1000).toFixed(1);
}

/** @param {number[]} times infinite where it was not */
function foundAfter(times) {
	const middle = percentile(
		times.sort((a, b) => a - b),
		0.5,
	);
	return Number.isFinite(middle) ? (middle / 1000).toFixed(0) : '–';
}

/** @param {number[]} shares NaN where there is nothing to tell */
function averageAndLeast(shares) {
	const worst = Math.min(...shares);
	return Number.isNaN(worst) ? '–' : `${average(shares).toFixed(2)} / ${worst.toFixed(2)}`;
}

/**
 * @param {import('./contention').Case} situation
 * @param {import('./policies').Policy} policy
 * @param {number} ideal answers in a second
 */
function cells(situation, policy, ideal) {
	const outcomes = SEEDS.map((seed) => contend(situation, policy, seed));
	const refused = outcomes.map((outcome) => outcome.refused);
	const fairness = outcomes.map((outcome) => outcome.fairness);
	const newcomer = outcomes.map((outcome) => outcome.newcomer);
	return [
		average(outcomes.map(({ refusedAtStart }) => refusedAtStart)).toFixed(0),
		`${percent(average(refused))} / ${percent(Math.max(...refused))}`,
		(average(outcomes.map(({ perSecond }) => perSecond)) / ideal).toFixed(2),
		situation.processes > 1 ? averageAndLeast(fairness) : '–',
		averageAndLeast(newcomer),
		foundAfter(outcomes.map((outcome) => outcome.foundAfter(ideal))),
		seconds(average(outcomes.map(({ percentile95 }) => percentile95))),
		average(outcomes.map(({ failed }) => failed)).toFixed(0),
	];
}

/**
 * @returns {{ head: string[], rows: string[][] }} throughput as a share of what one process answers
 *   that has the right number in its credential
 */
function contentionTable() {
	const rows = CASES.flatMap(({ title, changes }) => {
		const situation = { ...USUAL, ...changes };
		const alone = { ...situation, processes: 1, changes: [], ceiling: situation.places };
		const ideal = average(SEEDS.map((seed) => contend(alone, FIXED, seed).perSecond));
		return POLICIES.map((policy) => [title, policy.name, ...cells(situation, policy, ideal)]);
	});
	return { head: HEAD, rows };
}

module.exports = { contentionTable };
