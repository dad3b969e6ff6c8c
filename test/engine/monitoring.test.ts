/**
 * Agents, skill queues and VDNs: how many requests there are, and what comes out of the shapes in which
 * a contact centre may answer.
 */
import './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startServer } from './faults/oddServer';
import { runNode, type RunRequest } from './engine';
import { errorIn, NODE } from './fixtures';
import { parametersOf } from './operationCases';

interface Request {
	path: string;
	body: IDataObject;
}

/** What the service answers with, by the request. */
let answer: (request: Request) => unknown;
let requests: Request[];

const server = startServer(({ url, body }) => {
	const request = { path: url, body: JSON.parse(String(body)) as IDataObject };
	requests.push(request);
	return answer(request);
});

beforeEach(() => {
	requests = [];
});

const success = (resultDesc: unknown) => ({ resultCode: '0100000', resultDesc });

/** Values for all that was asked, as text: the ID for each indicator. */
function indicators({ body }: Request, field: string) {
	const { indexIds, [field]: ids } = body as Record<string, Array<string | number>>;
	return success(
		ids?.map((id) => ({
			id: String(id),
			idxs: indexIds?.map((index) => ({ id: index, val: String(id) })),
		})),
	);
}

async function run(parameters: INodeParameters, changes: Partial<RunRequest> = {}) {
	const { huaweiAiccAkSkApi: keys } = server.credentials();
	return await runNode(NODE, { parameters, credentials: { huaweiAiccAkSkApi: keys }, ...changes });
}

const sizes = (field: string) => requests.map(({ body }) => (body[field] as unknown[]).length);

const numbers = (first: number, length: number) =>
	Array.from({ length }, (_, index) => first + index);

const SKILLS = parametersOf('skillMonitor/getIndicators');
const AGENTS = parametersOf('agentMonitor/getIndicators');
const VDNS = parametersOf('vdn/getIndicators');
const AGENT_HISTORY = parametersOf('agentMonitor/getHistory');
const VDN_HISTORY = parametersOf('vdn/getHistory');
const ALL_AGENTS = parametersOf('agentMonitor/getAll');

describe('many IDs', () => {
	it('of many items go in one request, and each item gets its own answer', async () => {
		answer = (request) => indicators(request, 'skillIds');
		const items = numbers(1, 200).map((id) => ({ id }));
		const skillIds = '={{ $json.id }}';
		const result = await run({ ...SKILLS, skillIds }, { items });
		expect(sizes('skillIds')).toEqual([200]);
		expect(result.items).toEqual(
			items.map(({ id }, item) => ({
				json: {
					id: String(id),
					IDX_COUNT_REAL_SKILL_QUEUE: id,
					IDX_DURATION_SKILL_MAX_QUEUE_ACK: id,
				},
				pairedItem: { item },
			})),
		);
	});

	it('of one item go in as few requests as the interface allows', async () => {
		answer = (request) => indicators(request, 'skillIds');
		const { rows } = await run({ ...SKILLS, skillIds: numbers(1, 1300).join(', ') });
		expect(sizes('skillIds')).toEqual([1000, 300]);
		expect(rows.map(({ id }) => Number(id))).toEqual(numbers(1, 1300));
	});

	it('and more indicators than one request takes are joined', async () => {
		answer = (request) => indicators(request, 'agentIds');
		const names = numbers(1, 6).map((index) => `IDX_${String.fromCharCode(64 + index)}`);
		const agentIds = numbers(101, 150);
		const { rows } = await run({ ...AGENTS, agentIds, indexIds: names.join(' ') });
		expect(sizes('agentIds').sort((one, other) => one - other)).toEqual([50, 50, 100, 100]);
		expect(new Set(sizes('indexIds'))).toEqual(new Set([4, 2]));
		expect(rows).toEqual(
			agentIds.map((id) => ({
				id: String(id),
				...Object.fromEntries(names.map((name) => [name, id])),
			})),
		);
	});

	it.each([
		[1000, [1000]],
		[7000, [6000, 1000]],
	])('the status of %i agents is asked for at once', async (count, expected) => {
		answer = ({ body }) =>
			success((body.agentIds as number[]).map((workNo) => ({ workNo, 'status ': '4' })));
		const agentIds = numbers(101, count);
		const { rows } = await run({ ...parametersOf('agentMonitor/getStatus'), agentIds });
		expect(sizes('agentIds')).toEqual(expected);
		expect(rows).toEqual(agentIds.map((workNo) => ({ workNo: String(workNo), status: '4' })));
	});

	it.each([
		['agentMonitor/getStatus', 'agentIds'],
		['skillMonitor/getServiceLevel', 'skillIds'],
	])('one of which is bad has the others, and says which: %s', async (title, field) => {
		const bad = [105, 140];
		answer = ({ body }) => {
			const ids = body[field] as number[];
			return ids.some((id) => bad.includes(id))
				? { resultCode: '0100002', resultDesc: 'an ID is illegal' }
				: success(ids.map((id) => ({ id, level: 1 })));
		};
		const ids = numbers(101, 48);
		const { rows, error } = await run({ ...parametersOf(title), [field]: ids });
		expect(error).toBeUndefined();
		expect(rows).toEqual([
			...ids.filter((id) => !bad.includes(id)).map((id) => ({ id, level: 1 })),
			...bad.map((id) => ({
				id: String(id),
				found: false,
				message: expect.stringContaining('an ID is illegal') as unknown,
			})),
		]);
		expect(requests.length).toBeLessThan(24);
	});

	it('that are all refused are an error, in few requests', async () => {
		answer = () => ({ resultCode: '0100002', resultDesc: 'no such centre' });
		const agentIds = numbers(101, 3000);
		const { error } = await run({ ...parametersOf('agentMonitor/getStatus'), agentIds });
		expect(error?.message).toContain('no such centre');
		expect(requests.length).toBeLessThan(6);
	});

	it.each(['0100001', '0100003'])(
		'are not asked for apart when it is not for one: %s',
		async (code) => {
			answer = () => ({ resultCode: code, resultDesc: 'not now' });
			const agentIds = numbers(101, 30);
			const { error } = await run({ ...parametersOf('agentMonitor/getStatus'), agentIds });
			expect(error?.message).toContain('not now');
			expect(requests).toHaveLength(1);
		},
	);
});

