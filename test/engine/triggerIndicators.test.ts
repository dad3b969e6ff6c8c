import { skipTime } from './faults/time';
import { PollContext } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { centreOf } from '../../simulator';
import { bodiesOf, requestsOf, useSimulator } from './fixtures';
import { expectRefused, Poller } from './poller';

const holder = useSimulator({ callsPerDay: 0 });

const QUEUE = 'IDX_COUNT_REAL_SKILL_QUEUE';
const ALARM = {
	event: 'indicatorCrossed',
	scope: 'skill',
	skillIds: [10, 11],
	indicator: { __rl: true, mode: 'list', value: QUEUE },
	operator: 'atLeast',
	threshold: 5,
	emitBack: true,
};

/** What the service measures: values by ID, as it writes them. */
function setValues(values: Record<number, unknown>, name = QUEUE, route = 'skillRindex'): void {
	const rows = Object.entries(values).map(([id, val]) => ({ id, idxs: [{ id: name, val }] }));
	holder.simulator.faults = [
		{ kind: 'json', route, times: 0, body: { resultCode: '0100000', resultDesc: rows } },
	];
}

const start = async (parameters: INodeParameters = ALARM) =>
	await Poller.start(holder.simulator, parameters);

/** A poller that has seen that nobody waits. */
async function watching(parameters: INodeParameters = ALARM): Promise<Poller> {
	setValues({ 10: '0', 11: '0' });
	const poller = await start(parameters);
	expect(await poller.poll()).toEqual([]);
	return poller;
}

const told = (items: IDataObject[]) => items.map(({ change, id, value }) => [change, id, value]);

it('tells once when a value crosses the threshold, and once when it is back', async () => {
	const poller = await watching();
	setValues({ 10: '5', 11: '4' });
	const [item, ...others] = await poller.poll();
	expect(others).toEqual([]);
	expect(item).toEqual({
		change: 'crossed',
		scope: 'skill',
		id: '10',
		indicator: QUEUE,
		indicatorName: 'calls waiting',
		value: 5,
		operator: 'atLeast',
		threshold: 5,
		readAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
	});
	setValues({ 10: '9', 11: '7' });
	expect(told(await poller.poll())).toEqual([['crossed', '11', 7]]);
	poller.restart();
	expect(await poller.poll()).toEqual([]);
	setValues({ 10: '4', 11: '7' });
	expect(told(await poller.poll())).toEqual([['back', '10', 4]]);
	expect(await poller.poll()).toEqual([]);
});

it('takes what is across at activation as reported, unless it is to be output', async () => {
	setValues({ 10: '7', 11: '0' });
	const quiet = await start();
	expect(await quiet.poll()).toEqual([]);
	setValues({ 10: '0', 11: '0' });
	expect(told(await quiet.poll())).toEqual([['back', '10', 0]]);
	setValues({ 10: '7', 11: '0' });
	const loud = await start({ ...ALARM, emitExisting: true });
	expect(told(await loud.poll())).toEqual([['crossed', '10', 7]]);
	expect(await loud.poll()).toEqual([]);
	loud.restart();
	expect(await loud.poll()).toEqual([]);
});

it('takes what crossed while the workflow was not published as reported, unless it is to be output', async () => {
	const poller = await watching();
	setValues({ 10: '7', 11: '0' });
	poller.publishAnew();
	expect(await poller.poll()).toEqual([]);
	expect(poller.executions).toBe(0);
	expect(await poller.poll()).toEqual([]);
	poller.restart();
	setValues({ 10: '7', 11: '6' });
	expect(told(await poller.poll())).toEqual([['crossed', '11', 6]]);

	setValues({ 10: '0', 11: '6' });
	poller.publishAnew({ ...ALARM, emitExisting: true });
	expect(told(await poller.poll())).toEqual([['crossed', '11', 6]]);
	expect(await poller.poll()).toEqual([]);
});

it('goes on from what it knew when another version of a published workflow takes its place', async () => {
	const poller = await watching();
	setValues({ 10: '7', 11: '0' });
	poller.publishAnew();
	jest.spyOn(PollContext.prototype, 'getActivationMode').mockReturnValueOnce('update');
	expect(told(await poller.poll())).toEqual([['crossed', '10', 7]]);
});

it('tells a crossing after one whose end was not told, also when n8n was killed between', async () => {
	const poller = await watching({ ...ALARM, emitBack: false });
	setValues({ 10: '5', 11: '0' });
	expect(await poller.poll()).toHaveLength(1);
	setValues({ 10: '0', 11: '0' });
	expect(await poller.poll()).toEqual([]);
	expect(poller.executions).toBe(2);
	expect(await poller.poll()).toEqual([]);
	expect(poller.executions).toBe(2);
	poller.restart();
	setValues({ 10: '6', 11: '0' });
	expect(told(await poller.poll())).toEqual([['crossed', '10', 6]]);
});

