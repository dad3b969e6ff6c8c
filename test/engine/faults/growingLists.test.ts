/** Every list of the node: while it grows, with rows that are alike, with a total that is wrong. */
import './time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CAMPAIGN_IDS, makeAccessCodes } from '../../../simulator';
import { OPERATIONS } from '../fixtures';
import { atEachRequest, run, usePlainSimulator } from './faults';

const platform = usePlainSimulator();

interface List {
	parameters: INodeParameters;
	route: string;
	/** Rows on a page, and rows to begin with. */
	pageSize: number;
	size: number;
	make: (index: number) => IDataObject;
	/** The list as the platform has it. */
	rows: () => IDataObject[];
	put: (rows: IDataObject[]) => void;
	/** What tells the rows of `make` apart. */
	field: string;
	/** An answer with a total. */
	answer: (rows: IDataObject[], total: number) => object;
}

const numbered = (field: string) => (rows: IDataObject[], total: number) => ({
	resultCode: '0200000',
	[field]: rows,
	totalCount: total,
	totalSize: total,
});

const LISTS: Record<string, List> = {
	'OBS result codes': {
		parameters: OPERATIONS.obsResultCodes,
		route: 'queryOBSResultCode',
		pageSize: 50,
		size: 480,
		make: (index) => ({ obsCode: String(10_000 + index), obsCodeDesc: 'Result' }),
		rows: () => platform.simulator.data.obsResultCodes as unknown as IDataObject[],
		put: (rows) => (platform.simulator.data.obsResultCodes = rows as never),
		field: 'obsCode',
		answer: numbered('obsCodes'),
	},
	'external results': {
		parameters: OPERATIONS.externalResults,
		route: 'queryOBSResults',
		pageSize: 50,
		size: 270,
		make: (index) => ({
			defId: String(1_402_245_000 + index),
			displayResult: 'Result',
			resultCode: '1',
			failCodes: [],
		}),
		rows: () => platform.simulator.data.externalResults as unknown as IDataObject[],
		put: (rows) => (platform.simulator.data.externalResults = rows as never),
		field: 'defId',
		answer: numbered('data'),
	},
	campaigns: {
		parameters: OPERATIONS.campaigns,
		route: 'queryCampaigns',
		pageSize: 100,
		size: 430,
		make: (index) => ({
			id: String(1_702_000_000_000_000_000n + BigInt(index)),
			name: 'Spring',
			status: 4,
			strBeginTime: '2026-03-01 08:00:00',
			strEndTime: '2026-03-05 08:00:00',
			deviceType: 2,
			callerNo: '021',
		}),
		rows: () => platform.simulator.data.campaigns as unknown as IDataObject[],
		put: (rows) => (platform.simulator.data.campaigns = rows as never),
		field: 'id',
		answer: numbered('data'),
	},
	'blocked numbers': {
		parameters: OPERATIONS.blockedNumbers,
		route: 'blocklistQuery',
		pageSize: 100,
		size: 430,
		make: (index) => ({
			blockNum: String(13_900_000_000 + index),
			validityExpirationTime: '',
			relCategoryId: '',
			typeId: '',
		}),
		rows: () => platform.simulator.data.blocklist as unknown as IDataObject[],
		put: (rows) => (platform.simulator.data.blocklist = rows as never),
		field: 'blockNum',
		answer: numbered('data'),
	},
	'call results': {
		parameters: { ...OPERATIONS.callResults, everyAttempt: true },
		route: 'callresult',
		pageSize: 100,
		size: 1230,
		make: (index) => ({
			campaignId: CAMPAIGN_IDS.manyResults,
			sessionId: '',
			called: '13700000001',
			callTimeStr: '2026-11-20 08:00:00',
			callStatus: 6,
			failCode: '',
			resultCode: '1',
			vdnId: 40,
			callId: `17-${index}`,
			recordPath: '',
			customField: '',
			talkSeconds: 3,
		}),
		rows: () =>
			platform.simulator.data.callResults[CAMPAIGN_IDS.manyResults] as unknown as IDataObject[],
		put: (rows) => (platform.simulator.data.callResults[CAMPAIGN_IDS.manyResults] = rows as never),
		field: 'callId',
		answer: numbered('data'),
	},
	'access codes': {
		parameters: OPERATIONS.accessCodes,
		route: 'queryAccessCodeList',
		pageSize: 100,
		size: 170,
		make: (index) => ({ ...makeAccessCodes(1)[0], id: String(index) }),
		rows: () => platform.simulator.data.accessCodes as unknown as IDataObject[],
		put: (rows) => (platform.simulator.data.accessCodes = rows as never),
		field: 'id',
		answer: (rows, total) => ({ returnCode: '0', data: { total, calledRouteList: rows } }),
	},
};

function requestsOf(list: List): number {
	return platform.simulator.stats.countsByRoute[list.route] ?? 0;
}

