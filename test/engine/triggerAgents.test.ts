import { skipTime } from './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { bodiesOf, useSimulator } from './fixtures';
import { expectRefused, Poller } from './poller';

const holder = useSimulator({ callsPerDay: 0 });

const STATUSES = { event: 'agentStatusChanged', skillIds: [10] };

interface Agent {
	workNo: unknown;
	status?: unknown;
	ctiStatus?: unknown;
}

/** What the service answers for the skills, one after the other and then again. */
function setAgents(...skills: Agent[][]): void {
	holder.simulator.faults = skills.map((agents) => ({
		kind: 'json',
		route: 'agentbyconfigedskill',
		times: skills.length === 1 ? 0 : 1,
		body: { resultCode: '0100000', resultDesc: agents.map((agent) => row(agent)) },
	}));
}

const row = (agent: Agent) => ({
	name: `Agent ${String(agent.workNo)}`,
	groupId: '1',
	mediaType: 5,
	vdnId: 40,
	...agent,
});

const idle = (workNo: unknown): Agent => ({ workNo, status: '4', ctiStatus: 4 });
const busy = (workNo: unknown): Agent => ({ workNo, status: '7', ctiStatus: 7 });

const start = async (parameters: INodeParameters = STATUSES) =>
	await Poller.start(holder.simulator, parameters);

/** A poller that has seen two idle agents. */
async function watching(parameters: INodeParameters = STATUSES): Promise<Poller> {
	setAgents([idle('101'), idle('102')]);
	const poller = await start(parameters);
	expect(await poller.poll()).toEqual([]);
	return poller;
}

const told = (items: IDataObject[]) => items.map(({ change, workNo }) => [change, workNo]);

it('tells each change of a status once, with what it was', async () => {
	const poller = await watching();
	setAgents([busy('101'), idle('102')]);
	expect(await poller.poll()).toEqual([
		{
			change: 'changed',
			changedFields: ['status', 'ctiStatus'],
			previous: { status: '4', ctiStatus: '4' },
			...row(busy('101')),
			mediaTypeName: expect.any(String) as unknown,
		},
	]);
	expect(await poller.poll()).toEqual([]);
	poller.restart();
	expect(await poller.poll()).toEqual([]);
	setAgents([idle('101'), { ...idle('102'), ctiStatus: 5 }]);
	expect(await poller.poll()).toMatchObject([
		{ workNo: '101', changedFields: ['status', 'ctiStatus'] },
		{ workNo: '102', changedFields: ['ctiStatus'] },
	]);
	expect(bodiesOf(holder.simulator, 'agentbyconfigedskill')[0]).toEqual({
		ccId: 1,
		vdn: 40,
		skillId: 10,
	});
});

/** The fields of an item, and what is in them. */
function formOf(item: IDataObject | undefined): IDataObject {
	return Object.fromEntries(
		Object.entries(item ?? {}).map(([name, value]) => {
			const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
			return [name, isObject ? formOf(value as IDataObject) : typeof value];
		}),
	);
}

it('begins anew with other skills, and keeps no agents of those that are no longer watched', async () => {
	const poller = await watching();
	poller.restart({ ...STATUSES, skillIds: [11] });
	setAgents([idle('201')]);
	expect(await poller.poll()).toEqual([]);
	expect(poller.stored).not.toContain('"101"');
	setAgents([busy('201')]);
	expect(told(await poller.poll())).toEqual([['changed', '201']]);
	poller.restart({ ...STATUSES, skillIds: [10] });
	setAgents([busy('101'), idle('102')]);
	expect(await poller.poll()).toEqual([]);
});

it('does not begin anew when the skills are in another order', async () => {
	const poller = await watching({ ...STATUSES, skillIds: [10, 11] });
	poller.restart({ ...STATUSES, skillIds: '={{ "11, 10" }}' });
	setAgents([busy('101'), idle('102')]);
	expect(told(await poller.poll())).toEqual([['changed', '101']]);
});

it('gives the statuses at activation once when asked to', async () => {
	setAgents([idle('101')]);
	const poller = await start({ ...STATUSES, emitExisting: true });
	expect(await poller.poll()).toMatchObject([{ change: 'added', workNo: '101', previous: null }]);
	expect(await poller.poll()).toEqual([]);
});

it('takes a status for the same when it comes in another form, or not at all', async () => {
	const poller = await watching();
	setAgents([
		{ workNo: 101, status: 4, ctiStatus: '4' },
		{ workNo: '102 ', status: '4 ', ctiStatus: null },
	]);
	expect(await poller.poll()).toEqual([]);
});

