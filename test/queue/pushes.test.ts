import { addDataTableRows, dataTableRows } from '../../scripts/n8n/data-table';
import { chain, node } from '../../scripts/n8n/workflow';
import { until } from '../../scripts/lib/until';
import { startFreshCluster } from '../../scripts/queue/fresh';
import { CAMPAIGN_IDS, startSimulator } from '../../simulator';
import { droppedRepeats, tellStarts } from './counts';
import { startLoadBalancer } from './loadBalancer';

/** Results that are pushed to several webhook processes, which share n8n's data base alone. */
const PROCESSES = 3;

/** How n8n stores each result that it knows, in characters. */
const STORED_LENGTH = 17;

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshCluster>>;
let balancer: Awaited<ReturnType<typeof startLoadBalancer>>;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshCluster('pushes', simulator, {
		workers: 1,
		webhookProcesses: PROCESSES,
		env: { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' },
	});
	balancer = await startLoadBalancer(n8n.cluster.webhookProcesses.map(({ url }) => url));
});

afterAll(async () => {
	await balancer?.stop();
	await n8n?.cluster.stop();
	await simulator?.stop();
});

/** A published workflow that starts with pushed results. */
class Trigger {
	/** How many results were pushed to it, repeats too. */
	private pushed = 0;

	private readonly starts = new Map<string, number>();

	private readonly ended = new Set<string>();

	private constructor(
		private readonly workflowId: string,
		private readonly name: string,
		private readonly path: string,
	) {}

	/** A workflow of nothing but the trigger. @param name no other trigger has it */
	static async publish(name: string): Promise<Trigger> {
		const type = 'n8n-nodes-huawei-aicc.huaweiAiccCallbackTrigger';
		const trigger = node(name, type, 1, {}, { webhookId: name });
		const { id } = await n8n.api.saveWorkflow(chain(name, [trigger]));
		await n8n.api.activateWorkflow(id);
		return await new Trigger(id, name, `/webhook/${name}/callbacks`).answering();
	}

	/** An example as it was imported, with its trigger "Result pushed". */
	static async ofExample(file: string): Promise<Trigger> {
		const id = n8n.workflowIds[file] ?? '';
		const { nodes } = await n8n.api.workflow(id);
		const webhookId = String(nodes.flatMap(({ webhookId: own }) => own ?? [])[0]);
		return await new Trigger(id, 'Result pushed', `/webhook/${webhookId}/callbacks`).answering();
	}

	private async answering(): Promise<this> {
		await until('every process has the trigger', async () => {
			const answers = await this.pushToEach([]);
			return answers.every((isTaken) => isTaken);
		});
		return this;
	}

	/** Pushes until it is taken. @param process by its number; without it the balancer chooses */
	async push(results: object[], process?: number): Promise<boolean> {
		const target = process === undefined ? balancer.url : balancer.targets[process % PROCESSES];
		const [push] = await simulator.pushResults(target + this.path, { results });
		this.pushed += results.length * (push?.answers.length ?? 0);
		return push?.isTaken === true;
	}

	/** Pushes the same to each process at the same moment. */
	async pushToEach(results: object[]): Promise<boolean[]> {
		return await Promise.all(
			balancer.targets.map(async (_, process) => await this.push(results, process)),
		);
	}

	/** How many results n8n has stored as known. */
	async stored(): Promise<number> {
		const { staticData } = await n8n.api.workflow(this.workflowId);
		const state = (staticData ?? {}) as Record<string, { results?: string }>;
		return (state[`node:${this.name}`]?.results ?? '').length / STORED_LENGTH;
	}

	/** How often each result has started the workflow, once all that was pushed is accounted for. */
	async startsOfEach(): Promise<Map<string, number>> {
		await until('each result has started the workflow or was dropped', async () => {
			for (const { id, status } of await n8n.api.executions(this.workflowId)) {
				if (this.ended.has(id) || status !== 'success') continue;
				this.ended.add(id);
				for (const { callId } of (await n8n.api.execution(id)).items[this.name] ?? []) {
					this.starts.set(String(callId), (this.starts.get(String(callId)) ?? 0) + 1);
				}
			}
			return this.started + droppedRepeats(n8n.cluster.webhookProcesses, this.name) === this.pushed;
		});
		tellStarts(this.name, this.pushed, [...this.starts.values()]);
		return this.starts;
	}

	private get started(): number {
		return [...this.starts.values()].reduce((sum, count) => sum + count, 0);
	}
}

/** Results of as many calls. */
function resultsOf(name: string, count: number): object[] {
	return Array.from({ length: count }, (_, index) => ({
		callId: `${name}-${index}`,
		callStatus: 5,
	}));
}

function pushesOf(count: number, results: number): object[][] {
	return Array.from({ length: count }, (_, push) => resultsOf(`${push}`, results));
}

