import {
	addDataTableRows,
	deleteDataTableRows,
	updateDataTableRows,
} from '../../scripts/n8n/data-table';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { until } from '../../scripts/lib/until';
import { startSimulator, type Agent } from '../../simulator';

/** The example "agents in step with the HR list". */
const EXAMPLE = 'agents-in-step-with-the-hr-list.json';
const LIST = 'Huawei AICC HR list';
const FIRST_PASSWORD = 'Made-up#First-2026';
const WRITES = ['agentAccountCreate', 'agentAccountUpdate', 'agentAccountDelete'] as const;

/** Of the simulator's agents the first so many are on the list. */
const MANAGED = 150;

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let unmanaged: Agent[] = [];

beforeAll(async () => {
	simulator = await startSimulator();
	unmanaged = structuredClone(simulator.data.agents.slice(MANAGED));
	n8n = await startFreshN8n('agents-example', simulator, {
		N8N_BLOCK_ENV_ACCESS_IN_NODE: 'false',
		HUAWEI_AICC_FIRST_PASSWORD: FIRST_PASSWORD,
	});
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

function idOf(): string {
	return n8n.workflowIds[EXAMPLE] ?? '';
}

async function start() {
	return await n8n.api.runWorkflow(idOf(), 'Start by hand');
}

/** What a run without a fault has counted. */
async function sync() {
	const { status, error, items } = await start();
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	return items.Counts?.[0];
}

/** How often each write has been asked for. */
function writes(): Record<string, number> {
	const counts = WRITES.map((write) => [
		write.replace('agentAccount', '').toLowerCase(),
		simulator.requests.filter(({ route }) => route === write).length,
	]);
	return Object.fromEntries(counts) as Record<string, number>;
}

/** The writes that something has brought about, without those that it has not. */
async function writesOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
	const before = writes();
	await work();
	const made = Object.entries(writes()).map(([write, count]) => [
		write,
		count - (before[write] ?? 0),
	]);
	return Object.fromEntries(made.filter(([, count]) => count !== 0)) as Record<string, number>;
}

/** What the last update has sent. */
function lastUpdate(): Record<string, unknown> {
	const updates = simulator.requests.filter(({ route }) => route === 'agentAccountUpdate');
	return JSON.parse(updates.at(-1)?.body ?? '{}') as Record<string, unknown>;
}

function agentOf(account: string): Agent | undefined {
	return simulator.data.agents.find(({ userAccount }) => userAccount === account);
}

function skillName(id: number | string): string {
	return simulator.data.skills.find(({ skillId }) => skillId === Number(id))?.name ?? '';
}

/** The row of an agent as an HR system writes it. */
function rowOf({ userAccount, userName, email, skills }: Agent) {
	const names = skills.map(({ skillId }) => skillName(skillId)).join(', ');
	return { userAccount, userName, email, skills: names, status: 'active' };
}

const person = (account: string, skills: string, status = 'active') => ({
	userAccount: account,
	userName: `Person ${account.trim().slice(-3)}`,
	email: `${account.replace(/[^\w]/g, '')}@example.com`,
	skills,
	status,
});

async function change(account: string, columns: Record<string, string>): Promise<void> {
	await updateDataTableRows(n8n.api, LIST, { userAccount: account }, columns);
}

it('makes the list, and changes nothing as long as it is empty', async () => {
	const made = await writesOf(async () => {
		const { status, error } = await start();
		expect([status, error]).toEqual(['error', expect.stringMatching(/^The HR list is empty/)]);
	});
	expect(made).toEqual({});
});

it('brings the agents in step, and touches nobody who is not on the list', async () => {
	const rows = simulator.data.agents.slice(0, MANAGED).map(rowOf);
	await addDataTableRows(n8n.api, LIST, rows);
	await addDataTableRows(n8n.api, LIST, [
		person('person901', 'Sales 1, Support 2'),
		person('\u200bperson902 ', ' Billing 3 '),
		person('person903', '售后 4', 'left'),
	]);
	await change('agent001', { userName: 'Agent One' });
	await change('agent002', { skills: 'Support 2,Sales 6', email: '' });
	await change('agent003', { status: 'left' });
	await change('agent004', { skills: '' });
	const before = structuredClone(agentOf('agent002'));
	const made = await writesOf(async () => {
		expect(await sync()).toMatchObject({ people: 153, created: 2, updated: 2, deleted: 1 });
	});
	expect(made).toEqual({ create: 2, update: 2, delete: 1 });
	expect(agentOf('agent001')).toMatchObject({ userName: 'Agent One' });
	const [kept] = before?.skills ?? [];
	const weights = { agentWeight: 1, skillWeight: 1 };
	expect(agentOf('agent002')).toEqual({ ...before, skills: [kept, { skillId: 15, ...weights }] });
	expect(agentOf('agent003')).toBeUndefined();
	expect(agentOf('person901')).toMatchObject({
		userName: 'Person 901',
		email: 'person901@example.com',
		agentType: 4,
		skills: [
			{ skillId: 10, ...weights },
			{ skillId: 11, ...weights },
		],
	});
	expect(agentOf('person902')).toMatchObject({ skills: [{ skillId: 12, ...weights }] });
	expect(agentOf('person903')).toBeUndefined();
	for (const agent of unmanaged) expect(agentOf(agent.userAccount)).toEqual(agent);
});

it('gives new agents the first password, which n8n has stored nowhere', async () => {
	expect(simulator.data.agentPasswords).toMatchObject({
		person901: FIRST_PASSWORD,
		person902: FIRST_PASSWORD,
	});
	const executions = await n8n.api.executions(idOf());
	expect(executions.length).toBeGreaterThan(1);
	for (const { id } of executions) {
		const stored = JSON.stringify(await n8n.api.call('GET', `/rest/executions/${id}`));
		expect(stored).not.toContain(FIRST_PASSWORD);
	}
});

it('sends no write at all when nothing has changed', async () => {
	const made = await writesOf(async () => {
		expect(await sync()).toMatchObject({ created: 0, updated: 0, deleted: 0 });
	});
	expect(made).toEqual({});
});

it('changes exactly one agent for a name that has changed, with what the list does not have of it', async () => {
	await change('agent005', { userName: 'Married Name' });
	const before = structuredClone(agentOf('agent005'));
	expect(await writesOf(sync)).toEqual({ update: 1 });
	expect(agentOf('agent005')).toEqual({ ...before, userName: 'Married Name' });
	expect(lastUpdate()).toMatchObject({
		userAccount: 'agent005',
		phone: '7000005',
		agentType: before?.agentType,
		ccRoleId: before?.ccRoleId,
	});
});

it('changes an agent that has no phone, and gives it none', async () => {
	Object.assign(agentOf('agent008') ?? {}, { phone: '' });
	await change('agent008', { userName: 'Without Phone' });
	expect(await writesOf(sync)).toEqual({ update: 1 });
	expect(agentOf('agent008')).toMatchObject({ userName: 'Without Phone', phone: '' });
	expect(lastUpdate()).not.toHaveProperty('phone');
});

it('deletes who has left, and nobody whose row is gone', async () => {
	await change('agent006', { status: 'left' });
	await deleteDataTableRows(n8n.api, LIST, { userAccount: 'agent007' });
	expect(await writesOf(sync)).toEqual({ delete: 1 });
	expect([agentOf('agent006'), agentOf('agent007')?.userName]).toEqual([undefined, 'Agent 007']);
});

it('does what it understands, and fails with what it does not', async () => {
	await addDataTableRows(n8n.api, LIST, [
		person('person911', 'Sales 1, No such queue'),
		person('person912', ''),
		person('person913', 'Sales 1', ''),
		person('AGENT010', 'Sales 1', 'left'),
		person('agent011', 'Sales 1', 'left'),
		person('', 'Sales 1', 'left'),
		person('person914', 'Sales 1'),
	]);
	await change('agent010', { userAccount: 'agent010-moved' });
	const made = await writesOf(async () => {
		const { status, error, items } = await start();
		expect(status).toBe('error');
		expect(error?.split('\n').slice(1).sort()).toEqual([
			'AGENT010 is agent010 in AICC: write it the same way',
			expect.stringMatching(/^Row \d+ has no userAccount$/),
			'agent011 is there more than once',
			'agent011 is there more than once',
			'person911 has the skill No such queue, and no skill queues have this name',
			'person912 has no skills: name at least one skill queue',
			'person913 has a status that is neither active nor left',
		]);
		expect(items.Counts?.[0]).toMatchObject({ created: 2, deleted: 0 });
	});
	expect(made).toEqual({ create: 2 });
	for (const account of ['person911', 'person912', 'person913', 'AGENT010', 'agent011', '']) {
		await deleteDataTableRows(n8n.api, LIST, { userAccount: account });
	}
	await change('agent010-moved', { status: 'left' });
	expect(await writesOf(sync)).toEqual({ delete: 1 });
	expect([agentOf('agent010'), agentOf('agent011')].map((agent) => agent?.userName)).toEqual([
		expect.stringMatching(/010/),
		'Agent 011',
	]);
});

it('stops before anything is changed when too many would be deleted', async () => {
	for (let number = 20; number < 26; number++) await change(`agent0${number}`, { status: 'left' });
	await change('agent030', { userName: 'Not yet' });
	const made = await writesOf(async () => {
		const { status, error } = await start();
		expect([status, error]).toEqual([
			'error',
			expect.stringMatching(/^6 agents would be deleted, and at most 5 may be/),
		]);
	});
	expect(made).toEqual({});
	await change('agent025', { status: 'active' });
	expect(await writesOf(sync)).toEqual({ delete: 5, update: 1 });
});

it('says which could not be changed, and does them with the next run', async () => {
	await change('agent031', { userName: 'First' });
	await change('agent032', { userName: 'Second' });
	simulator.faults = [{ kind: 'cut', route: 'agentAccountUpdate', when: 'before', times: 1 }];
	const { status, error } = await start();
	expect([status, error]).toEqual(['error', expect.stringMatching(/^Not known.*\nagent03[12]: /)]);
	expect(await writesOf(sync)).toEqual({ update: 1 });
	expect(await writesOf(sync)).toEqual({});
});

it('ends in step when it was killed in the middle and runs again', async () => {
	const accounts = Array.from({ length: 40 }, (_, index) => `newcomer${100 + index}`);
	await addDataTableRows(
		n8n.api,
		LIST,
		accounts.map((account) => person(account, 'Sales 1')),
	);
	const created = () => accounts.filter((account) => agentOf(account)).length;
	simulator.behaviour.delayMs = 300;
	const killed = start().catch(() => undefined);
	await until('some are created', () => created() > 0);
	n8n.kill();
	await killed;
	expect(created()).toBeLessThan(accounts.length);
	simulator.behaviour.delayMs = 0;
	await n8n.restart();
	await sync();
	expect(created()).toBe(accounts.length);
	const all = simulator.data.agents.map(({ userAccount }) => userAccount);
	expect(new Set(all).size).toBe(all.length);
	expect(await writesOf(sync)).toEqual({});
	for (const agent of unmanaged) expect(agentOf(agent.userAccount)).toEqual(agent);
});