it('tells an agent of two skills once', async () => {
	const both = { ...STATUSES, skillIds: '={{ "10, 11" }}' };
	setAgents([idle('101')], [idle('101'), idle('102')]);
	const poller = await start(both);
	await poller.poll();
	setAgents([busy('101')], [busy('101'), idle('102')]);
	expect(told(await poller.poll())).toEqual([['changed', '101']]);
});

it('holds agents to be as they were who are missing, and whose skill cannot be read', async () => {
	const both = { ...STATUSES, skillIds: [10, 11] };
	setAgents([idle('101')], [idle('102')]);
	const poller = await start(both);
	await poller.poll();
	const warnings: string[] = [];
	const functions = poller.functions();
	jest.spyOn(functions.logger, 'warn').mockImplementation((message) => void warnings.push(message));
	setAgents([busy('101')], []);
	Object.assign(holder.simulator.faults[1] ?? {}, {
		body: { resultCode: '0101003', resultDesc: 'no' },
	});
	expect(told(await poller.poll(functions))).toEqual([['changed', '101']]);
	expect(warnings).toEqual([
		expect.stringMatching(/^The agents of 1 of 2 watched skills could not be read: /),
	]);
	setAgents([busy('101')], []);
	expect(await poller.poll()).toEqual([]);
	setAgents([busy('101')], [busy('102')]);
	expect(told(await poller.poll())).toEqual([['changed', '102']]);
});

it('changes nothing when nothing can be read', async () => {
	const poller = await watching();
	const before = poller.stored;
	holder.simulator.faults = [
		{ kind: 'status', route: 'agentbyconfigedskill', times: 0, status: 500 },
	];
	expect((await poller.failure()).message).toMatch(/^Could not get the agents of the skill/);
	expect(poller.stored).toBe(before);
	setAgents([busy('101'), idle('102')]);
	expect(told(await poller.poll())).toEqual([['changed', '101']]);
});

it('knows a new agent from then on, also when n8n was killed', async () => {
	const poller = await watching();
	setAgents([idle('101'), idle('102'), idle('103')]);
	expect(await poller.poll()).toEqual([]);
	poller.restart();
	setAgents([idle('101'), idle('102'), busy('103')]);
	expect(told(await poller.poll())).toEqual([['changed', '103']]);
});

it.each([
	[{ skillIds: [] }, /^Skill Names or IDs is empty/],
	[{ skillIds: '={{ ["x"] }}' }, /^Skill Names or IDs /],
	[{ options: { vdnId: 5001 } }, /^VDN ID /],
])('refuses %j before anything is sent', async (wrong, message) => {
	const poller = await start({ ...STATUSES, ...wrong });
	await expectRefused(poller, holder.simulator, message);
});

it('shows agents in the manual test, and leaves the state alone', async () => {
	setAgents([idle('101')]);
	const poller = await start();
	const [sample] = await poller.test();
	expect(sample).toMatchObject({ change: 'changed', workNo: '101' });
	expect(poller.stored).not.toContain('known');
	await poller.poll();
	setAgents([busy('101')]);
	const [item] = await poller.poll();
	expect(formOf(sample)).toEqual(formOf(item));
});

it('says so in the manual test when there are no agents', async () => {
	const poller = await start();
	setAgents([]);
	await expect(poller.test()).rejects.toMatchObject({
		message: 'The skills have no agents to show as a sample',
	});
});

it('stores a few bytes of each agent', async () => {
	const agents = Array.from({ length: 1000 }, (_, index) => idle(String(15_000 + index)));
	setAgents(agents);
	const poller = await start();
	await poller.poll();
	expect(poller.bytesFor(agents.length)).toBe(19);
});

describe('a centre that lives', () => {
	// How much happens in a day depends on the day.
	beforeEach(() => skipTime(Date.UTC(2031, 4, 6) - Date.now()));

	const living = useSimulator({ callsPerDay: 2000, agents: 12, skills: 2 });

	it('has every change of a day told once', async () => {
		const { simulator } = living;
		const skillIds = simulator.data.skills.slice(0, 2).map(({ skillId }) => Number(skillId));
		const poller = await Poller.start(simulator, { ...STATUSES, skillIds });
		await poller.poll();
		const last = new Map<unknown, unknown>();
		let changes = 0;
		for (let count = 0; count < 24 * 12; count++) {
			skipTime(5 * 60_000);
			if (count % 25 === 0) poller.restart();
			for (const { workNo, status, previous } of await poller.poll()) {
				const before = (previous as IDataObject).status;
				if (last.has(workNo)) expect(before).toBe(last.get(workNo));
				expect(status).not.toBe(before);
				last.set(workNo, status);
				changes++;
			}
		}
		expect(changes).toBeGreaterThan(30);
	});
});