async function expectEachOnce(trigger: Trigger, results: number): Promise<void> {
	const starts = [...(await trigger.startsOfEach()).values()];
	expect(starts).toEqual(Array(results).fill(1));
}

it('drops what comes again to another process later', async () => {
	const trigger = await Trigger.publish('later');
	const results = resultsOf('a', 40);
	for (let time = 0; time < PROCESSES; time++) {
		for (const [index, result] of results.entries()) await trigger.push([result], index + time);
	}
	await expectEachOnce(trigger, results.length);
});

it('starts once more at most, for the push that comes at once, when the answers do not arrive', async () => {
	const trigger = await Trigger.publish('unanswered');
	Object.assign(simulator.behaviour, { maxPushes: 3, repushDelayMs: 1000 });
	const results = resultsOf('a', 10);
	for (const result of results) {
		balancer.answersToLose = 2;
		expect(await trigger.push([result])).toBe(true);
	}
	const starts = await trigger.startsOfEach();
	expect(starts.size).toBe(results.length);
	expect(Math.max(...starts.values())).toBeLessThanOrEqual(2);
});

it('drops what comes again after a burst, in which the processes overwrite what they store', async () => {
	const trigger = await Trigger.publish('burst');
	const pushes = pushesOf(50, 10);
	await Promise.all(pushes.map(async (results) => await trigger.push(results)));
	await until('all know of all', async () => {
		for (let process = 0; process < PROCESSES; process++) await trigger.push([], process);
		return (await trigger.stored()) === 500;
	});
	await Promise.all(pushes.map(async (results, index) => await trigger.push(results, index)));
	await Promise.all(pushes.map(async (results, index) => await trigger.push(results, index + 1)));
	await expectEachOnce(trigger, 500);
});

it('starts at most once in each process for what comes to all at the same moment', async () => {
	const trigger = await Trigger.publish('same-moment');
	const results = resultsOf('a', 20);
	for (const result of results) await trigger.pushToEach([result]);
	const starts = await trigger.startsOfEach();
	expect(starts.size).toBe(results.length);
	expect(Math.max(...starts.values())).toBeLessThanOrEqual(PROCESSES);
	const before = new Map(starts);
	for (const result of results) await trigger.pushToEach([result]);
	expect(await trigger.startsOfEach()).toEqual(before);
});

it('starts once when a load balancer sends each path to one process', async () => {
	const trigger = await Trigger.publish('path');
	balancer.goesByPath = true;
	const pushes = pushesOf(20, 10);
	await Promise.all([...pushes, ...pushes].map(async (results) => await trigger.push(results)));
	balancer.goesByPath = false;
	await expectEachOnce(trigger, 200);
});

it('is harmless to the example, which has each result once in its table', async () => {
	const table = 'Huawei AICC numbers to call';
	await n8n.api.runWorkflow(n8n.workflowIds['fill-a-campaign.json'] ?? '', 'Start by hand');
	const campaignId = CAMPAIGN_IDS.empty;
	const numbers = ['13600000401', '13600000402', '13600000403', '13600000404'];
	await addDataTableRows(
		n8n.api,
		table,
		numbers.map((number) => ({
			number,
			campaignId,
			sessionId: number,
			status: 'added',
			calledAt: '',
		})),
	);
	const before = await dataTableRows(n8n.api, table);
	const attempt = (number: string, minute: string, callStatus: number) => ({
		campaignId,
		sessionId: number,
		called: number,
		callId: `${number}-${minute}`,
		callTimeStr: `2026-03-01 10:${minute}:00`,
		callStatus,
		failCode: callStatus === 5 ? '00603' : '',
		recordPath: '',
	});
	const trigger = await Trigger.ofExample('pushed-results-into-the-table.json');
	for (const number of numbers) {
		await Promise.all([
			trigger.pushToEach([attempt(number, '00', 5)]),
			trigger.pushToEach([attempt(number, '10', 6)]),
		]);
	}
	const starts = await trigger.startsOfEach();
	expect(Math.max(...starts.values())).toBeGreaterThan(1);
	expect(starts.size).toBe(2 * numbers.length);
	const after = await dataTableRows(n8n.api, table);
	expect(after).toEqual(
		before.map((row) =>
			numbers.includes(String(row.number))
				? expect.objectContaining({
						number: row.number,
						status: 'called',
						result: 'succeeded',
						calledAt: '2026-03-01 10:10:00',
					})
				: row,
		),
	);
});

it('drops what comes again to a process that was started later', async () => {
	const trigger = await Trigger.publish('restarted');
	const results = resultsOf('a', 20);
	await trigger.push(results, 1);
	await expectEachOnce(trigger, results.length);
	n8n.cluster.webhookProcesses[1]?.kill();
	const { url } = await n8n.cluster.addWebhookProcess();
	balancer.targets[1] = url;
	await trigger.push(results, 1);
	await trigger.push(results, 0);
	await expectEachOnce(trigger, results.length);
});
