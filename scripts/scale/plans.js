/** The plans of docs/scaling.md for a provider of n8n, as a table. */

const { ARRIVAL } = require('./platform');
const { FIXED, OWN } = require('./policies');
const { simulate } = require('./provider');
const { sharesOf } = require('./chance');
const { percentile } = require('./statistics');

/**
 * A provider as in docs/scaling.md. The work of a processor is what `npm run compare` has measured.
 *
 * @type {import('./provider').Plan}
 */
const PROVIDER = {
	tenants: 1_000,
	lookupsPerHour: 1_000_000,
	lookupsPerExecution: 50,
	skew: 0.8,
	latency: 200,
	lookupWork: 6,
	executionWork: 75,
	hours: 1,
	seed: 1,
	shards: 1,
	workers: 8,
	executionsPerWorker: 20,
	concurrency: 10,
	sharedAddress: false,
	platformLimit: 10,
};

/**
 * @type {Array<{ title: string, byHand: number, changes: Partial<import('./provider').Plan> }>} `byHand`
 *   is the number that whoever divides the platform's by the workers puts into the credential
 */
const PLANS = [
	{
		title: 'A. One address, it takes 10; two workers',
		byHand: 5,
		changes: { sharedAddress: true, workers: 2 },
	},
	{
		title: 'B. One address, it takes 80; ten workers',
		byHand: 8,
		changes: { sharedAddress: true, platformLimit: 80, workers: 10 },
	},
	{ title: 'C. An address each, 10 each; eight workers', byHand: 1, changes: {} },
	{
		title: 'D. As C, four n8n of two workers',
		byHand: 5,
		changes: { shards: 4, workers: 2 },
	},
];

const HEAD = [
	'Plan',
	'limit',
	'look-ups an hour',
	'executions not ended',
	'wait for a worker, half / 95 % (s)',
	'then until done, half / 95 % (s)',
	'most at once at an address',
	'refused requests',
	'failed look-ups',
	'workers busy',
];

/** @param {number} value */
function whole(value) {
	return Math.round(value).toLocaleString('en-US');
}

/** @param {number[]} sorted milliseconds */
function halfAndMost(sorted) {
	return [0.5, 0.95].map((share) => (percentile(sorted, share) / 1000).toFixed(1)).join(' / ');
}

/**
 * What the arithmetic says, for comparison with the simulation.
 *
 * @param {import('./provider').Plan} plan
 */
function onPaper(plan) {
	const { lookupsPerHour, lookupsPerExecution, latency, lookupWork, executionWork } = plan;
	const perSecond = lookupsPerHour / 3_600;
	const work = lookupWork + executionWork / lookupsPerExecution;
	const inPlace = latency + lookupWork + ARRIVAL;
	const largest = sharesOf(plan.tenants, plan.skew)[0] ?? 0;
	return [
		`${whole(plan.tenants)} tenants, ${whole(lookupsPerHour)} look-ups an hour, on paper:\n`,
		`- ${whole(perSecond)} look-ups and ${(perSecond / lookupsPerExecution).toFixed(1)} executions a second`,
		`- ${((perSecond * latency) / 1000).toFixed(0)} requests in flight on average (look-ups a second × ${latency} ms)`,
		`- ${((perSecond * work) / 1000).toFixed(1)} processors of workers busy (look-ups a second × ${work} ms)`,
		`- the largest tenant: ${(100 * largest).toFixed(1)} % of all, ` +
			`${(perSecond * largest).toFixed(1)} look-ups a second, ` +
			`${((perSecond * largest * latency) / 1000).toFixed(1)} requests in flight on average`,
		`- where ${plan.platformLimit} are taken at once: at most ` +
			`${whole((plan.platformLimit / inPlace) * 3_600_000)} look-ups an hour ` +
			`(${plan.platformLimit} ÷ ${inPlace} ms)`,
	].join('\n');
}

/**
 * @param {import('./provider').Plan} plan
 * @param {import('./policies').Policy} policy
 */
function cells(plan, policy) {
	const outcome = simulate(plan, policy);
	return [
		whole(outcome.answered / plan.hours),
		whole(outcome.unfinished),
		halfAndMost(outcome.waits),
		halfAndMost(outcome.durations),
		whole(outcome.maxInFlight),
		whole(outcome.refused),
		whole(outcome.failed),
		`${Math.round(outcome.busy * 100)} %`,
	];
}

/**
 * @param {string[]} args numbers of the provider or the plans to change, such as `--latency=400`
 * @returns {Partial<import('./provider').Plan>}
 * @throws {Error} when there is no such number
 */
function changesIn(args) {
	const changes = args.map((arg) => {
		const [, name = '', value = ''] = /^--(\w+)=([\d.]+)$/.exec(arg) ?? [];
		if (typeof PROVIDER[/** @type {keyof typeof PROVIDER} */ (name)] !== 'number') {
			const names = Object.entries(PROVIDER).filter(([, known]) => typeof known === 'number');
			throw new Error(`${arg}: there are --${names.map(([known]) => known).join('=, --')}=`);
		}
		return [name, Number(value)];
	});
	return Object.fromEntries(changes);
}

/**
 * @param {Partial<import('./provider').Plan>} changed numbers that are other than in docs/scaling.md
 * @returns {{ paper: string, head: string[], rows: string[][] }}
 */
function planTable(changed) {
	const provider = { ...PROVIDER, ...changed };
	const rows = PLANS.flatMap(({ title, byHand, changes }) => {
		const plan = { ...provider, ...changes, ...changed };
		const { concurrency } = plan;
		return [
			[title, `${byHand}, divided by hand`, ...cells({ ...plan, concurrency: byHand }, FIXED)],
			[title, `${concurrency}, ${FIXED.name}`, ...cells(plan, FIXED)],
			[title, `${concurrency}, ${OWN.name}`, ...cells(plan, OWN)],
		];
	});
	return { paper: onPaper(provider), head: HEAD, rows };
}

module.exports = { changesIn, planTable };
