import { until as untilDeadline } from '../../scripts/lib/until';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import type { Worker } from '../../scripts/queue/cluster';
import { executionsOf, startFreshCluster } from '../../scripts/queue/fresh';
import settings from '../../scripts/settings';
import { startSimulator } from '../../simulator';
import { lookUpWorkflow, watchWorkflow } from './workflows';

const EXECUTIONS = 40;
const LOOKUPS = 50;

/** Two workers with this limit keep to the platform's advice of ten at once. */
const MAX_CONCURRENT_REQUESTS = 5;
const PLATFORM_LIMIT = MAX_CONCURRENT_REQUESTS * settings.queue.workers;

/** How soon n8n finds out that a worker is dead; its own settings would take minutes. */
const LOCK_MS = 20_000;
const STALLED_INTERVAL_MS = 10_000;
const QUEUE_SETTINGS = {
	N8N_LOG_LEVEL: 'info',
	QUEUE_WORKER_LOCK_DURATION: String(LOCK_MS),
	QUEUE_WORKER_LOCK_RENEW_TIME: String(LOCK_MS / 4),
	QUEUE_WORKER_STALLED_INTERVAL: String(STALLED_INTERVAL_MS),
};

const MINUTE_MS = 60_000;
/** A poll comes late while everything is busy; a second process would halve the time between two. */
const POLL_TOLERANCE_MS = 20_000;
const DEADLINE_MS = 240_000;

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshCluster>>;
let lookUps: { id: string; path: string };
let watchId: string;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshCluster('queue', simulator, QUEUE_SETTINGS);
	const wanted = simulatorCredentials(simulator);
	const token = await n8n.api.saveCredential({
		...wanted.token,
		data: { ...wanted.token.data, maxConcurrentRequests: MAX_CONCURRENT_REQUESTS },
	});
	const akSk = await n8n.api.saveCredential(wanted.akSk);
	const path = 'look-ups';
	const { id } = await n8n.api.saveWorkflow(lookUpWorkflow(path, { token, akSk }));
	lookUps = { id, path };
	await n8n.api.activateWorkflow(id);
	watchId = (await n8n.api.saveWorkflow(watchWorkflow({ token, akSk }))).id;
	await n8n.api.activateWorkflow(watchId);
});

afterAll(async () => {
	await n8n?.cluster.stop();
	await simulator?.stop();
});

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
	await untilDeadline(what, isSo, DEADLINE_MS);
}

/** Where the made-up service says that a number leads. */
function targetOf(number: string): string {
	return `0${number}`;
}

/** The numbers of each execution, no number twice. */
function numbersFor(series: number): string[][] {
	return Array.from({ length: EXECUTIONS }, (_, execution) =>
		Array.from({ length: LOOKUPS }, (__, index) =>
			String(10_000_000 * series + execution * 1_000 + index),
		),
	);
}

/** Makes the service know the numbers and nothing of what was before. */
function prepare(numbers: string[][]): void {
	Object.assign(simulator.stats, { tokenRequests: 0, overloads: 0, countsByRoute: {} });
	simulator.stats.services.fabric.maxInFlight = 0;
	Object.assign(simulator.behaviour, { delayMs: 50, maxConcurrent: PLATFORM_LIMIT });
	simulator.data.calledNumbers = Object.fromEntries(
		numbers
			.flat()
			.map((number) => [
				number,
				{ retCode: '0', retMsg: 'success', result: { devType: 1, called: targetOf(number) } },
			]),
	);
}

interface Answer {
	numbers: string[];
	status: number;
	body: unknown;
}