describe('one bad ID', () => {
	const BAD = 77;

	beforeEach(() => {
		answer = (request) =>
			(request.body.skillIds as number[]).includes(BAD)
				? { resultCode: '0100002', resultDesc: 'a skill is illegal' }
				: indicators(request, 'skillIds');
	});

	it('does not spoil the others of its item', async () => {
		const { rows, error } = await run({ ...SKILLS, skillIds: [75, 76, BAD, 78] });
		expect(error).toBeUndefined();
		expect(rows.map(({ id, found }) => [id, found])).toEqual([
			['75', undefined],
			['76', undefined],
			['77', false],
			['78', undefined],
		]);
		expect(rows[2]?.message).toContain('a skill is illegal');
	});

	it('does not spoil other items', async () => {
		const items = [{ id: 75 }, { id: BAD }, { id: 78 }];
		const changes = { items, onError: 'continueRegularOutput' as const };
		const result = await run({ ...SKILLS, skillIds: '={{ $json.id }}' }, changes);
		expect(result.items.map((item) => errorIn(item)?.code ?? item.json.id)).toEqual([
			'75',
			'0100002',
			'78',
		]);
	});

	it('that the answer leaves out comes out as not found', async () => {
		answer = () => success([{ id: '75', idxs: null }]);
		const { rows } = await run({ ...SKILLS, skillIds: '75, 76' });
		expect(rows).toEqual([
			{ id: '75', IDX_COUNT_REAL_SKILL_QUEUE: null, IDX_DURATION_SKILL_MAX_QUEUE_ACK: null },
			{ id: '76', found: false },
		]);
	});
});

it('a refusal of everything takes few requests', async () => {
	answer = () => ({ resultCode: '0100002', resultDesc: 'no such indicator' });
	const { error } = await run({ ...AGENTS, agentIds: numbers(101, 100), indexIds: 'IDX_NONE' });
	expect(error?.message).toContain('no such indicator');
	expect(requests.length).toBeLessThan(6);
	requests = [];
	await run({ ...SKILLS, skillIds: numbers(1, 1000) });
	expect(requests.length).toBeLessThan(6);
});

it.each([
	['0100001', 'failed'],
	['0100003', 'V3R6'],
	['0100999', 'an accident'],
	['0101001', 'no relation'],
	['0101003', 'no permission'],
])('a refusal of 50 that is about none of them takes few requests: %s', async (code, text) => {
	answer = () => ({ resultCode: code, resultDesc: text });
	const { error } = await run({ ...SKILLS, skillIds: numbers(1, 50) });
	expect(error?.message).toContain(text);
	expect(requests.length).toBeLessThan(4);
});

