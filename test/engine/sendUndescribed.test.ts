/** Interfaces without an operation, as the vendor's pages have them, at a platform of the test's own. */
import './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from './engine';
import { errorIn, NODE } from './fixtures';
import { listen } from './listener';
import { signedKeysFor } from './ownPlatform';

interface Asked {
	method: string;
	path: string;
	query: Record<string, string>;
	body: string;
}

interface Given {
	status?: number;
	headers?: Record<string, string>;
	/** What is no text is written as JSON. */
	body?: unknown;
}

let server: Awaited<ReturnType<typeof listen>>;
let answer: (asked: Asked) => Given = () => ({});
let requests: Asked[] = [];

beforeAll(async () => {
	server = await listen((address, body, method) => {
		const { pathname: path, searchParams } = new URL(address, 'http://localhost');
		if (path.endsWith('/tokenByAkSk')) return '{"AccessToken":"tok","Expires":"3600"}';
		const asked = { method, path, query: Object.fromEntries(searchParams), body };
		requests.push(asked);
		const { body: given = {}, ...head } = answer(asked);
		return { ...head, body: typeof given === 'string' ? given : JSON.stringify(given) };
	});
});
beforeEach(() => {
	requests = [];
});
afterAll(async () => await server.stop());

const FABRIC = '/apiaccess/rest/other/v1';
const CAMPAIGNS = '/rest/isales/v1/openapi/campaigns/{vdnId}';
const CMS = '/rest/cmsapp/v1/openapi';

interface Request {
	path: string;
	method?: string;
	query?: IDataObject;
	body?: IDataObject;
	options?: IDataObject;
}

/** A look-up, if its options do not say otherwise; signed where the path is one of those. */
function asking({ path, method = 'POST', query, body, options }: Request): INodeParameters {
	return {
		resource: path.startsWith('/apiaccess') ? 'fabricRequest' : 'signedRequest',
		operation: 'send',
		method,
		path,
		query: JSON.stringify(query ?? {}),
		body: JSON.stringify(body ?? {}),
		options: { changesSomething: false, ...options },
	} as INodeParameters;
}

async function run(request: Request, given: Given | typeof answer, items: IDataObject[] = [{}]) {
	answer = typeof given === 'function' ? given : () => given;
	return await runNode(NODE, {
		parameters: asking(request),
		items,
		credentials: {
			huaweiAiccAkSkApi: signedKeysFor(server.origin),
			huaweiAiccTokenApi: { baseUrl: server.origin, appKey: 'app-key', appSecret: 'app-secret' },
		},
		onError: 'continueRegularOutput',
	});
}

/** The rows of a success. */
async function rowsOf(request: Request, given: Given | typeof answer): Promise<IDataObject[]> {
	const { rows } = await run(request, given);
	expect(rows.map((row) => errorIn({ json: row })?.message).filter(Boolean)).toEqual([]);
	return rows;
}

async function failureOf(request: Request, given: Given | typeof answer) {
	const { rows } = await run(request, given);
	return errorIn({ json: rows[0] ?? {} });
}

const WRITE = { changesSomething: true };
const NO_CODE = { hasNoCode: true };
const DONE = { resultCode: '0200000', resultDesc: 'ok' };

