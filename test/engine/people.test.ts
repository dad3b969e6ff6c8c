/** Skills, called routes, IVR flows and agents: what is sent, and what a user could lose. */
import './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	errorIn,
	answerWith,
	bodiesOf,
	byId,
	requestsOf,
	runnerFor,
	useSimulator,
} from './fixtures';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const CREATE_AGENT = parametersOf('agent/create');
const UPDATE_AGENT = parametersOf('agent/update');
const CREATE_ROUTE = parametersOf('calledRoute/create');
const DELETE_ROUTE = { ...parametersOf('calledRoute/delete'), dnid: byId('={{ $json.dnid }}') };

/** The IDs of a route that leads to a skill queue, and can be changed. */
const ROUTE = { id: '3100000000000000001', dnid: '5200000000000000001' };

async function only(parameters: INodeParameters) {
	const { rows, error } = await run(parameters);
	expect(error?.message).toBeUndefined();
	expect(rows).toHaveLength(1);
	return rows[0];
}

/** The words of the error, and that nothing was sent. */
async function refusal(parameters: INodeParameters): Promise<string | undefined> {
	const { error } = await run(parameters);
	expect(holder.simulator.requests).toEqual([]);
	return error?.message;
}

describe('Skill: Get Many', () => {
	it('reads every page, and numbers of pages go as text', async () => {
		const { rows } = await run(parametersOf('skill/getAll'));
		expect(rows).toHaveLength(130);
		expect(bodiesOf(holder.simulator, 'querySkills')).toEqual([
			{ limit: '100', offset: '0' },
			{ limit: '100', offset: '100' },
		]);
	});

	it('sends filters with the types of the interface', async () => {
		const filters = { name: 'Sales', mediaTypeId: '5', skillIds: '={{ [10, "12", 10] }}' };
		const { rows } = await run({ ...parametersOf('skill/getAll'), filters });
		expect(bodiesOf(holder.simulator, 'querySkills')).toEqual([
			{ name: 'Sales', mediaTypeId: '5', skillIds: ['10', '12'], limit: '100', offset: '0' },
		]);
		expect(rows.map(({ skillId }) => skillId)).toEqual([10]);
	});

	it('refuses more IDs than the service gives back', async () => {
		const skillIds = '={{ Array.from({ length: 101 }, (_, index) => index + 1) }}';
		expect(await refusal({ ...parametersOf('skill/getAll'), filters: { skillIds } })).toBe(
			'Skill Names or IDs has 101 skills [item 0]',
		);
	});
});

