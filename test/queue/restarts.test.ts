import { sleep } from 'n8n-workflow';

import { isAlive } from '../../scripts/lib/processes';
import { addDataTableRows, dataTableRows, updateDataTableRows } from '../../scripts/n8n/data-table';
import { executionsOf } from '../../scripts/queue/fresh';
import type { OwnServer } from '../../scripts/queue/own-server';
import { CAMPAIGN_IDS } from '../../simulator';
import { tell } from './figures';
import { startTestCluster, type TestCluster } from './harness';
import { expectOwnAnswers } from './lookUps';

/**
 * What becomes of work that is under way when something is killed or started again, and whether the
 * example "fill a campaign from a table" carries on.
 */
const EXECUTIONS = 12;
const LOOK_UPS = 50;
/**
 * So many that no execution ends before n8n's processes have found Redis again: the main process hears
 * of an end by Redis alone, and of one that it misses its webhook is never answered.
 */
const LONG_LOOK_UPS = 200;
const SERVICE_MS = 100;

/** How long a server is away. */
const AWAY_MS = 1_000;

/** What the example fills. */
const TABLE = 'Huawei AICC numbers to call';

let tested: TestCluster;

beforeAll(async () => {
	tested = await startTestCluster('queue-restarts');
	tested.simulator.behaviour.delayMs = SERVICE_MS;
	// Makes the table.
	expect(await fill()).toBe('success');
});

afterAll(async () => {
	await tested?.stop();
});

/** Runs the example. @returns how its execution ended; `lost` when n8n could not be asked for it */
async function fill(): Promise<string> {
	const { api, workflowIds } = tested.n8n;
	const id = workflowIds['fill-a-campaign.json'] ?? '';
	try {
		return (await api.runWorkflow(id, 'Start by hand')).status;
	} catch {
		return 'lost';
	}
}

/** Puts numbers into the example's table. @param first of those that follow one another */
async function addNumbers(first: number, count: number): Promise<string[]> {
	const numbers = Array.from({ length: count }, (_, index) => String(first + index));
	const rows = numbers.map((number) => ({ number, name: `Number ${number}` }));
	await addDataTableRows(tested.n8n.api, TABLE, rows);
	return numbers;
}

/** Those of the numbers that are in the campaign, as often as they are. */
function inTheCampaign(numbers: string[]): string[] {
	const { callData } = tested.simulator.data;
	const called = (callData[CAMPAIGN_IDS.empty] ?? []).map((record) => String(record.called));
	return called.filter((number) => numbers.includes(number)).sort();
}

async function rowsOf(numbers: string[]) {
	const rows = await dataTableRows(tested.n8n.api, TABLE);
	return rows.filter(({ number }) => numbers.includes(String(number)));
}

async function expectFilledOnce(numbers: string[]): Promise<void> {
	expect(inTheCampaign(numbers)).toEqual(numbers);
	expect((await rowsOf(numbers)).map(({ status }) => status)).toEqual(numbers.map(() => 'added'));
}

/** Does what the example asks a person to do: looks in AICC for numbers of which nobody knows. */
async function lookForUnknown(numbers: string[]): Promise<void> {
	const known = inTheCampaign(numbers);
	for (const { number, status } of await rowsOf(numbers)) {
		if (status !== 'unknown') continue;
		const found = { status: known.includes(String(number)) ? 'added' : '' };
		await updateDataTableRows(tested.n8n.api, TABLE, { number }, found);
	}
}

async function startAgain(server: OwnServer | undefined): Promise<void> {
	if (!server) throw new Error('This test needs servers that it may stop');
	await server.stop();
	await sleep(AWAY_MS);
	await server.startAgain();
}

/** Look-ups, and a fill, in the middle of which a server is started again. */
async function workThrough(
	server: OwnServer | undefined,
	lookUpsOfEach: number,
	numbers: string[],
) {
	const round = await tested.startRound(EXECUTIONS, lookUpsOfEach);
	const filling = fill();
	await tested.until(
		'both are under way',
		() => round.answered() > LOOK_UPS && inTheCampaign(numbers).length >= 40,
	);
	await startAgain(server);
	return { round, filling };
}