describe('an interface without an operation', () => {
	it.each<[string, Request, Given, IDataObject[], string]>([
		[
			'everything in the path',
			{ path: `${CMS}/configures/agents/1/{vdnId}/0/100`, method: 'GET' },
			{ body: { resultCode: '0100000', resultDesc: [{ workNo: '101' }] } },
			[{ workNo: '101' }],
			'GET /rest/cmsapp/v1/openapi/configures/agents/1/40/0/100',
		],
		[
			'a list of texts',
			{ path: `${CMS}/agent/queryagentcalls`, body: { ccId: 1, vdn: 40, agentId: 101 } },
			{ body: { resultCode: '0100000', resultDesc: ['1-2', '3-4'] } },
			[{ value: '1-2' }, { value: '3-4' }],
			'POST /rest/cmsapp/v1/openapi/agent/queryagentcalls {"ccId":1,"vdn":40,"agentId":101}',
		],
		[
			'a deletion without a body',
			{ path: `${CAMPAIGNS}/blocklist`, method: 'DELETE', options: WRITE },
			{ body: DONE },
			[DONE],
			'DELETE /rest/isales/v1/openapi/campaigns/40/blocklist',
		],
		[
			'a query beside a body',
			{
				path: `${CAMPAIGNS}/groupcalldata`,
				query: { campaignGroupId: '9' },
				body: { callDataList: [{ called: '13900000001' }] },
				options: { ...WRITE, payloadField: 'returnObject' },
			},
			{ body: { ...DONE, returnObject: { totalSize: 1 } } },
			[{ totalSize: 1 }],
			'POST /rest/isales/v1/openapi/campaigns/40/groupcalldata?campaignGroupId=9 {"callDataList":[{"called":"13900000001"}]}',
		],
		[
			'a change without an item in it',
			{ path: '/apiaccess/rest/cc-management/v1/skill/modifySkill', options: WRITE },
			{ body: { returnCode: '0', description: 'ok' } },
			[{ returnCode: '0', description: 'ok' }],
			'POST /apiaccess/rest/cc-management/v1/skill/modifySkill {}',
		],
		[
			'no code, as its page says',
			{ path: '/rest/isales/v2/openapi/campaigns/{vdnId}/statistics', method: 'GET' },
			{ body: { countDetail: [] } },
			[{ countDetail: [] }],
			'GET /rest/isales/v2/openapi/campaigns/40/statistics',
		],
		[
			'no code, as the user says, also in a list',
			{ path: `${CAMPAIGNS}/plain`, method: 'GET', options: NO_CODE },
			{ body: [{ id: 1 }, { id: 2 }] },
			[{ id: 1 }, { id: 2 }],
			'GET /rest/isales/v1/openapi/campaigns/40/plain',
		],
		[
			'no code after a change',
			{ path: `${FABRIC}/do`, options: { ...WRITE, ...NO_CODE } },
			{ body: { orderId: 5 } },
			[{ orderId: 5 }],
			'POST /apiaccess/rest/other/v1/do {}',
		],
		[
			'nothing to say after a change',
			{ path: `${CAMPAIGNS}/plain/1`, method: 'DELETE', options: { ...WRITE, ...NO_CODE } },
			{ status: 204, body: '' },
			[{ success: true }],
			'DELETE /rest/isales/v1/openapi/campaigns/40/plain/1',
		],
		[
			'nothing to give',
			{ path: `${CAMPAIGNS}/plain`, method: 'GET', options: NO_CODE },
			{ status: 204, body: '' },
			[],
			'GET /rest/isales/v1/openapi/campaigns/40/plain',
		],
		[
			'null where there would be something',
			{ path: `${CMS}/queryOne`, body: { id: 1 } },
			{ body: { resultCode: '0100000', resultDesc: null } },
			[],
			'POST /rest/cmsapp/v1/openapi/queryOne {"id":1}',
		],
	])('with %s', async (_, request, given, rows, sent) => {
		expect(await rowsOf(request, given)).toEqual(rows);
		expect(
			requests.map(({ method, path, query, body }) => {
				const asked = new URLSearchParams(query).toString();
				return `${method} ${path}${asked && `?${asked}`} ${body}`.trim();
			}),
		).toEqual([sent]);
	});

	it.each<[string, Request, Given, IDataObject]>([
		[
			'a refusal of one that has no code otherwise',
			{ path: '/rest/isales/v2/openapi/campaigns/{vdnId}/statistics', method: 'GET' },
			{ body: { resultCode: '0200001', resultDesc: 'Own words' } },
			{ code: '0200001', outcome: 'refused' },
		],
		[
			'an errorCode on the API Fabric',
			{ path: `${FABRIC}/q` },
			{ body: { errorCode: '1', errorMsg: 'Own words' } },
			{ code: '1', outcome: 'refused', message: expect.stringContaining('Own words') },
		],
		[
			'a page in place of an answer without a code',
			{ path: `${CAMPAIGNS}/plain`, method: 'GET', options: NO_CODE },
			{ headers: { 'content-type': 'text/html' }, body: '<html></html>' },
			{ outcome: 'failed', message: expect.stringContaining('an HTML page') },
		],
		[
			'a look-up whose answer is lost',
			{ path: `${CAMPAIGNS}/plain`, method: 'GET', options: NO_CODE },
			{ body: '' },
			{ outcome: 'failed', message: expect.stringContaining('an empty text') },
		],
		[
			'a change that is refused by its status',
			{ path: `${FABRIC}/do`, options: { ...WRITE, ...NO_CODE } },
			{ status: 400, body: { message: 'Own words' } },
			{ outcome: 'refused', message: expect.stringContaining('Own words') },
		],
	])('has not succeeded with %s', async (_, request, given, error) => {
		expect(await failureOf(request, given)).toMatchObject(error);
	});

	it('is not asked on and on where its page says that it may be asked rarely only', async () => {
		const request = {
			path: '/rest/isales/v2/openapi/campaigns/{vdnId}/statistics',
			method: 'GET',
		};
		const body = { resultDesc: 'do not operate frequently' };
		expect(await failureOf(request, { status: 429, body })).toMatchObject({ httpStatus: 429 });
		expect(requests).toHaveLength(1);
	});

	it('is asked at the pace of its page', async () => {
		const times: number[] = [];
		const path = '/rest/isales/v2/openapi/campaigns/{vdnId}/calldata/1000000000000000001';
		const request = { path, body: { callDataList: [] }, options: WRITE };
		const given = () => {
			times.push(Date.now());
			return { body: DONE };
		};
		await run(request, given, [{}, {}, {}]);
		const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
		expect(gaps).toHaveLength(2);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
	});

	it('is sent again when the code of its page says that it was asked too fast: nobody has worked on it', async () => {
		const path = '/rest/isales/v2/openapi/campaigns/{vdnId}/calldata/1000000000000000002';
		const request = { path, body: { callDataList: [] }, options: WRITE };
		const tooFast = { resultCode: '0200022', resultDesc: 'too fast' };
		const given = () => ({ body: requests.length < 3 ? tooFast : DONE });
		expect((await run(request, given)).error).toBeUndefined();
		expect(requests).toHaveLength(3);
		const other = { ...request, path: '/rest/isales/v1/openapi/campaigns/{vdnId}/file/addServer' };
		expect(await failureOf(other, { body: tooFast })).toMatchObject({ code: '0200022' });
		expect(requests).toHaveLength(4);
	});

	it('repeats no key that is sent, in its words', async () => {
		const keys = {
			token: 'very-secret-1',
			secretKey: 'very-secret-2',
			nested: { access_token: 'very-secret-3', 'X-Api-Key': 'very-secret-4' },
		};
		const error = await failureOf(
			{ path: `${FABRIC}/a`, query: { appSecret: 'very-secret-5' }, body: keys },
			({ body, query }) => ({
				body: { returnCode: '9', description: `bad ${body} ${query.appSecret}` },
			}),
		);
		expect(error?.message).toContain('bad');
		expect(JSON.stringify(error)).not.toContain('very-secret');
	});
});