it('an answer without a list is an error', async () => {
	answer = () => success('nothing');
	const { error } = await run(SKILLS);
	expect(error?.message).toContain('the answer has nothing on 10');
});

describe('odd shapes', () => {
	it('come out in one form', async () => {
		answer = () =>
			success([
				{
					'id ': 10,
					name: 'Sales',
					idxs: [
						{ id: 'IDX_COUNT_REAL_SKILL_QUEUE ', val: ' 3 ' },
						{ id: 'IDX_DURATION_SKILL_MAX_QUEUE_ACK', val: 12.5 },
						{ id: 'IDX_OTHER', val: 'n/a' },
						{ id: 'IDX_LONG', val: '12345678901234567890' },
						{ id: 'IDX_LARGE', val: '1.25E7' },
						{ id: 'IDX_TOO_LARGE', val: '1.0E999' },
						{ id: 'IDX_EMPTY', val: '' },
						{ Id: 'IDX_CAPITAL', 'Val ': '4' },
						{ id: 'IDX_OBJECT', val: { any: '1.5' } },
						{ id: 'IDX_EMPTY_OBJECT', val: {} },
						{ id: 'IDX_OBJECTS', val: { any: 1, other: 2 } },
						null,
					],
				},
			]);
		const { rows } = await run({ ...SKILLS, skillIds: 10 });
		expect(rows).toEqual([
			{
				id: '10',
				name: 'Sales',
				IDX_COUNT_REAL_SKILL_QUEUE: 3,
				IDX_DURATION_SKILL_MAX_QUEUE_ACK: 12.5,
				IDX_OTHER: 'n/a',
				IDX_LONG: '12345678901234567890',
				IDX_LARGE: 12_500_000,
				IDX_TOO_LARGE: '1.0E999',
				IDX_EMPTY: null,
				IDX_CAPITAL: 4,
				IDX_OBJECT: 1.5,
				IDX_EMPTY_OBJECT: null,
				IDX_OBJECTS: { any: 1, other: 2 },
			},
		]);
	});

	it.each([
		['skillMonitor/getQueue', []],
		['skillMonitor/getAgents', []],
		['skillMonitor/getServiceLevel', []],
		['agentMonitor/getStatus', []],
		['agentMonitor/getAll', []],
		['vdn/getSkills', []],
		['vdn/getAccessCodes', []],
		['vdn/getIvrAccessCodes', []],
		['agentMonitor/getCalls', ['101', '102']],
		['vdn/getIndicators', ['40']],
	])('nothing in place of a list is no row: %s', async (title, missing) => {
		for (const nothing of [null, '', {}, undefined]) {
			answer = () => success(nothing);
			const { rows, error } = await run(parametersOf(title));
			expect(error).toBeUndefined();
			expect(rows.map(({ id, agentId, found }) => [id ?? agentId, found])).toEqual(
				missing.map((id) => [id, false]),
			);
		}
	});

	it.each([
		'skillMonitor/getQueue',
		'skillMonitor/getServiceLevel',
		'skillMonitor/getIndicators',
		'agentMonitor/getAll',
	])('a list that is in another place is not taken for nothing: %s', async (title) => {
		answer = () => ({ ...success(''), resultDatas: [{ id: 10 }] });
		expect((await run(parametersOf(title))).error).toBeDefined();
	});

	it('an agent without calls has an empty list of them', async () => {
		answer = () => success([{ agentId: 101, callList: null }]);
		const { rows } = await run({ ...parametersOf('agentMonitor/getCalls'), agentIds: [101] });
		expect(rows).toEqual([{ agentId: '101', callList: [] }]);
	});

	it('calls have words for what is documented', async () => {
		const callList = [{ callId: 1700000000000, callStatus: '6', callInOut: '1', mediaType: 53 }];
		answer = () => success([{ agentId: 101, callList }]);
		const { rows } = await run({ ...parametersOf('agentMonitor/getCalls'), agentIds: [101] });
		expect(rows[0]?.callList).toEqual([
			{
				callId: '1700000000000',
				callStatus: 6,
				callInOut: 1,
				callInOutName: 'outbound',
				mediaType: 53,
				mediaTypeName: 'multimedia',
			},
		]);
	});
});