/** Each number was asked for once. */
function expectNoRepeats(since: number): void {
	const asked = tested.simulator.requests
		.filter(({ route, status, at }) => route === 'getCalledInfo' && status === 200 && at >= since)
		.map(({ body }) => (JSON.parse(body) as { called: string }).called);
	expect(new Set(asked).size).toBe(asked.length);
}

it('carries a fill on whose worker was killed in the middle: each number is in once', async () => {
	const { cluster, until } = tested;
	const numbers = await addNumbers(13_600_001_000, 120);
	const killed = fill();
	await until('a part is in the campaign', () => inTheCampaign(numbers).length >= 40);
	const victim = cluster.workers.find((worker) => executionsOf(worker).unfinished.length > 0);
	victim?.kill();
	expect(await killed).toMatch(/^(error|crashed)$/);
	const before = inTheCampaign(numbers);
	expect(before.length).toBeLessThan(numbers.length);
	expect(new Set(before).size).toBe(before.length);

	expect(await fill()).toBe('success');
	await expectFilledOnce(numbers);
	await cluster.addWorker();
});

describe('Redis, when it is started again,', () => {
	it('costs no execution, no number, and no answer of what ends afterwards', async () => {
		const numbers = await addNumbers(13_600_002_000, 100);
		const { round, filling } = await workThrough(tested.cluster.redis, LONG_LOOK_UPS, numbers);
		(await round.answers).forEach(expectOwnAnswers);
		expect((await round.ended()).map(({ status }) => status)).toEqual(
			Array(EXECUTIONS).fill('success'),
		);
		expectNoRepeats(round.startedAt);
		expect(await filling).toBe('success');
		await expectFilledOnce(numbers);
	});
});

describe('PostgreSQL, when it is started again,', () => {
	/** Executions that the trigger has started. */
	const changes = async () => await tested.n8n.api.executions(tested.watchId);

	it('costs executions that were under way; nothing is done twice, and new ones run', async () => {
		const { cluster, simulator, until } = tested;
		const numbers = await addNumbers(13_600_003_000, 100);
		const { round, filling } = await workThrough(cluster.postgres, LOOK_UPS, numbers);
		await until('the workers have nothing left to do', () =>
			cluster.workers.every(
				(worker) => !isAlive(worker.pid) || executionsOf(worker).unfinished.length === 0,
			),
		);
		expect(await changes()).toEqual([]);
		// Some stay "running" until the main process looks after them, at its start or every three hours.
		await tested.restartMain();
		const statuses = (await round.ended()).map(({ status }) => status);
		for (const status of statuses) expect(status).toMatch(/^(success|error|crashed)$/);
		const lost = statuses.filter((status) => status !== 'success').length;
		tell('PostgreSQL away', { lost: `${lost} of ${EXECUTIONS} executions` });
		for (const answer of await round.answers) {
			expect([200, 500, 0]).toContain(answer.status);
			if (Array.isArray(answer.body)) expectOwnAnswers(answer);
		}
		expectNoRepeats(round.startedAt);

		const [changed] = simulator.data.obsResultCodes;
		if (changed) changed.obsCodeDesc = 'Changed';
		const next = await tested.startRound(EXECUTIONS, LOOK_UPS);
		(await next.answers).forEach(expectOwnAnswers);
		await filling;
		await lookForUnknown(numbers);
		expect(await fill()).toBe('success');
		await expectFilledOnce(numbers);

		await until('the trigger sees a change', async () => (await changes()).length > 0);
		const [change] = await changes();
		expect((await tested.n8n.api.execution(change?.id ?? '')).items.Change).toEqual([
			expect.objectContaining({ obsCode: changed?.obsCode, obsCodeDesc: 'Changed' }),
		]);
	});
});