describe('rows on pages', () => {
	const idsFrom = (start: number, end: number) =>
		Array.from({ length: Math.max(0, end - start) }, (_, index) => ({ id: start + index }));

	/** A list of so many rows, with so many on a page at most. */
	function list(
		rows: number,
		most: number,
		numbersIn: (asked: Asked) => { offset: number; limit: number },
	) {
		return (asked: Asked): Given => {
			const { offset, limit } = numbersIn(asked);
			const end = Math.min(rows, offset + Math.min(limit, most));
			return { body: { resultCode: '0100000', returnCode: '0', data: idsFrom(offset, end) } };
		};
	}

	const inBody = ({ body }: Asked) => JSON.parse(body) as { offset: number; limit: number };
	const inQuery = ({ query }: Asked) => ({
		offset: Number(query.offset),
		limit: Number(query.limit),
	});
	const inPath = ({ path }: Asked) => {
		const [offset = 0, limit = 0] = path.split('/').slice(-2).map(Number);
		return { offset, limit };
	};

	const PAGED = { pagination: 'offset', payloadField: 'data' };

	it.each([
		[130, 50, 3],
		[100, 50, 3],
		[50, 50, 2],
		[7, 50, 2],
		[130, 100, 2],
		[0, 50, 1],
	])('are all read without a total: %i, of which a page has %i', async (rows, most, count) => {
		const found = await rowsOf(
			{ path: `${FABRIC}/list`, options: PAGED },
			list(rows, most, inBody),
		);
		expect(found).toEqual(idsFrom(0, rows));
		expect(requests).toHaveLength(count);
	});

	it('are all read without a total where pages are numbered', async () => {
		const options = { pagination: 'page', payloadField: 'data', pageSize: 200 };
		const numbers = ({ body }: Asked) => {
			const { pageNum, pageSize } = JSON.parse(body) as { pageNum: number; pageSize: number };
			const limit = Math.min(pageSize, 100);
			return { offset: (pageNum - 1) * limit, limit };
		};
		const found = await rowsOf({ path: `${FABRIC}/list`, options }, list(230, 100, numbers));
		expect(found).toEqual(idsFrom(0, 230));
	});

	it('come once from an interface that always gives the same', async () => {
		const same = { body: { returnCode: '0', data: idsFrom(0, 5) } };
		expect(await rowsOf({ path: `${FABRIC}/list`, options: PAGED }, same)).toEqual(idsFrom(0, 5));
		expect(requests).toHaveLength(2);
	});

	it('are asked for in the path', async () => {
		const path = `${CMS}/configures/agents/1/{vdnId}/{offset}/{limit}`;
		const request = { path, method: 'GET', options: PAGED };
		expect(await rowsOf(request, list(230, 100, inPath))).toEqual(idsFrom(0, 230));
		expect(requests.map((one) => [one.path.split('/40/')[1], one.query])).toEqual([
			['0/100', {}],
			['100/100', {}],
			['200/100', {}],
		]);
	});

	it('are asked for in the body of a GET, and in the query of a POST, if the user says so', async () => {
		const path = `${CAMPAIGNS}/lists`;
		const ofBody = { ...PAGED, successCodes: '0100000', pageParametersIn: 'body' };
		const get = { path, method: 'GET', query: { a: 'b' }, options: ofBody };
		expect(await rowsOf(get, list(130, 100, inBody))).toEqual(idsFrom(0, 130));
		expect(requests[0]).toMatchObject({ query: { a: 'b' }, body: '{"offset":0,"limit":100}' });
		const options = { ...PAGED, pageParametersIn: 'query' };
		const post = { path: `${FABRIC}/list`, body: { a: 'b' }, options };
		expect(await rowsOf(post, list(130, 100, inQuery))).toEqual(idsFrom(0, 130));
		expect(requests.at(-1)).toMatchObject({ query: { offset: '100' }, body: '{"a":"b"}' });
	});

	it('may be the answer as a whole, where it has no code', async () => {
		const options = { pagination: 'offset', hasNoCode: true };
		const whole = (asked: Asked) => {
			const { offset, limit } = inBody(asked);
			return { body: idsFrom(offset, Math.min(offset + limit, 130)) };
		};
		expect(await rowsOf({ path: `${FABRIC}/list`, options }, whole)).toEqual(idsFrom(0, 130));
	});

	it.each<[string, Request, RegExp]>([
		[
			'a place in the path without Pagination',
			{ path: `${CMS}/agents/{offset}`, method: 'GET' },
			/^Path has a placeholder/,
		],
		[
			'a name for what the path has a place for',
			{
				path: `${CMS}/agents/{offset}`,
				method: 'GET',
				options: { ...PAGED, pageParameter: 'from' },
			},
			/^Page Parameter is of no use/,
		],
		[
			'a place for the numbers alone',
			{ path: `${FABRIC}/list`, options: { pageParametersIn: 'query' } },
			/^Page Parameters In goes with Pagination/,
		],
		[
			'codes of what has none',
			{ path: `${FABRIC}/list`, options: { hasNoCode: true, successCodes: '1' } },
			/^Success Codes goes with Has No Code off/,
		],
	])('are refused with %s', async (_, request, words) => {
		expect((await failureOf(request, {}))?.message).toMatch(words);
		expect(requests).toEqual([]);
	});
});

