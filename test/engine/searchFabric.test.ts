/** The drop-downs that are filled from lists of the API Fabric. */
import type { INodePropertyOptions } from 'n8n-workflow';

import { HuaweiAicc } from '../../nodes/HuaweiAicc/HuaweiAicc.node';
import { inEditor, searchIn } from './editor';
import { bodiesOf, runnerFor, useSimulator } from './fixtures';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

async function namesIn(method: string, asked: Parameters<typeof searchIn>[2] = {}) {
	const { found, error } = await searchIn(holder.simulator, method, asked);
	expect(error?.message).toBeUndefined();
	return found?.results.map(({ name }) => name) ?? [];
}

const SKILL = { devicetype: 1 };
const IVR = { devicetype: 3 };

it('every drop-down of a field is there', () => {
	const { description, methods } = new HuaweiAicc();
	const properties = JSON.stringify(description.properties);
	const named = [...properties.matchAll(/"(searchListMethod|loadOptionsMethod)":"(\w+)"/g)];
	const there: string[] = [...Object.keys(methods.listSearch), ...Object.keys(methods.loadOptions)];
	expect(named.length).toBeGreaterThan(5);
	expect(named.map(([, , name]) => name).filter((name) => !there.includes(name ?? ''))).toEqual([]);
});

describe('devices', () => {
	it('are skill queues with their IDs, a page at a time', async () => {
		const { found } = await searchIn(holder.simulator, 'searchDevices', { parameters: SKILL });
		expect(found?.results).toHaveLength(100);
		expect(found?.results[0]).toEqual({ name: 'Sales 1 (10)', value: '10' });
		const token = String(found?.paginationToken);
		const rest = await namesIn('searchDevices', { parameters: SKILL, token });
		expect(rest).toHaveLength(30);
	});

	it('are IVR flows where a route leads to one', async () => {
		const { found } = await searchIn(holder.simulator, 'searchDevices', { parameters: IVR });
		expect(found?.results).toHaveLength(24);
		expect(found?.results[0]).toEqual({ name: 'Welcome 1 8800000 (701)', value: '701' });
	});

	it.each([
		[SKILL, 'support 2', ['Support 2 (11)']],
		[IVR, '8800003', ['满意度调查 4 8800003 (704)']],
		[IVR, 'nothing like it', []],
	])('of %j are found by "%s"', async (parameters, filter, names) => {
		const found = await namesIn('searchDevices', { parameters, filter });
		expect(found.slice(0, 1)).toEqual(names.slice(0, 1));
	});
});

describe('access codes', () => {
	it('are shown, as many as one query reaches', async () => {
		const names = await namesIn('searchAccessCodes');
		expect(names).toHaveLength(200);
		expect(names[0]).toBe('00104729 售后服务热线 1');
	});

	it('are looked for by a part, wherever they are', async () => {
		const last = holder.simulator.data.accessCodes.at(-1);
		const names = await namesIn('searchAccessCodes', { filter: last?.accessCode });
		expect(names).toEqual([expect.stringContaining(String(last?.accessCode))]);
		expect(bodiesOf(holder.simulator, 'queryAccessCodeList')).toEqual([
			{ accessCode: last?.accessCode, limit: 100, offset: 0 },
		]);
	});
});

describe('called routes', () => {
	it.each([
		['searchCalledRoutes', '3100000000000000001'],
		['searchDnids', '5200000000000000001'],
	])('%s gives what the operation takes', async (method, value) => {
		const { found } = await searchIn(holder.simulator, method);
		expect(found?.results[0]).toEqual({ name: `9900000 00 Skill queue 10 (${value})`, value });
	});
});

describe('agents', () => {
	it('are shown by name with their account, a page at a time', async () => {
		const first = await searchIn(holder.simulator, 'searchAgents');
		expect(first.found?.results).toHaveLength(100);
		expect(first.found?.results[0]).toEqual({ name: 'Agent 001 (agent001)', value: 'agent001' });
		expect(await namesIn('searchAgents', { filter: 'agent230' })).toEqual(['坐席 230 (agent230)']);
	});
});

describe('what agents have', () => {
	it.each([
		['searchWorkNos', 'Agent 001 agent001 (101)', '101'],
		['searchSoftphones', 'Agent 001 agent001 (7100001)', '7100001'],
	])('%s offers it, with the name and account of the agent', async (method, name, value) => {
		const { found } = await searchIn(holder.simulator, method);
		expect(found?.results).toHaveLength(100);
		expect(found?.results[0]).toEqual({ name, value });
	});

	it.each([
		['searchWorkNos', 'agent230', ['坐席 230 agent230 (330)']],
		['searchWorkNos', '330', ['坐席 230 agent230 (330)']],
		['searchSoftphones', 'agent230', ['坐席 230 agent230 (7100230)']],
	])('%s finds it by %s', async (method, filter, names) => {
		expect(await namesIn(method, { filter })).toEqual(names);
	});

	it('can call: a softphone of the list is one that the platform takes', async () => {
		const { found } = await searchIn(holder.simulator, 'searchSoftphones');
		const softPhone = { __rl: true, mode: 'list', value: found?.results[0]?.value };
		const { error, rows } = await run({
			...parametersOf('call/createFromSoftphone'),
			softPhone,
		});
		expect(error).toBeUndefined();
		expect(rows).toEqual([expect.objectContaining({ success: true, softPhone: softPhone.value })]);
	});

	it('is not offered where an agent has none', async () => {
		for (const agent of holder.simulator.data.agents) agent.sipAccount = '';
		expect(await namesIn('searchSoftphones')).toEqual([]);
	});
});

describe('skills to choose from', () => {
	it('are all there', async () => {
		const { found } = await inEditor<INodePropertyOptions[]>(
			holder.simulator,
			{},
			(editor, { methods }) => methods?.loadOptions?.getSkills?.call(editor),
		);
		expect(found).toHaveLength(130);
		expect(found?.[0]).toEqual({ name: 'Sales 1 (10)', value: '10' });
	});
});

describe('recordings for voice notifications', () => {
	it('are shown without texts, a page at a time although no total is told', async () => {
		const first = await searchIn(holder.simulator, 'searchVoiceRecordings');
		expect(first.found?.results).toHaveLength(100);
		expect(first.found?.results[0]).toEqual({
			name: 'voice-1.wav (1600000000000000001)',
			value: '1600000000000000001',
		});
		const token = String(first.found?.paginationToken);
		const { found } = await searchIn(holder.simulator, 'searchVoiceRecordings', { token });
		expect(found?.results).toHaveLength(20);
		expect(found?.paginationToken).toBeUndefined();
	});

	it('are found on whatever page they are', async () => {
		expect(await namesIn('searchVoiceRecordings', { filter: 'voice-120' })).toEqual([
			'voice-120.wav (1600000000000000120)',
		]);
		expect(bodiesOf(holder.simulator, 'queryVoiceNotificationRecording')).toEqual([
			{ type: 0, limit: 100, offset: 0 },
			{ type: 0, limit: 100, offset: 100 },
		]);
	});
});

describe('texts for voice notifications', () => {
	it('are shown without recordings', async () => {
		const names = await namesIn('searchVoiceTexts');
		expect(names).toHaveLength(10);
		expect(names[9]).toBe('Notice 10 (1650000000000000010)');
	});
});