describe('agents of the VDN, whose answer no page shows', () => {
	const agents = numbers(101, 2300).map((workNo) => ({ workNo: String(workNo) }));

	const pageOf = ({ body: { offset, limit } }: Request) =>
		agents.slice(Number(offset), Number(offset) + Number(limit));

	it.each([
		['a list', (rows: unknown) => success(rows)],
		['a list in an object', (rows: unknown) => success({ count: '2300', data: rows })],
		['a list deeper in it', (rows: unknown) => success({ page: { list: rows }, count: 2300 })],
	])('are read to the end out of %s', async (_, wrap) => {
		answer = (request) => wrap(pageOf(request));
		const { rows } = await run(ALL_AGENTS);
		expect(rows).toEqual(agents);
		expect(requests.map(({ body }) => body.offset)).toEqual([0, 1000, 2000]);
	});

	it.each([
		'agentMonitor/getAll',
		'agentMonitor/getByStatus',
		'agentMonitor/getStatus',
		'skillMonitor/getAgents',
	])('come out in the same form as everywhere: %s', async (title) => {
		const row = { ' WorkNo': 101, 'Status ': '4', MediaType: '5' };
		answer = () => ({ ...success([row]), returnCode: '0100000' });
		const { rows } = await run(parametersOf(title));
		expect(rows).toEqual([
			{ workNo: '101', status: '4', mediaType: 5, mediaTypeName: 'ordinary voice' },
		]);
	});

	it('are none where there is nothing', async () => {
		for (const nothing of [{}, { data: null }, { count: 0, data: [] }]) {
			answer = () => success(nothing);
			expect((await run(ALL_AGENTS)).rows).toEqual([]);
		}
	});

	it.each([
		['several lists', { agents, groups: [] }],
		['no list', { '101': { status: 4 } }],
		['no list', 'unknown'],
	])('are an error where there is %s', async (_, payload) => {
		answer = () => success(payload);
		const { error } = await run(ALL_AGENTS);
		expect(error?.message).toMatch(/^Could not get the agents: the answer has (no|several) list/);
	});

	it('by status come with codes and values of their own', async () => {
		answer = ({ body }) => ({
			returnCode: '0100000',
			returnDesc: 'ok',
			agents: agents.slice(0, 2),
			body: null,
			limit: body.limit,
		});
		const { rows } = await run({
			...parametersOf('agentMonitor/getByStatus'),
			returnAll: false,
			limit: 5,
		});
		expect(rows).toEqual(agents.slice(0, 2));
		expect(requests[0]?.body).toMatchObject({ ccId: '1', vdn: '40', status: '7' });
		answer = () => ({ returnCode: '0100002', returnDesc: 'not so' });
		const { error } = await run(parametersOf('agentMonitor/getByStatus'));
		expect(error?.message).toContain('not so');
	});
});