describe('a file', () => {
	const request = {
		path: `${FABRIC}/export`,
		method: 'GET',
		query: { id: '1' },
		options: { response: 'file' },
	};
	const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	const attached = (name: string) => ({ 'content-disposition': `attachment; ${name}` });

	it.each<[string, Record<string, string>, string, string, string]>([
		['a workbook', { 'content-type': XLSX }, 'PK..', 'export.xlsx', XLSX],
		[
			'an archive',
			{ 'content-type': 'application/octet-stream' },
			'PK..',
			'export.zip',
			'application/zip',
		],
		['a recording', { 'content-type': 'binary/octet-stream' }, 'RIFF', 'export.wav', 'audio/wav'],
		['a table', { 'content-type': 'text/csv' }, 'a,b', 'export.csv', 'text/csv'],
		[
			'what the service has a name for',
			{ 'content-type': XLSX, ...attached('filename="report 1.xlsx"') },
			'PK..',
			'report 1.xlsx',
			XLSX,
		],
		[
			'a name in other letters',
			{ 'content-type': 'text/csv', ...attached("filename=a.csv; filename*=UTF-8''%E5%BC%A0.csv") },
			'a,b',
			'张.csv',
			'text/csv',
		],
		[
			'a name that leads elsewhere',
			{ 'content-type': 'text/csv', ...attached('filename="../../etc/..\\\\pass:wd"') },
			'a,b',
			'pass_wd.csv',
			'text/csv',
		],
		[
			'a name that is none',
			{ 'content-type': 'text/csv', ...attached('filename=".."') },
			'a,b',
			'export.csv',
			'text/csv',
		],
		[
			'an attached text',
			{ 'content-type': 'text/plain', ...attached('filename=log.txt') },
			'hello',
			'log.txt',
			'text/plain',
		],
	])('comes as it is: %s', async (_, headers, body, fileName, mimeType) => {
		const { items, rows } = await run(request, { headers, body });
		expect(rows).toEqual([{ path: request.path, found: true }]);
		expect(items[0]?.binary?.data).toMatchObject({ fileName, mimeType });
		expect(requests).toMatchObject([{ method: 'GET', query: { id: '1' } }]);
	});

	it('is no text that is not attached', async () => {
		const given = { headers: { 'content-type': 'text/plain' }, body: 'Busy' };
		expect((await failureOf(request, given))?.message).toContain('answered with');
	});
});