it.each([
	['a failing service', { kind: 'status', status: 500 }],
	['a refusal', { kind: 'json', body: { resultCode: '0100001', resultDesc: 'no' } }],
	['no list', { kind: 'json', body: { resultCode: '0100000', resultDesc: 'none' } }],
	['a stray page', { kind: 'html' }],
] as const)('raises no alarm and no all-clear for %s', async (_title, fault) => {
	const poller = await watching();
	setValues({ 10: '5', 11: '0' });
	await poller.poll();
	const before = poller.stored;
	holder.simulator.faults = [{ ...fault, route: 'skillRindex', times: 0 } as never];
	expect((await poller.failure()).name).toMatch(/^NodeApiError/);
	expect(poller.stored).toBe(before);
	setValues({ 10: '5', 11: '0' });
	expect(await poller.poll()).toEqual([]);
});

it.each([
	['is missing', undefined],
	['is null', null],
	['is empty', ''],
	['is no number', '--'],
	['has no end', 'NaN'],
	['is an empty object', {}],
	['is an object of two numbers', { value: '5', total: '9' }],
	['is an object of a number and a text', { id: 10, value: '--' }],
	['is an object without a number', { value: '--' }],
])('raises no alarm and no all-clear where a value %s, and says so', async (_title, value) => {
	const poller = await watching();
	setValues({ 10: '5', 11: '0' });
	await poller.poll();
	setValues({ ...(value === undefined ? {} : { 10: value }), 11: '6' });
	const warnings: string[] = [];
	const functions = poller.functions();
	jest.spyOn(functions.logger, 'warn').mockImplementation((message) => void warnings.push(message));
	expect(told(await poller.poll(functions))).toEqual([['crossed', '11', 6]]);
	expect(warnings).toEqual([
		`1 of 2 watched skills could not be read: the service gave no number for ${QUEUE}`,
	]);
	setValues({ 10: '5', 11: '6' });
	expect(await poller.poll()).toEqual([]);
	setValues({ 10: '0', 11: '6' });
	expect(told(await poller.poll())).toEqual([['back', '10', 0]]);
});

it('takes an object with nothing but a number in it for that number', async () => {
	const poller = await watching();
	setValues({ 10: { value: '5' }, 11: { IDX: 0 } });
	expect(told(await poller.poll())).toEqual([['crossed', '10', 5]]);
});

it.each([false, true])(
	'fails at activation when it can never ring, with what is there wanted: %s',
	async (emitExisting) => {
		setValues({ 10: '--' });
		const poller = await start({ ...ALARM, emitExisting });
		const refusal = {
			message: `The service gave no number for ${QUEUE}`,
			description: expect.stringMatching(/^Check Indicator/) as unknown,
		};
		expect(await poller.failure()).toMatchObject(refusal);
		expect(poller.stored).not.toContain('known');
		setValues({ 11: '9' });
		expect(await poller.poll()).toHaveLength(emitExisting ? 1 : 0);
		// What rang once may be silent for a while.
		setValues({});
		expect(await poller.poll()).toEqual([]);
	},
);

it('tells what can be read when one ID is refused', async () => {
	const skillIds = [10, 11, 12];
	setValues({ 10: '0', 11: '0', 12: '0' });
	const poller = await start({ ...ALARM, skillIds });
	await poller.poll();
	setValues({ 10: '8', 11: '0', 12: '8' });
	const [answer] = holder.simulator.faults;
	const refused = { resultCode: '0100002', resultDesc: 'Illegal parameter' };
	// Refused together, they are asked for in parts.
	holder.simulator.faults = [
		{ kind: 'json', route: 'skillRindex', times: 1, body: refused },
		answer as never,
	];
	expect(told(await poller.poll())).toEqual([
		['crossed', '10', 8],
		['crossed', '12', 8],
	]);
});

it('asks for two hundred skills in one request', async () => {
	const skillIds = Array.from({ length: 200 }, (_, index) => index + 1);
	setValues(Object.fromEntries(skillIds.map((id) => [id, '0'])));
	const poller = await start({ ...ALARM, skillIds });
	await poller.poll();
	setValues(Object.fromEntries(skillIds.map((id) => [id, '9'])));
	expect(await poller.poll()).toHaveLength(200);
	expect(requestsOf(holder.simulator, 'skillRindex')).toHaveLength(2);
	expect(bodiesOf(holder.simulator, 'skillRindex')[0]).toEqual({
		ccId: 1,
		vdn: 40,
		skillIds,
		indexIds: [QUEUE],
	});
	expect(poller.bytesFor(200)).toBeLessThanOrEqual(10);
});