describe.each(Object.entries(LISTS))('%s', (title, list) => {
	const first = Array.from({ length: list.size }, (_, index) => list.make(index));
	const pages = Math.ceil(list.size / list.pageSize);
	const valueOf = (row: IDataObject) => String(row[list.field]);

	async function read(limit?: number) {
		const parameters =
			limit === undefined ? list.parameters : { ...list.parameters, returnAll: false, limit };
		const { rows, error } = await run(platform.simulator, { parameters });
		expect(error).toBeUndefined();
		return rows.map(valueOf);
	}

	beforeEach(() => list.put([...first]));

	it('that stand still take a request for each page', async () => {
		expect(await read()).toEqual(first.map(valueOf));
		expect(requestsOf(list)).toBe(pages);
	});

	describe.each([
		['at their beginning', 'unshift'],
		['at their end', 'push'],
	] as const)('that grow %s', (_, add) => {
		it.each([1, 3])('at every answer of %i are read whole, each row once', async (every) => {
			let next = 5000;
			atEachRequest(platform.simulator, list.route, (seen) => {
				if (seen % every === 0) list.rows()[add](list.make(next++));
			});
			const values = await read();
			expect(new Set(values).size).toBe(values.length);
			expect(values).toEqual(expect.arrayContaining(first.map(valueOf)));
			expect(requestsOf(list)).toBeLessThanOrEqual(2 * pages + 4);
		});

		it('meet a limit as soon as so many are there', async () => {
			let next = 5000;
			atEachRequest(platform.simulator, list.route, () => {
				list.rows()[add](list.make(next++));
			});
			const limit = list.size - list.pageSize / 2;
			const values = await read(limit);
			expect(values).toHaveLength(limit);
			expect(new Set(values).size).toBe(limit);
			expect(requestsOf(list)).toBeLessThanOrEqual(2 * pages + 4);
		});
	});

	it.each([
		['on one page', 10, 11],
		['on two pages', 10, list.pageSize + 20],
	])('that are alike in everything %s all come out', async (_, one, other) => {
		list.rows()[other] = { ...list.rows()[one] };
		expect(await read()).toEqual(list.rows().map(valueOf));
		expect(requestsOf(list)).toBeLessThanOrEqual(2 * pages + 4);
	});

	it('that are alike all come out while the list grows', async () => {
		list.rows()[list.pageSize] = { ...list.rows()[list.pageSize - 1] };
		const expected = list.rows().map(valueOf).sort();
		let next = 5000;
		atEachRequest(platform.simulator, list.route, (seen) => {
			if (seen === 2) list.rows().unshift(list.make(next++));
		});
		const values = await read();
		expect(values.filter((value) => expected.includes(value)).sort()).toEqual(expected);
	});

	it.each([
		['few', 30, 8],
		['a page and some', list.pageSize + 30, 30],
	])('of %s rows with a total of a billion end in few requests', async (_, count, most) => {
		list.put(first.slice(0, count));
		atEachRequest(platform.simulator, list.route, () => {
			const { query, body } = platform.simulator.requests.at(-1) ?? {};
			const asked = {
				...(query as object),
				...(JSON.parse(body || '{}') as object),
			} as IDataObject;
			const page = Number(asked.pageNum ?? asked.curPage ?? 1) - 1;
			const start = Number(asked.offset ?? page * list.pageSize);
			const rows = list.rows().slice(start, start + list.pageSize);
			return { kind: 'json', status: 200, body: list.answer(rows, 10 ** 12) };
		});
		const { rows, error } = await run(platform.simulator, { parameters: list.parameters });
		expect(rows).toEqual([]);
		expect(error?.message).toContain(`Only ${count} of 1000000000000 ${title} could be read`);
		expect(requestsOf(list)).toBeLessThanOrEqual(most);
	});

	it.each([
		['all', undefined],
		['one', 1],
		['a page', list.pageSize],
		['a page and one', list.pageSize + 1],
	])(
		'are read when the service gives fewer on a page than it is asked for: %s',
		async (_, limit) => {
			const given = 20;
			list.put(first.slice(0, 110));
			atEachRequest(platform.simulator, list.route, () => {
				const { query, body } = platform.simulator.requests.at(-1) ?? {};
				const asked = {
					...(query as object),
					...(JSON.parse(body || '{}') as object),
				} as IDataObject;
				const size = Math.min(given, Number(asked.pageSize ?? asked.rowsPerPage ?? asked.limit));
				const page = Number(asked.pageNum ?? asked.curPage ?? 1) - 1;
				const start = Number(asked.offset ?? page * size);
				const rows = list.rows().slice(start, start + size);
				return { kind: 'json', status: 200, body: list.answer(rows, list.rows().length) };
			});
			expect(await read(limit)).toEqual(first.slice(0, limit ?? 110).map(valueOf));
			expect(requestsOf(list)).toBeLessThanOrEqual(limit === 1 ? 1 : 8);
		},
	);
});