/** Sends the numbers of each execution to the webhook, all at once; all must be answered. */
async function lookUpAll(numbers: string[][]): Promise<Answer[]> {
	return await Promise.all(
		numbers.map(async (list) => {
			const response = await fetch(`${n8n.cluster.main.url}/webhook/${lookUps.path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ numbers: list }),
				signal: AbortSignal.timeout(DEADLINE_MS),
			});
			return { numbers: list, status: response.status, body: await response.json() };
		}),
	);
}

function pairsOf(numbers: string[]): Array<{ asked: string; leadsTo: string }> {
	return numbers.map((asked) => ({ asked, leadsTo: targetOf(asked) }));
}

function expectOwnAnswers({ numbers, body }: Answer): void {
	expect(body).toEqual(pairsOf(numbers));
}

type ListedExecution = { id: string; status: string };

/** The executions of the look-ups that n8n did not know before. */
async function newExecutions(known: Set<string>): Promise<ListedExecution[]> {
	return (await n8n.api.executions(lookUps.id)).filter(({ id }) => !known.has(id));
}

/** The same once all have come to an end. */
async function endedExecutions(known: Set<string>): Promise<ListedExecution[]> {
	let executions: ListedExecution[] = [];
	await until('all executions have ended', async () => {
		executions = await newExecutions(known);
		return executions.every(({ status }) => !['new', 'running', 'waiting'].includes(status));
	});
	return executions;
}

async function knownExecutions(): Promise<Set<string>> {
	return new Set((await n8n.api.executions(lookUps.id)).map(({ id }) => id));
}

function expectLimitsKept(): void {
	const { services, tokenRequests, overloads } = simulator.stats;
	expect(services.fabric.maxInFlight).toBeLessThanOrEqual(PLATFORM_LIMIT);
	expect(overloads).toBe(0);
	expect(tokenRequests).toBeLessThanOrEqual(n8n.cluster.workers.length);
}

function workerAt(index: number): Worker {
	const worker = n8n.cluster.workers[index];
	if (!worker) throw new Error(`There is no worker ${index}`);
	return worker;
}

it('answers 40 executions of 50 look-ups on two workers, each number with its own answer', async () => {
	const numbers = numbersFor(1);
	const known = await knownExecutions();
	prepare(numbers);
	const answers = await lookUpAll(numbers);

	expect(answers.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill(200));
	answers.forEach(expectOwnAnswers);
	expect(simulator.stats.countsByRoute.getCalledInfo).toBe(EXECUTIONS * LOOKUPS);
	expectLimitsKept();

	const executions = await endedExecutions(known);
	expect(executions.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill('success'));
	const shares = n8n.cluster.workers.map(
		(worker) => executions.filter(({ id }) => executionsOf(worker).started.includes(id)).length,
	);
	expect(shares.reduce((sum, share) => sum + share)).toBe(EXECUTIONS);
	expect(Math.min(...shares)).toBeGreaterThan(0);
});

it('accounts for every execution when a worker is killed, and mixes nothing up', async () => {
	const numbers = numbersFor(2);
	const known = await knownExecutions();
	prepare(numbers);
	const answering = lookUpAll(numbers);
	const victim = workerAt(0);
	await until('the worker is in the middle of its work', () => {
		const { getCalledInfo: calledInfo = 0 } = simulator.stats.countsByRoute;
		return calledInfo > 300 && executionsOf(victim).unfinished.length > 0;
	});
	victim.kill();
	await victim.ended;
	const begun = executionsOf(victim).started;
	const answers = await answering;

	const executions = await endedExecutions(known);
	expect(executions).toHaveLength(EXECUTIONS);
	const failed = executions.filter(({ status }) => status !== 'success');
	expect(failed).not.toHaveLength(0);
	for (const { id, status } of failed) {
		expect(begun).toContain(id);
		expect(['error', 'crashed']).toContain(status);
		expect((await n8n.api.execution(id)).error).toMatch(/failed to be processed/);
	}

	const right = answers.filter(({ status }) => status === 200);
	right.forEach(expectOwnAnswers);
	expect(right).toHaveLength(EXECUTIONS - failed.length);
	for (const { status } of answers) expect([200, 500]).toContain(status);
	expectLimitsKept();
});

describe('the trigger', () => {
	/** At activation the list is read twice, to be sure of it; then once in each poll. */
	const FIRST_READINGS = 2;

	/** When the list was read: each reading asks for the first page once. */
	function readings(): number[] {
		return simulator.requests
			.filter(({ route, query }) => route === 'queryOBSResultCode' && query.pageNum === '1')
			.map(({ at }) => at);
	}

	async function nextReading(): Promise<void> {
		const before = readings().length;
		await until('the trigger polls', () => readings().length > before);
	}

	it('starts an execution on a worker when something has changed', async () => {
		const [changed] = simulator.data.obsResultCodes;
		if (!changed) throw new Error('There are no result codes');
		changed.obsCodeDesc = 'Changed';
		await until('the change is seen', async () => {
			const [execution] = await n8n.api.executions(watchId);
			return execution?.status === 'success';
		});
		const executions = await n8n.api.executions(watchId);
		expect(executions).toHaveLength(1);
		const id = executions[0]?.id ?? '';
		expect((await n8n.api.execution(id)).items.Change).toEqual([
			expect.objectContaining({ obsCode: changed.obsCode, obsCodeDesc: 'Changed' }),
		]);
		expect(executionsOf(workerAt(1)).started).toContain(id);
	});

	it('polls once a minute however many processes there are, and without any worker', async () => {
		await workerAt(1).stop();
		do await nextReading();
		while (readings().length < FIRST_READINGS + 3);
		const polls = readings().slice(FIRST_READINGS);
		const gaps = polls.slice(1).map((at, index) => at - (polls[index] ?? 0));
		for (const gap of gaps) expect(Math.abs(gap - MINUTE_MS)).toBeLessThan(POLL_TOLERANCE_MS);
	});
});

describe('the main process, when it is killed,', () => {
	it('is not needed by the executions that have begun', async () => {
		const numbers = numbersFor(3);
		const known = await knownExecutions();
		await n8n.cluster.addWorker('worker-3');
		prepare(numbers);
		const answering = lookUpAll(numbers).then(
			() => 'answered',
			() => 'cut off',
		);
		await until('all executions are handed over, and some are under way', async () => {
			const { getCalledInfo: calledInfo = 0 } = simulator.stats.countsByRoute;
			return calledInfo > 300 && (await newExecutions(known)).length === EXECUTIONS;
		});
		n8n.cluster.main.kill();
		expect(await answering).toBe('cut off');
		await n8n.cluster.restartMain();
		n8n.api = await n8n.signIn();

		const executions = await endedExecutions(known);
		expect(executions.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill('success'));
		const results = await Promise.all(
			executions.map(async ({ id }) => await n8n.api.execution(id)),
		);
		const pairs = results.map(({ items }) => JSON.stringify(items.Pairs));
		expect(pairs.sort()).toEqual(numbers.map((list) => JSON.stringify(pairsOf(list))).sort());
		expectLimitsKept();
	});
});
