/**
 * `npm run simulate:scale`: the plans of docs/scaling.md, simulated in seconds, as a Markdown table.
 * Other numbers can be tried: `npm run simulate:scale -- --tenants=200 --latency=400`.
 */

const { sharesOf } = require('./scale/chance');
const { simulate } = require('./scale/model');
const { markdownTable } = require('./lib/table');

/**
 * A provider as in docs/scaling.md. The work of a processor is what `npm run compare` has measured.
 *
 * @type {import('./scale/model').Plan}
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
	workers: 2,
	executionsPerWorker: 20,
	concurrency: 5,
	sharedAddress: true,
	platformLimit: 10,
};

/** @type {Array<{ title: string, changes: Partial<import('./scale/model').Plan> }>} */
const PLANS = [
	{
		title: 'A. One address, the platform takes 10',
		changes: { sharedAddress: true, platformLimit: 10, shards: 1, workers: 2, concurrency: 5 },
	},
	{
		title: 'B. One address, the platform takes 80',
		changes: { sharedAddress: true, platformLimit: 80, shards: 1, workers: 8, concurrency: 10 },
	},
	{
		title: 'C. An address each, 10 each, limit left at 10',
		changes: { sharedAddress: false, platformLimit: 10, shards: 1, workers: 8, concurrency: 10 },
	},
	{
		title: 'D. An address each, 10 each, limit 1',
		changes: { sharedAddress: false, platformLimit: 10, shards: 1, workers: 8, concurrency: 1 },
	},
	{
		title: 'E. As C, four n8n of two workers, limit 5',
		changes: { sharedAddress: false, platformLimit: 10, shards: 4, workers: 2, concurrency: 5 },
	},
];

/**
 * @param {number[]} sorted milliseconds
 * @param {number} share
 */
function seconds(sorted, share) {
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	return (value / 1000).toFixed(1);
}

/** @param {number} value */
function whole(value) {
	return Math.round(value).toLocaleString('en-US');
}

/**
 * What the arithmetic says, for comparison with the simulation.
 *
 * @param {import('./scale/model').Plan} plan
 */
function onPaper(plan) {
	const { lookupsPerHour, lookupsPerExecution, latency, lookupWork, executionWork } = plan;
	const perSecond = lookupsPerHour / 3_600;
	const work = lookupWork + executionWork / lookupsPerExecution;
	const largest = sharesOf(plan.tenants, plan.skew)[0] ?? 0;
	return [
		`- ${whole(perSecond)} look-ups and ${(perSecond / lookupsPerExecution).toFixed(1)} executions a second`,
		`- ${((perSecond * latency) / 1000).toFixed(0)} requests in flight on average (look-ups a second × ${latency} ms)`,
		`- ${((perSecond * work) / 1000).toFixed(1)} processors of workers busy (look-ups a second × ${work} ms)`,
		`- the largest tenant: ${(100 * largest).toFixed(1)} % of all, ` +
			`${(perSecond * largest).toFixed(1)} look-ups a second, ` +
			`${((perSecond * largest * latency) / 1000).toFixed(1)} requests in flight on average`,
	].join('\n');
}

/** @param {import('./scale/model').Plan} plan */
function row(plan) {
	const outcome = simulate(plan);
	return [
		whole(outcome.answered / plan.hours),
		whole(outcome.unfinished),
		`${seconds(outcome.waits, 0.5)} / ${seconds(outcome.waits, 0.95)}`,
		`${seconds(outcome.durations, 0.5)} / ${seconds(outcome.durations, 0.95)}`,
		whole(outcome.maxInFlight),
		whole(outcome.refused),
		whole(outcome.failed),
		`${Math.round(outcome.busy * 100)} %`,
	];
}

/**
 * @param {string[]} args numbers of the plan to change, such as `--latency=400`
 * @returns {Partial<import('./scale/model').Plan>}
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

/** @param {string[]} args */
async function run(args) {
	const changed = changesIn(args);
	const started = Date.now();
	const provider = { ...PROVIDER, ...changed };
	console.log(
		`${whole(provider.tenants)} tenants, ${whole(provider.lookupsPerHour)} look-ups an hour, ` +
			`on paper:\n\n${onPaper(provider)}\n`,
	);
	const rows = PLANS.map(({ title, changes }) => [
		title,
		...row({ ...provider, ...changes, ...changed }),
	]);
	console.log(
		markdownTable(
			[
				'Plan',
				'look-ups an hour',
				'executions not ended',
				'wait for a worker, half / 95 % (s)',
				'then until done, half / 95 % (s)',
				'most at once at an address',
				'refused requests',
				'failed look-ups',
				'workers busy',
			],
			rows,
		),
	);
	console.log(`\nSimulated in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
	return 0;
}

module.exports = { run };
