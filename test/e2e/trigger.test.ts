import { startFreshN8n } from '../../scripts/n8n/fresh';
import { until } from '../../scripts/lib/until';
import { startSimulator } from '../../simulator';

/** The trigger in a real n8n: each activation and each start of n8n begins with a poll. */
const EXAMPLE = 'hotline-change-watch.json';

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;

beforeAll(async () => {
	simulator = await startSimulator({ accessCodes: 250 });
	n8n = await startFreshN8n('trigger', simulator);
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

function workflowId(): string {
	return n8n.workflowIds[EXAMPLE] ?? '';
}

/** The messages of each execution so far. */
async function messages(): Promise<string[][]> {
	const executions = await n8n.api.endedExecutions(workflowId());
	return executions.map(({ items }) => (items.Message ?? []).map(({ message }) => String(message)));
}

async function untilMessages(count: number): Promise<void> {
	await until(`${count} executions have ended`, async () => (await messages()).length >= count);
}

async function poll(): Promise<void> {
	await n8n.api.deactivateWorkflow(workflowId());
	await n8n.api.activateWorkflow(workflowId());
}

/** Takes the first access code away. @returns the message that is to come */
function removeFirst() {
	const [removed] = simulator.data.accessCodes.splice(0, 1);
	return expect.stringMatching(new RegExp(`^Hotline ${removed?.accessCode} .* was removed$`));
}

it('begins with what is there, and gives each change once', async () => {
	await n8n.api.activateWorkflow(workflowId());
	await until('the first poll has ended', async () => {
		return (await n8n.api.workflow(workflowId())).staticData !== null;
	});

	const { accessCodes } = simulator.data;
	const removed = removeFirst();
	const changed = accessCodes[3];
	Object.assign(changed ?? {}, { numCallAttr: 9 });
	accessCodes.push({
		id: '99',
		accessCode: '0077',
		mediatypeId: 5,
		n400Number: null,
		description: '新热线',
		numCallAttr: 1,
	});
	await poll();
	await untilMessages(1);
	const executions = await messages();
	expect(executions).toHaveLength(1);
	expect(executions[0]).toHaveLength(3);
	expect(executions[0]).toEqual(
		expect.arrayContaining([
			'Hotline 0077 (新热线) was added',
			expect.stringMatching(
				new RegExp(`^Hotline ${changed?.accessCode} .* was changed: numCallAttr was`),
			),
			removed,
		]),
	);
});

it('takes a failed poll for no change', async () => {
	simulator.faults = [
		{ kind: 'status', status: 500, route: 'queryAccessCodeList', skip: 2, times: 0 },
	];
	await poll();
	await until('a poll fails', () => simulator.requests.some(({ status }) => status === 500));
	simulator.faults = [];
	const removed = removeFirst();
	await poll();
	await untilMessages(2);
	expect((await messages()).slice(1)).toEqual([[removed]]);
});

it('gives what changed while n8n was down, and nothing twice', async () => {
	const whileDown = removeFirst();
	await n8n.restart();
	await untilMessages(3);
	const afterwards = removeFirst();
	await poll();
	await untilMessages(4);
	expect((await messages()).slice(2)).toEqual([[whileDown], [afterwards]]);
});
