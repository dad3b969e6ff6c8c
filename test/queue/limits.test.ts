import { sleep } from 'n8n-workflow';

import { isAlive } from '../../scripts/lib/processes';
import { complaintsOf, executionsOf } from '../../scripts/queue/fresh';
import { chance } from '../../scripts/scale/chance';
import { percent, tell } from './figures';
import { startTestCluster, type TestCluster } from './harness';
import {
	askedOf,
	expectOwnAnswers,
	isLostByN8n,
	seenIn,
	shareIn,
	type Answer,
	type Span,
} from './lookUps';

/**
 * Workers that share a platform, each with the platform's number as its ceiling. What counts is what
 * the platform sees: it takes so many requests at once and turns the others away.
 */
const WORKERS = 4;

/** So slow that the processors of a small machine are not what limits the pace. */
const SERVICE_MS = 200;

const EXECUTIONS_PER_WORKER = 3;
const LOOK_UPS = 30;
/** So many that n8n lists all executions of a minute. */
const LONG_LOOK_UPS = 100;
/** So many that a few wait in n8n's queue whenever a worker has room. */
const EXECUTIONS = WORKERS * (EXECUTIONS_PER_WORKER + 1);

/** How long workers have to find their shares after one of them was started. */
const SETTLING_MS = 10_000;
const MAX_REFUSED = 0.01;
/** Each worker that starts finds its share by asking for too much: here one does every few seconds. */
const MAX_REFUSED_WHILE_STARTING = 0.03;
const MIN_OF_ONE_PROCESS = 0.9;
const MIN_OF_FAIR_SHARE = 0.5;

const SEED = 1;
/** Between two events of the test by chance. */
const MIN_PAUSE_MS = 2_000;
const MAX_MORE_PAUSE_MS = 5_000;
/** Of the hundreds of a test. */
const MAX_LOST_BY_N8N = 1;
/** Executions that n8n does not know yet to have been lost with their workers. */
const LOST_AT_ONCE = 4 * EXECUTIONS_PER_WORKER;

let tested: TestCluster;

beforeAll(async () => {
	tested = await startTestCluster('queue-limits', {
		workers: 1,
		executionsPerWorker: EXECUTIONS_PER_WORKER,
	});
	tested.simulator.behaviour.delayMs = SERVICE_MS;
});

afterAll(async () => {
	await tested?.stop();
});

/** The time from the settling of the workers on. */
async function settledFor(milliseconds: number): Promise<Span> {
	await sleep(SETTLING_MS);
	const from = Date.now();
	await sleep(milliseconds);
	return { from, to: Date.now() };
}

/** All but what n8n lost by itself, of which it tells with what n8n's processes have complained of. */
function withoutLost(answers: Answer[]): Answer[] {
	const lost = answers.filter(isLostByN8n);
	if (lost.length > 0) {
		const { main, workers } = tested.cluster;
		const complaints = [main, ...workers].flatMap(complaintsOf);
		tell('Lost by n8n', { answers: JSON.stringify(lost), complaints: complaints.join('\n') });
	}
	expect(lost.length).toBeLessThanOrEqual(MAX_LOST_BY_N8N);
	return answers.filter((answer) => !isLostByN8n(answer));
}

it('lets four workers share what the platform takes', async () => {
	const { simulator, cluster, lookUps } = tested;
	const stop = lookUps.keepAsking(EXECUTIONS, LOOK_UPS);
	const alone = await settledFor(15_000);
	await Promise.all(Array.from({ length: WORKERS - 1 }, cluster.addWorker));
	const together = await settledFor(90_000);
	withoutLost(await stop()).forEach(expectOwnAnswers);

	const { refused, perSecond } = seenIn(simulator, together);
	const ofOneProcess = perSecond / seenIn(simulator, alone).perSecond;
	tell('Four workers', { refused: percent(refused), 'of one process': percent(ofOneProcess) });
	expect(refused).toBeLessThan(MAX_REFUSED);
	expect(ofOneProcess).toBeGreaterThan(MIN_OF_ONE_PROCESS);
});

it('gives a worker its share that comes when the others have settled', async () => {
	const { simulator, cluster, lookUps } = tested;
	await cluster.workers.at(-1)?.stop();
	// Where answers take longer, chance decides for longer as well.
	simulator.behaviour.delayMs = SERVICE_MS / 2;
	const stop = lookUps.keepAsking(EXECUTIONS, LOOK_UPS);
	await sleep(SETTLING_MS);
	const late = await cluster.addWorker();
	await sleep(SETTLING_MS);
	const together = await settledFor(40_000);
	const answers = withoutLost(await stop());

	answers.forEach(expectOwnAnswers);
	const share = shareIn(simulator, together, late, answers);
	tell('The late worker', { 'of the fair share': percent(share * WORKERS) });
	expect(share).toBeGreaterThan(MIN_OF_FAIR_SHARE / WORKERS);
});

/**
 * Starts and kills workers by chance, never the last one, and never more than `WORKERS` at once.
 *
 * @returns the executions that the killed ones had begun and not ended
 */
async function startAndKill(random: () => number, milliseconds: number): Promise<string[]> {
	const { cluster } = tested;
	const isRunning = new Set(cluster.workers.filter(({ pid }) => isAlive(pid)));
	const starting: Array<Promise<unknown>> = [];
	let count = isRunning.size;
	const lost: string[] = [];
	const end = Date.now() + milliseconds;
	while (Date.now() < end) {
		const running = [...isRunning];
		const victim = running[Math.floor(random() * running.length)];
		if (count < WORKERS && (running.length === 1 || random() < 0.5)) {
			count++;
			starting.push(cluster.addWorker().then((added) => isRunning.add(added)));
		} else if (victim && running.length > 1) {
			count--;
			isRunning.delete(victim);
			victim.kill();
			await victim.ended;
			lost.push(...executionsOf(victim).unfinished);
		}
		await sleep(MIN_PAUSE_MS + random() * MAX_MORE_PAUSE_MS);
	}
	await Promise.all(starting);
	return lost;
}

it(`loses nothing else when workers are started and killed by chance, seed ${SEED}`, async () => {
	const { simulator, lookUps } = tested;
	const { ended } = await tested.watchExecutions();
	const stop = lookUps.keepAsking(EXECUTIONS + LOST_AT_ONCE, LONG_LOOK_UPS);
	await sleep(SETTLING_MS);
	const from = Date.now();
	const lost = await startAndKill(chance(SEED), 50_000);
	const to = Date.now();
	const answers = withoutLost(await stop());

	const right = answers.filter(({ status }) => status === 200);
	right.forEach(expectOwnAnswers);
	// What n8n had handed to a worker that was killed before it began is never answered: nothing was done.
	const unanswered = answers.filter(({ status }) => status === 0);
	const asked = askedOf(simulator);
	const numbers = unanswered.flatMap((answer) => answer.numbers);
	expect(numbers.filter((each) => asked.has(each))).toEqual([]);
	expect(unanswered.length).toBeLessThanOrEqual(MAX_LOST_BY_N8N);
	const all = await ended(unanswered.length);
	const failed = all.filter(({ status }) => !['success', 'new'].includes(status));
	expect(lost).not.toHaveLength(0);
	expect(lost).toEqual(expect.arrayContaining(failed.map(({ id }) => id)));
	expect(failed).toHaveLength(answers.length - right.length - unanswered.length);
	const { refused } = seenIn(simulator, { from, to });
	tell('By chance', {
		refused: percent(refused),
		executions: String(answers.length),
		lost: String(failed.length),
	});
	expect(refused).toBeLessThan(MAX_REFUSED_WHILE_STARTING);
});