it('watches agents and VDNs as well, by names of indicators that no page has', async () => {
	const own = 'IDX_COUNT_AGENT_OWN';
	const indicator = { __rl: true, mode: 'id', value: own };
	const agents = { ...ALARM, scope: 'agent', agentIds: '={{ "101, 102" }}', indicator };
	setValues({ 101: '1', 102: '9' }, own, 'agentgroupRindex');
	const poller = await start({ ...agents, operator: 'atMost', threshold: 0.5 });
	await poller.poll();
	setValues({ 101: '0.5', 102: '0.6' }, own, 'agentgroupRindex');
	expect(await poller.poll()).toMatchObject([
		{ change: 'crossed', scope: 'agent', id: '101', value: 0.5, indicatorName: null },
	]);

	const name = 'IDX_COUNT_REAL_VDN_CALL';
	setValues({ 40: '0' }, name, 'rindexVdn');
	const vdn = await start({
		...ALARM,
		scope: 'vdn',
		vdnIds: '',
		indicator: { ...indicator, value: name },
	});
	await vdn.poll();
	setValues({ 40: '5' }, name, 'rindexVdn');
	expect(await vdn.poll()).toMatchObject([{ scope: 'vdn', id: '40', indicatorName: 'calls' }]);
	expect(bodiesOf(holder.simulator, 'rindexVdn')[0]).toEqual({
		ccId: 1,
		vdnIds: [40],
		indexIds: [name],
	});
});

it.each([
	[{ skillIds: [] }, /^Skill Names or IDs is empty/],
	[{ skillIds: '={{ "10, x" }}' }, /^Skill Names or IDs /],
	[{ skillIds: [5001] }, /^Skill Names or IDs has an ID that cannot be/],
	[{ scope: 'agent', agentIds: [60000] }, /^Agent Names or IDs has an ID that cannot be/],
	[{ scope: 'vdn', vdnIds: '40, 5001' }, /^VDN IDs has an ID that cannot be/],
	[{ scope: '={{ "queue" }}' }, /^Watch is none of the values/],
	[{ indicator: { __rl: true, mode: 'id', value: '' } }, /^Indicator is empty/],
	[
		{ indicator: { __rl: true, mode: 'id', value: 'IDX_NONE' } },
		/^Indicator is not an indicator of skills: IDX_NONE/,
	],
	[{ indicator: { __rl: true, mode: 'id', value: 'calls waiting' } }, /^Indicator /],
	[{ operator: '={{ "over" }}' }, /^Operator is none of the values/],
	[{ threshold: '={{ "many" }}' }, /^Threshold is not a number/],
	[{ threshold: '={{ null }}' }, /^Threshold is empty/],
	[{ emitBack: '={{ 7 }}' }, /^Output When Back is neither true nor false/],
	[{ options: { vdnId: 5001 } }, /^VDN ID /],
])('refuses %j before anything is sent', async (wrong, message) => {
	const poller = await start({ ...ALARM, ...wrong });
	await expectRefused(poller, holder.simulator, message);
});

it('begins anew when something else is measured, not when more is watched', async () => {
	const poller = await watching();
	setValues({ 10: '9', 11: '0' });
	poller.restart({ ...ALARM, threshold: 6 });
	expect(await poller.poll()).toEqual([]);
	poller.restart({ ...ALARM, threshold: 6, skillIds: [10, 11, 12] });
	setValues({ 10: '9', 11: '9', 12: '9' });
	expect(told(await poller.poll())).toEqual([['crossed', '11', 9]]);
});

it('shows values in the manual test, and leaves the state alone', async () => {
	setValues({ 10: '1', 11: '0' });
	const poller = await start();
	expect(told(await poller.test())).toEqual([
		['crossed', '10', 1],
		['crossed', '11', 0],
	]);
	expect(poller.stored).not.toContain('known');
	setValues({});
	await expect(poller.test()).rejects.toMatchObject({
		message: `The service gave no number for ${QUEUE}`,
	});
});

describe('a centre that lives', () => {
	// How much happens in a day depends on the day.
	beforeEach(() => skipTime(Date.UTC(2031, 4, 6) - Date.now()));

	const living = useSimulator({ callsPerDay: 3000, agents: 20, skills: 4 });

	it('has every crossing of a day told once', async () => {
		const { simulator } = living;
		const skillIds = [...centreOf(simulator).skills.keys()].slice(0, 4);
		const poller = await Poller.start(simulator, { ...ALARM, skillIds, threshold: 2 });
		const across = new Map<number, boolean>();
		const expected: unknown[] = [];
		const given: unknown[] = [];
		for (let count = 0; count < 24 * 6; count++) {
			skipTime(10 * 60_000);
			if (count % 13 === 0) poller.restart();
			given.push(...told(await poller.poll()).map(([change, id]) => [count, change, id]));
			for (const [id, { queue }] of centreOf(simulator).skills) {
				const isAcross = queue.length >= 2;
				if (skillIds.includes(id) && (across.get(id) ?? isAcross) !== isAcross) {
					expected.push([count, isAcross ? 'crossed' : 'back', String(id)]);
				}
				across.set(id, isAcross);
			}
		}
		expect(expected.length).toBeGreaterThan(10);
		expect(given).toEqual(expected);
	});
});