describe('Called Route', () => {
	const routes = async () => (await run(parametersOf('calledRoute/getAll'))).rows;

	it('Get Many names codes, and keeps what the service says', async () => {
		const rows = await routes();
		expect(rows).toHaveLength(120);
		expect(rows.slice(0, 4).map(({ editable, editableName }) => [editable, editableName])).toEqual([
			[null, 'free'],
			['0', 'free'],
			['0', 'free'],
			['1', 'can only be deleted'],
		]);
	});

	it('Create makes one that is then found', async () => {
		const additionalFields = { extCode: '77', mediaTypeId: 5 };
		await only({ ...CREATE_ROUTE, additionalFields });
		expect((await routes()).at(-1)).toMatchObject({
			accessCode: '00104729',
			extCode: '77',
			devicetype: 1,
			deviceId: '10',
			mediatypeId: 5,
		});
	});

	it('Create refuses a multimedia route to an IVR flow', async () => {
		const changed = {
			...CREATE_ROUTE,
			devicetype: 3,
			deviceId: byId('701'),
			additionalFields: { mediaTypeId: 53 },
		};
		expect(await refusal(changed)).toMatch(/^Media Type cannot be multimedia .*\[item 0\]$/);
	});

	it.each([
		['accessCode', '1'.repeat(33), /^Access Code has 33 characters/],
		['deviceId', '10a', /^Device has the letter a in it/],
	])('Create refuses a bad %s by its label', async (name, value, message) => {
		expect(await refusal({ ...CREATE_ROUTE, [name]: byId(value) })).toMatch(message);
	});

	it('loses no digit of an ID that JSON has no number for', async () => {
		await run({ ...CREATE_ROUTE, deviceId: byId('1234567890123456789') });
		const [body] = bodiesOf(holder.simulator, 'createCalledRoute');
		expect(body).toMatchObject({ deviceId: '1234567890123456789' });
	});

	it('Update takes the ID and lets it lead elsewhere', async () => {
		await only(parametersOf('calledRoute/update'));
		expect((await routes())[0]).toMatchObject({ ...ROUTE, devicetype: 3, deviceId: '702' });
	});

	it('Update does not take the dnid', async () => {
		const { error } = await run({ ...parametersOf('calledRoute/update'), id: byId(ROUTE.dnid) });
		expect(error?.message).toContain(`There is no route ${ROUTE.dnid}`);
	});

	it('Delete sends those of many items together, each once', async () => {
		const all = (await routes()).filter(({ editable }) => !['2', '3'].includes(String(editable)));
		const items = all.slice(0, 45).map(({ dnid }) => ({ dnid }));
		holder.simulator.requests = [];
		const { rows, error, items: out } = await run(DELETE_ROUTE, { items });
		expect(error).toBeUndefined();
		expect(rows).toEqual(items.map(({ dnid }) => ({ deleted: true, dnid })));
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		const sent = bodiesOf(holder.simulator, 'deleteCalledRoute') as Array<{ dnids: string }>;
		expect(sent).toHaveLength(3);
		expect(sent.every(({ dnids }) => dnids.length <= 1000)).toBe(true);
		expect(sent.flatMap(({ dnids }) => dnids.split(',')).sort()).toEqual(
			items.map(({ dnid }) => dnid).sort(),
		);
		expect(await routes()).toHaveLength(75);
	});

	/** What becomes of some routes that are deleted together, by their order. */
	async function deleted(dnids: string[]) {
		const items = dnids.map((dnid) => ({ dnid }));
		const result = await run(DELETE_ROUTE, { items, onError: 'continueRegularOutput' });
		return result.items.map((item) => errorIn(item)?.outcome ?? item.json.deleted);
	}

	const sentIds = () =>
		(bodiesOf(holder.simulator, 'deleteCalledRoute') as Array<{ dnids: string }>).map(
			({ dnids }) => dnids,
		);

	const [first = '', second = '', locked = ''] = [1, 2, 10].map(
		(index) => `52000000000000000${String(index).padStart(2, '0')}`,
	);

	it('Delete loses no route because of another one', async () => {
		expect(await deleted([first, '404', locked, second])).toEqual([
			true,
			'unknown',
			'refused',
			true,
		]);
		expect(sentIds()).toEqual([[first, '404', locked, second].join(), first, locked, second]);
		expect((await routes()).slice(0, 2).map(({ dnid }) => dnid)).not.toContain(first);
	});

	it('Delete sends no route again that a refused request may have deleted', async () => {
		holder.simulator.data.calledRoutes = holder.simulator.data.calledRoutes.slice(1);
		const body = { returnCode: '1', description: 'Half of it is done' };
		holder.simulator.faults = [{ kind: 'json', route: 'deleteCalledRoute', body }];
		expect(await deleted([first, second])).toEqual(['unknown', true]);
		expect(sentIds()).toEqual([`${first},${second}`, second]);
	});

	it('Delete says that nobody knows when the routes cannot be listed', async () => {
		holder.simulator.faults = [{ kind: 'code', code: '1', route: 'queryCalledRoute', times: 0 }];
		const items = [{ dnid: first }, { dnid: '404' }];
		const { rows } = await run(DELETE_ROUTE, { items, onError: 'continueRegularOutput' });
		expect(rows.map((json) => errorIn({ json }))).toEqual(
			items.map(() => ({
				message: expect.stringMatching(/^It is not known whether .*There is no route 404/),
				description: expect.stringContaining('Look for it among the called routes'),
				outcome: 'unknown',
				httpStatus: 200,
			})),
		);
		expect(sentIds()).toHaveLength(1);
	});

	it('Delete says of one that was refused alone that it was', async () => {
		const { rows } = await run(DELETE_ROUTE, {
			items: [{ dnid: '404' }],
			onError: 'continueRegularOutput',
		});
		expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({ outcome: 'refused', code: '1' });
	});
});