describe('the past', () => {
	const val = { '2026-03-01 16:00:00.0': '5', '2026-03-01 15:30:00.0': '3' };

	beforeEach(() => {
		answer = () =>
			success([
				{
					id: '40',
					idxs: [
						{ id: 'IDX_COUNT_TOTAL_CALL', val },
						{ id: 'IDX_COUNT_OTHER', val: '8' },
					],
				},
			]);
	});

	const rowsIn = async (output: string, timeZone: string) => {
		const keys = { ...server.credentials().huaweiAiccAkSkApi, timeZone };
		const parameters = { ...VDN_HISTORY, output, vdnIds: '' };
		const { rows } = await run(parameters, { credentials: { huaweiAiccAkSkApi: keys } });
		return rows;
	};

	it('is a row for each indicator and time, in the time zone of the tenant', async () => {
		expect(await rowsIn('times', 'Asia/Shanghai')).toEqual([
			{
				id: '40',
				indicator: 'IDX_COUNT_TOTAL_CALL',
				indicatorName: 'calls',
				time: '2026-03-01T23:30:00.000+08:00',
				value: 3,
			},
			{
				id: '40',
				indicator: 'IDX_COUNT_TOTAL_CALL',
				indicatorName: 'calls',
				time: '2026-03-02T00:00:00.000+08:00',
				value: 5,
			},
			{ id: '40', indicator: 'IDX_COUNT_OTHER', indicatorName: null, time: null, value: 8 },
		]);
		expect(requests[0]?.body).toMatchObject({ ccId: 1, vdnIds: [40] });
		expect(requests[0]?.body).not.toHaveProperty('vdn');
	});

	it.each<[string, object]>([
		['no times', { idxs: [{ id: 'IDX_COUNT_TOTAL_CALL', val: {} }] }],
		['no indicators', {}],
		['null for them', { idxs: null }],
	])('loses no ID that has %s', async (_, others) => {
		answer = () => success([{ id: '40', ...others }]);
		const [row, ...rest] = await rowsIn('times', 'Asia/Shanghai');
		expect(row).toEqual({
			id: '40',
			indicator: 'IDX_COUNT_TOTAL_CALL',
			indicatorName: 'calls',
			time: null,
			value: null,
		});
		expect(rest.every(({ id, value }) => id === '40' && value === null)).toBe(true);
	});

	it('or one row for each ID, with a column for each indicator', async () => {
		expect(await rowsIn('ids', 'America/Sao_Paulo')).toEqual([
			{
				id: '40',
				IDX_COUNT_TOTAL_CALL: {
					'2026-03-01T12:30:00.000-03:00': 3,
					'2026-03-01T13:00:00.000-03:00': 5,
				},
				IDX_COUNT_OTHER: 8,
			},
		]);
	});

	it.each([
		['2026-03-01', '2026-03-02', '2026-03-01 00:00:00', '2026-03-02 23:59:59'],
		['2026-03-01T00:00:00Z', '2026-03-02T12:00:00Z', '2026-03-01 08:00:00', '2026-03-02 20:00:00'],
	])(
		'by day is asked for by the clock of the VDN: %s to %s',
		async (beginTime, endTime, begin, end) => {
			answer = (request) => indicators(request, 'agentIds');
			const parameters = { ...parametersOf('agentMonitor/getDailyHistory'), beginTime, endTime };
			const { rows } = await run(parameters, { timezone: 'Asia/Shanghai' });
			expect(requests[0]?.body).toMatchObject({ beginDayTime: begin, endDayTime: end });
			expect(rows).toEqual([{ id: '101', IDX_COUNT_AGENT_CONNECTED: 101 }]);
		},
	);
});

describe('what is out of range or cannot be a name', () => {
	const HISTORY = { ...VDN_HISTORY, filters: {} };

	it.each<[string, INodeParameters, string]>([
		['Skill Names or IDs', { ...SKILLS, skillIds: [10, 5001] }, '1 to 5000'],
		['Skill Names or IDs', { ...SKILLS, skillIds: '0' }, '1 to 5000'],
		['Skill Names or IDs', { ...SKILLS, skillIds: '={{ ["10", ""] }}' }, 'list'],
		['Skill Names or IDs', { ...SKILLS, skillIds: '10, abc' }, 'digits only'],
		['Indicators', { ...SKILLS, indexIds: ['IDX_COUNT_NONE'] }, 'Enter one of'],
		['Agent Names or IDs', { ...AGENTS, agentIds: '100' }, '101 to 59999 and 70000 to 999999'],
		['Agent Names or IDs', { ...AGENTS, agentIds: [60000] }, '101 to 59999 and 70000 to 999999'],
		['Agent Names or IDs', { ...AGENT_HISTORY, agentIds: [100_000] }, '0 to 99999'],
		['Indicators', { ...AGENTS, indexIds: 'idx_lower' }, 'capital letters'],
		['Indicators', { ...AGENTS, indexIds: 'IDX_A; DROP-1' }, 'capital letters'],
		['Indicators', { ...VDNS, indexIds: [], options: {} }, 'Enter a value'],
		['Other Indicators', { ...VDNS, options: { otherIndicators: '9' } }, 'capital letters'],
		['VDN IDs', { ...VDNS, vdnIds: '40, 5001' }, '1 to 5000'],
		['Time Step', HISTORY, 'Add Time Step'],
		[
			'End Time',
			{ ...parametersOf('agentMonitor/getDailyHistory'), endTime: '2026-02-01' },
			'later date',
		],
	])('is refused by its label: %s', async (label, parameters, remedy) => {
		answer = () => success([]);
		const { error } = await run(parameters);
		expect(error?.message).toMatch(new RegExp(`^${label} `));
		expect(error?.description).toContain(remedy);
		expect(requests).toEqual([]);
	});
});
