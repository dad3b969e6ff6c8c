import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { chain, node } from '../../scripts/n8n/workflow';
import { until } from '../../scripts/lib/until';
import { startSimulator } from '../../simulator';
import { endedCall } from '../engine/endedCall';

/** Polls come once a minute, at a second of their own. */
const FEW_MINUTES = 200_000;

/**
 * What a real n8n has of a trigger's state when it is killed after polls that gave no item. Polls by
 * the clock come once a minute at most, and only they are no activations, after which n8n stores
 * everything.
 */
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;

beforeAll(async () => {
	simulator = await startSimulator({ obsResultCodes: 60, callsPerDay: 0 });
	n8n = await startFreshN8n('trigger-state', simulator);
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

/** Publishes a trigger that polls every minute, with a node after it. @returns its id */
async function publish(name: string, parameters: Record<string, unknown>): Promise<string> {
	const { type, name: credentialName } = simulatorCredentials(simulator).akSk;
	const credential = (await n8n.api.credentials()).find((saved) => saved.type === type);
	const trigger = node('Watch', 'n8n-nodes-huawei-aicc.huaweiAiccTrigger', 1, parameters, {
		credentials: { [type]: { id: credential?.id ?? '', name: credentialName } },
	});
	const { id } = await n8n.api.saveWorkflow(
		chain(name, [trigger, node('After', 'n8n-nodes-base.noOp', 1, {})]),
	);
	await n8n.api.activateWorkflow(id);
	await until('n8n has stored what is there', async () => (await stored(id)) !== 'null');
	return id;
}

async function stored(id: string): Promise<string> {
	return JSON.stringify((await n8n.api.workflow(id)).staticData);
}

/** What the nodes of each execution gave out. */
async function executions(id: string) {
	return (await n8n.api.endedExecutions(id)).map(({ status, items }) => ({ status, items }));
}

const QUEUE = 'IDX_COUNT_REAL_SKILL_QUEUE';

/** How many calls wait in the skill queue that is watched. */
function setWaiting(count: number): void {
	const resultDesc = [{ id: '10', idxs: [{ id: QUEUE, val: String(count) }] }];
	const body = { resultCode: '0100000', resultDesc };
	simulator.faults = [{ kind: 'json', route: 'skillRindex', times: 0, body }];
}

/** Waits until the next poll of an interface has been answered. */
async function nextPollOf(route: string): Promise<void> {
	const polls = () => simulator.requests.filter((request) => request.route === route).length;
	const before = polls();
	await until(`${route} is polled`, () => polls() > before, FEW_MINUTES);
}

/** Waits until workflows have as many executions. */
async function untilExecutions(wanted: Record<string, number>): Promise<void> {
	for (const [id, count] of Object.entries(wanted)) {
		await until(
			`${count} executions have ended`,
			async () => (await executions(id)).length >= count,
			FEW_MINUTES,
		);
	}
}

it(
	'has what a poll without items has changed, and all that was given, when n8n is killed',
	async () => {
		const { obsResultCodes } = simulator.data;
		setWaiting(0);
		const codes = await publish('Gone result codes', {
			event: 'obsResultCodeChanged',
			changes: ['removed'],
		});
		const calls = await publish('Calls', { event: 'callRecordAdded' });
		const alarm = await publish('Alarm', {
			event: 'indicatorCrossed',
			scope: 'skill',
			skillIds: [10],
			indicator: { __rl: true, mode: 'list', value: QUEUE },
			operator: 'atLeast',
			threshold: 5,
		});

		// Each of them has something new, of which one workflow wants to know nothing.
		obsResultCodes.push({ obsCode: '00001', obsCodeDesc: 'not for long' });
		const first = endedCall(simulator);
		setWaiting(5);
		await untilExecutions({ [codes]: 1, [calls]: 1, [alarm]: 1 });
		expect(await executions(codes)).toEqual([{ status: 'success', items: { Watch: [] } }]);
		expect(await stored(codes)).toContain('00001');

		// The alarm is over, which nobody is told.
		setWaiting(0);
		await untilExecutions({ [alarm]: 2 });
		expect((await executions(alarm))[1]).toEqual({ status: 'success', items: { Watch: [] } });
		await nextPollOf('querycallsV2');
		expect(await executions(calls)).toHaveLength(1);

		// While n8n is dead everything happens at once.
		let second = '';
		await n8n.restartAfterKill(() => {
			obsResultCodes.pop();
			second = endedCall(simulator).callId;
			setWaiting(6);
		});
		await untilExecutions({ [codes]: 2, [calls]: 2, [alarm]: 3 });
		const given = await Promise.all([codes, calls, alarm].map(executions));
		expect(given.map((all) => all.at(-1)?.items.After)).toEqual([
			[expect.objectContaining({ change: 'removed', obsCode: '00001' })],
			[expect.objectContaining({ direction: 'inbound' })],
			[expect.objectContaining({ change: 'crossed', id: '10', value: 6 })],
		]);
		const callIds = given[1]?.flatMap(({ items }) => items.After?.map(({ callId }) => callId));
		expect(callIds).toEqual([first.callId, second]);

		// Killed once more, after polls that gave nothing: nothing comes twice.
		await nextPollOf('querycallsV2');
		await n8n.restartAfterKill();
		await Promise.all(['queryOBSResultCode', 'querycallsV2', 'skillRindex'].map(nextPollOf));
		const counts = await Promise.all([codes, calls, alarm].map(executions));
		expect(counts.map(({ length }) => length)).toEqual([2, 2, 3]);
	},
	2 * FEW_MINUTES,
);