describe('IVR Flow: Get Many', () => {
	it('cuts what comes at Limit', async () => {
		const limited = { ...parametersOf('ivrFlow/getAll'), returnAll: false, limit: 3 };
		expect((await run(limited)).rows.map(({ id }) => id)).toEqual(['701', '702', '703']);
		expect((await run(parametersOf('ivrFlow/getAll'))).rows).toHaveLength(24);
	});

	it('does not take an answer without a list for an empty one', async () => {
		answerWith(holder.simulator, 'queryIVRFlowList', '{"retCode":"0","message":"ok","result":{}}');
		expect((await run(parametersOf('ivrFlow/getAll'))).error?.message).toContain('no list of rows');
	});
});

describe('Agent', () => {
	const agent = async (account: string) =>
		(await run({ ...parametersOf('agent/get'), userAccount: byId(account) })).rows[0];

	it('Get Many counts pages from 0', async () => {
		const { rows } = await run(parametersOf('agent/getAll'));
		expect(rows).toHaveLength(230);
		const pages = bodiesOf(holder.simulator, 'agentAccountQuery') as IDataObject[];
		expect(pages.map(({ pageNum }) => pageNum)).toEqual([0, 1, 2]);
	});

	it('Get Many sends kinds of agents as numbers', async () => {
		const filters = { agentType: '={{ ["4", 5] }}' };
		const { rows } = await run({ ...parametersOf('agent/getAll'), filters });
		expect(bodiesOf(holder.simulator, 'agentAccountQuery')[0]).toMatchObject({ agentType: [4, 5] });
		expect(new Set(rows.map(({ agentTypeName }) => agentTypeName))).toEqual(
			new Set(['audio', 'multimedia']),
		);
	});

	it('Get says in an error that there is none', async () => {
		const { error } = await run({ ...parametersOf('agent/get'), userAccount: byId('nobody01') });
		expect(error?.message).toBe('Could not get the agent: there is no agent nobody01 [item 0]');
	});

	it('Create makes one that is then found, with skills and what JSON adds', async () => {
		holder.simulator.behaviour.ignoresUnknown = true;
		const additionalFields = {
			skills: '={{ [10, { skillId: "11", agentWeight: 5 }] }}',
			agentWeight: 2,
			phone: '7000900',
			ccRoleId: 3,
			additionalJson: '{"agentLevel": 1}',
		};
		await only({ ...CREATE_AGENT, additionalFields });
		const skills = [
			{ skillId: 10, agentWeight: 2 },
			{ skillId: 11, agentWeight: 5 },
		];
		expect(bodiesOf(holder.simulator, 'agentAccountCreate')).toEqual([
			{
				agentLevel: 1,
				userAccount: 'agent900',
				userName: 'Agent 900',
				password: 'Example#2026',
				email: 'agent900@example.com',
				agentType: 4,
				phone: '7000900',
				ccRoleId: 3,
				skills,
			},
		]);
		expect(await agent('agent900')).toMatchObject({ userName: 'Agent 900', skills, ccRoleId: 3 });
	});

	it('Create is uncertain when the answer has no work number', async () => {
		answerWith(holder.simulator, 'agentAccountCreate', '{"resultCode":"0","resultMessage":"ok"}');
		const { rows } = await run(CREATE_AGENT, { onError: 'continueRegularOutput' });
		expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({ outcome: 'unknown' });
		expect(requestsOf(holder.simulator, 'agentAccountCreate')).toHaveLength(1);
	});

	it.each([
		['userAccount', 'short', /^Account has 5 characters/],
		['userAccount', 'agent#900', /^Account has "#" in it/],
		['userName', 'Agent <1>', /^Name has "<" in it/],
		['userName', 'A'.repeat(21), /^Name has 21 characters/],
		['email', 'agent 900@example.com', /^Email has a blank in it/],
	])('Create refuses a bad %s by its label', async (name, value, message) => {
		expect(await refusal({ ...CREATE_AGENT, [name]: value })).toMatch(message);
	});

	it.each([
		[{ additionalJson: '[1]' }, /^Additional JSON is no JSON object/],
		[{ additionalJson: '{"email":"x"}' }, /^Additional JSON has email, which has a field/],
		[
			{ additionalJson: '={{ { id: 1234567890123456789 } }}' },
			/^Additional JSON has a number with/,
		],
		[{ additionalJson: '={{ $now }}' }, /^Additional JSON is no JSON object/],
		[{ additionalJson: '={{ new Date(0) }}' }, /^Additional JSON is no JSON object/],
		[{ additionalJson: '={{ new Map([["agentLevel", 1]]) }}' }, /^Additional JSON is no JSON/],
		[{ agentWeight: 1 }, /^Agent Weight goes with Skill Names or IDs only/],
		[{ skills: '={{ [{ skill: 1 }] }}' }, /^Skill Names or IDs has a skill with "skill"/],
		[{ skills: '={{ ["x"] }}' }, /^Skill Names or IDs has the letter x/],
	])('Create refuses %j', async (additionalFields, message) => {
		expect(await refusal({ ...CREATE_AGENT, additionalFields })).toMatch(message);
	});

	it('Update changes what is given and leaves the rest', async () => {
		await only(UPDATE_AGENT);
		expect(await agent('agent001')).toMatchObject({
			userName: 'Agent One',
			email: 'agent001@example.com',
			skills: [
				{ skillId: 10, skillWeight: 2 },
				{ skillId: 11, skillWeight: 2 },
			],
		});
	});

	it('Update takes the phone and the skills away by JSON, which the fields cannot', async () => {
		const additionalFields = { userName: 'Bare', additionalJson: '{"phone": "", "skills": []}' };
		await only({ ...UPDATE_AGENT, additionalFields });
		expect(bodiesOf(holder.simulator, 'agentAccountUpdate')).toEqual([
			{ userAccount: 'agent001', userName: 'Bare', phone: '', skills: [] },
		]);
		expect(await agent('agent001')).toMatchObject({ userName: 'Bare', phone: '', skills: [] });
		await only({ ...UPDATE_AGENT, additionalFields: { additionalJson: '{"email": ""}' } });
		expect(await agent('agent001')).toMatchObject({ email: '' });
	});

	it.each([
		[{ phone: '7000901', additionalJson: '{"phone": ""}' }, /^Additional JSON has phone, which/],
		[{ additionalJson: '{"userAccount": "agent002"}' }, /^Additional JSON has userAccount, which/],
		[{ additionalJson: '{"newPassWord": ""}' }, /^Additional JSON has newPassWord, which/],
		[{ skills: [] }, /^Skill Names or IDs is empty/],
	])('Update refuses %j', async (additionalFields, message) => {
		expect(await refusal({ ...UPDATE_AGENT, additionalFields })).toMatch(message);
	});

	it.each(['bob', 'anna.müller', 'a'.repeat(60)])(
		'Get and Update take the account %s, which Create would not',
		async (account) => {
			const [known] = holder.simulator.data.agents;
			holder.simulator.data.agents = known ? [{ ...known, userAccount: account }] : [];
			expect(await agent(account)).toMatchObject({ userAccount: account });
			const additionalFields = { userName: 'Bob' };
			await only({ ...UPDATE_AGENT, userAccount: byId(account), additionalFields });
			expect(await agent(account)).toMatchObject({ userName: 'Bob' });
		},
	);

	it('no role is sent that nobody has chosen', async () => {
		const additionalFields = { ccRoleId: '' };
		expect(await refusal({ ...CREATE_AGENT, additionalFields })).toMatch(/^Role ID is empty/);
	});

	it('Update refuses to change nothing', async () => {
		for (const additionalFields of [{}, { additionalJson: '{}' }]) {
			expect(await refusal({ ...UPDATE_AGENT, additionalFields })).toMatch(
				/^Additional Fields are empty/,
			);
		}
	});

	it('Delete takes it away', async () => {
		await only(parametersOf('agent/delete'));
		expect(holder.simulator.data.agents).toHaveLength(229);
	});
});

describe('changes of which nobody knows', () => {
	it.each([
		['calledRoute/create', 'createCalledRoute'],
		['calledRoute/update', 'modifyCalledRoute'],
		['calledRoute/delete', 'deleteCalledRoute'],
		['agent/create', 'agentAccountCreate'],
		['agent/update', 'agentAccountUpdate'],
		['agent/delete', 'agentAccountDelete'],
	])('are sent once: %s', async (title, route) => {
		for (const when of ['before', 'after'] as const) {
			holder.simulator.reset();
			holder.simulator.faults = [{ kind: 'cut', route, when }];
			const { rows } = await run(parametersOf(title), { onError: 'continueRegularOutput' });
			expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({
				message: expect.stringMatching(/^It is not known whether/),
				outcome: 'unknown',
			});
			expect(requestsOf(holder.simulator, route)).toHaveLength(1);
		}
	});
});
