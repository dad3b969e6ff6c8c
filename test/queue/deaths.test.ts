import type { Process } from '../../scripts/queue/cluster';
import { executionsOf } from '../../scripts/queue/fresh';
import { startTestCluster, type Round, type TestCluster } from './harness';
import { expectOwnAnswers, pairsOf, seenIn } from './lookUps';

/** Two workers, of which one is killed, and a main process that is killed: nothing is mixed up. */
const EXECUTIONS = 40;
const LOOK_UPS = 50;
/** So that a round takes longer than the workers need to settle. */
const SERVICE_MS = 100;

const SETTLING_MS = 10_000;
const MAX_REFUSED = 0.01;

const MINUTE_MS = 60_000;
/** A poll comes late while everything is busy; a second process would halve the time between two. */
const POLL_TOLERANCE_MS = 20_000;

let tested: TestCluster;

beforeAll(async () => {
	tested = await startTestCluster('queue-deaths');
	tested.simulator.behaviour.delayMs = SERVICE_MS;
});

afterAll(async () => {
	await tested?.stop();
});

function worker(index: number): Process {
	const found = tested.cluster.workers[index];
	if (!found) throw new Error(`There is no worker ${index}`);
	return found;
}

async function startRound(): Promise<Round> {
	tested.simulator.stats.tokenRequests = 0;
	return await tested.startRound(EXECUTIONS, LOOK_UPS);
}

/** Every worker may use all that the platform takes, and needs one token. */
function expectLimitsKept({ startedAt }: Round): void {
	const span = { from: startedAt + SETTLING_MS, to: Date.now() };
	expect(seenIn(tested.simulator, span).refused).toBeLessThan(MAX_REFUSED);
	expect(tested.simulator.stats.tokenRequests).toBeLessThanOrEqual(tested.cluster.workers.length);
}

it('answers 40 executions of 50 look-ups on two workers, each number with its own answer', async () => {
	const round = await startRound();
	(await round.answers).forEach(expectOwnAnswers);
	expect(round.answered()).toBe(EXECUTIONS * LOOK_UPS);
	expectLimitsKept(round);

	const executions = await round.ended();
	expect(executions.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill('success'));
	const shares = tested.cluster.workers.map(
		(each) => executions.filter(({ id }) => executionsOf(each).started.includes(id)).length,
	);
	expect(shares.reduce((sum, share) => sum + share)).toBe(EXECUTIONS);
	expect(Math.min(...shares)).toBeGreaterThan(0);
});

it('accounts for every execution when a worker is killed, and mixes nothing up', async () => {
	const round = await startRound();
	const victim = worker(0);
	await tested.until(
		'the worker is in the middle of its work',
		() => round.answered() > 300 && executionsOf(victim).unfinished.length > 0,
	);
	victim.kill();
	await victim.ended;
	const begun = executionsOf(victim).started;
	const answers = await round.answers;

	const executions = await round.ended();
	expect(executions).toHaveLength(EXECUTIONS);
	const failed = executions.filter(({ status }) => status !== 'success');
	expect(failed).not.toHaveLength(0);
	for (const { id, status } of failed) {
		expect(begun).toContain(id);
		expect(['error', 'crashed']).toContain(status);
		expect((await tested.n8n.api.execution(id)).error).toMatch(/failed to be processed/);
	}

	const right = answers.filter(({ status }) => status === 200);
	right.forEach(expectOwnAnswers);
	expect(right).toHaveLength(EXECUTIONS - failed.length);
	for (const { status } of answers) expect([200, 500]).toContain(status);
	expectLimitsKept(round);
});

describe('the trigger', () => {
	/** At activation the list is read twice, to be sure of it; then once in each poll. */
	const FIRST_READINGS = 2;

	/** When the list was read: each reading asks for the first page once. */
	function readings(): number[] {
		return tested.simulator.requests
			.filter(({ route, query }) => route === 'queryOBSResultCode' && query.pageNum === '1')
			.map(({ at }) => at);
	}

	it('starts an execution on a worker when something has changed', async () => {
		const { simulator, n8n, watchId } = tested;
		const [changed] = simulator.data.obsResultCodes;
		if (!changed) throw new Error('There are no result codes');
		changed.obsCodeDesc = 'Changed';
		await tested.until('the change is seen', async () => {
			const [execution] = await n8n.api.executions(watchId);
			return execution?.status === 'success';
		});
		const executions = await n8n.api.executions(watchId);
		expect(executions).toHaveLength(1);
		const id = executions[0]?.id ?? '';
		expect((await n8n.api.execution(id)).items.Change).toEqual([
			expect.objectContaining({ obsCode: changed.obsCode, obsCodeDesc: 'Changed' }),
		]);
		expect(executionsOf(worker(1)).started).toContain(id);
	});

	it('polls once a minute however many processes there are, and without any worker', async () => {
		await worker(1).stop();
		const withWorkers = readings().length;
		await tested.until(
			'the trigger has polled often enough',
			() => readings().length >= Math.max(FIRST_READINGS + 3, withWorkers + 1),
		);
		const polls = readings().slice(FIRST_READINGS);
		const gaps = polls.slice(1).map((at, index) => at - (polls[index] ?? 0));
		for (const gap of gaps) expect(Math.abs(gap - MINUTE_MS)).toBeLessThan(POLL_TOLERANCE_MS);
	});
});

describe('the main process, when it is killed,', () => {
	it('is not needed by the executions that have begun', async () => {
		const { n8n, cluster } = tested;
		await cluster.addWorker();
		const round = await startRound();
		await tested.until(
			'all executions are handed over, and some are under way',
			async () => round.answered() > 300 && (await round.executions()).length === EXECUTIONS,
		);
		cluster.main.kill();
		const cutOff = (await round.answers).filter(({ status }) => status === 0);
		expect(cutOff).not.toHaveLength(0);
		await tested.restartMain();

		const executions = await round.ended();
		expect(executions.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill('success'));
		const results = await Promise.all(
			executions.map(async ({ id }) => (await n8n.api.execution(id)).items.Pairs ?? []),
		);
		const byFirst = (a: object[], b: object[]) =>
			JSON.stringify(a[0]).localeCompare(JSON.stringify(b[0]));
		expect(results.sort(byFirst)).toEqual(round.numbers.map(pairsOf));
		expectLimitsKept(round);
	});
});
