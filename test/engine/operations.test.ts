import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { bodiesOf, OPERATIONS, requestsOf, runnerFor, shown, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const PAIRED = { item: 0 };
const BEARER = { authorization: expect.stringMatching(/^Bearer \S+$/) };
const SIGNED = {
	authorization: expect.stringMatching(
		/^auth-v2\/AKMADEUP0123456789\/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\/content-type;host\/[0-9a-f]{64}$/,
	),
	'content-type': 'application/json; charset=UTF-8',
};

/** Makes the next answer of an interface this very text. */
function answerWith(route: string, body: string): void {
	holder.simulator.faults = [{ kind: 'raw', route, body }];
}

function accessCode(changes: IDataObject = {}) {
	return {
		id: '1124167935465633793',
		accessCode: '9911411',
		mediatypeId: 5,
		n400Number: null as string | null,
		description: null as string | null,
		numCallAttr: 3,
		...changes,
	};
}

describe('Access Code: Get Many', () => {
	it('gives the fields of the service and the names of its codes', async () => {
		holder.simulator.data.accessCodes = [
			accessCode({ accessCode: '0099114', n400Number: '0400123', description: '售后服务热线' }),
			accessCode({ id: '0000000000000000007', mediatypeId: 53, numCallAttr: 1 }),
		];
		const { items, error } = await run(OPERATIONS.accessCodes);
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: {
					id: '1124167935465633793',
					accessCode: '0099114',
					mediatypeId: 5,
					n400Number: '0400123',
					description: '售后服务热线',
					numCallAttr: 3,
					mediatypeName: 'audio and video',
					numCallAttrName: 'inbound call and outbound call',
				},
				pairedItem: PAIRED,
			},
			{
				json: {
					id: '0000000000000000007',
					accessCode: '9911411',
					mediatypeId: 53,
					n400Number: null,
					description: null,
					numCallAttr: 1,
					mediatypeName: 'multimedia',
					numCallAttrName: 'inbound call',
				},
				pairedItem: PAIRED,
			},
		]);
	});

	it.each([
		[2, 'click-to-dial'],
		[5, 'audio and video'],
		[18, 'video click-to-dial'],
		[19, 'video'],
		[53, 'multimedia'],
		[7, null],
		[null, null],
	])('names media type %p', async (mediatypeId, mediatypeName) => {
		holder.simulator.data.accessCodes = [accessCode({ mediatypeId }) as never];
		expect((await run(OPERATIONS.accessCodes)).rows[0]).toMatchObject({
			mediatypeId,
			mediatypeName,
		});
	});

	it.each([
		[1, 'inbound call'],
		[2, 'outbound call'],
		[3, 'inbound call and outbound call'],
		[9, null],
	])('names number attribute %p', async (numCallAttr, numCallAttrName) => {
		holder.simulator.data.accessCodes = [accessCode({ numCallAttr })];
		expect((await run(OPERATIONS.accessCodes)).rows[0]).toMatchObject({ numCallAttrName });
	});

	it('keeps every digit of ids and numbers that come as JSON numbers', async () => {
		answerWith(
			'accessCodes',
			'{"returnCode":0,"data":{"total":"1","calledRouteList":[{"id":1124167935465633793,"accessCode":9911411,"mediatypeId":5,"n400Number":4001234567890123456,"numCallAttr":3}]}}',
		);
		expect((await run(OPERATIONS.accessCodes)).rows[0]).toMatchObject({
			id: '1124167935465633793',
			accessCode: '9911411',
			n400Number: '4001234567890123456',
		});
	});

	it('keeps fields that are not documented', async () => {
		holder.simulator.data.accessCodes = [accessCode({ newField: { a: [1] } })];
		expect((await run(OPERATIONS.accessCodes)).rows[0]).toMatchObject({ newField: { a: [1] } });
	});

	it('sends what the interface takes and nothing else', async () => {
		await run({ ...OPERATIONS.accessCodes, returnAll: false });
		const [request] = requestsOf(holder.simulator, 'accessCodes');
		expect(request).toMatchObject({
			method: 'POST',
			path: '/apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList',
			query: {},
			headers: {
				...BEARER,
				'content-type': 'application/json',
				'x-app-key': holder.simulator.account.appKey,
			},
		});
		expect(request?.headers).not.toHaveProperty('x-tenantspaceid');
		expect(bodiesOf(holder.simulator, 'accessCodes')).toEqual([{ limit: 100, offset: 0 }]);
	});

	it('sends the filters with the types of the interface', async () => {
		const filters = { accessCode: '={{ 99 }}', description: '热线', mediaType: '={{ "53" }}' };
		const { rows } = await run({ ...OPERATIONS.accessCodes, filters });
		expect(bodiesOf(holder.simulator, 'accessCodes')[0]).toEqual({
			accessCode: '99',
			description: '热线',
			mediatypeId: 53,
			limit: 100,
			offset: 0,
		});
		const expected = holder.simulator.data.accessCodes.filter(
			(code) =>
				code.mediatypeId === 53 &&
				code.accessCode.includes('99') &&
				code.description?.includes('热线'),
		);
		expect(expected.length).toBeGreaterThan(0);
		expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
	});

	it('leaves filters away that are empty', async () => {
		const filters = {
			accessCode: '',
			description: '={{ $json.nothing }}',
			mediaType: '={{ null }}',
		};
		holder.simulator.data.accessCodes = [accessCode()];
		await run({ ...OPERATIONS.accessCodes, filters });
		expect(bodiesOf(holder.simulator, 'accessCodes')[0]).toEqual({ limit: 100, offset: 0 });
	});
});

describe('OBS Result Code: Get Many', () => {
	it('gives every row as it is', async () => {
		const { rows, items } = await run(OPERATIONS.obsResultCodes);
		expect(rows).toHaveLength(120);
		expect(items.slice(0, 2)).toEqual([
			{ json: { obsCodeDesc: 'The switch is busy.', obsCode: '00605' }, pairedItem: PAIRED },
			{ json: { obsCodeDesc: 'The call is rejected.', obsCode: '00604' }, pairedItem: PAIRED },
		]);
		expect(rows).toEqual(holder.simulator.data.obsResultCodes);
	});

	it('asks for pages as documented', async () => {
		await run(OPERATIONS.obsResultCodes);
		const requests = requestsOf(holder.simulator, 'obsResultCodes');
		expect(requests[0]).toMatchObject({
			method: 'GET',
			path: '/rest/isales/v1/openapi/campaigns/40/queryOBSResultCode',
			query: { pageNum: '1', pageSize: '50' },
			headers: SIGNED,
			body: '',
		});
		expect(requests.map(({ query }) => query.pageNum).sort()).toEqual(['1', '2', '3']);
	});

	it('makes codes text that came as numbers', async () => {
		answerWith(
			'obsResultCodes',
			'{"resultCode":"0200000","totalCount":"1","obsCodes":[{"obsCode":605,"obsCodeDesc":"Busy"}]}',
		);
		expect((await run(OPERATIONS.obsResultCodes)).rows).toEqual([
			{ obsCode: '605', obsCodeDesc: 'Busy' },
		]);
	});
});

describe('External Result: Get Many', () => {
	it('gives every row as it is', async () => {
		const { rows } = await run(OPERATIONS.externalResults);
		expect(rows).toHaveLength(64);
		expect(rows[0]).toEqual({
			defId: '1402245659',
			displayResult: '6: The call is not answered.',
			resultCode: '002',
		});
		expect(requestsOf(holder.simulator, 'externalResults')).toMatchObject([
			{
				method: 'GET',
				path: '/rest/isales/v1/openapi/campaigns/40/queryOBSResults',
				query: { pageNum: '1', pageSize: '50' },
				headers: SIGNED,
			},
			{ query: { pageNum: '2', pageSize: '50' } },
		]);
	});
});

describe('External Result: Get', () => {
	it('gives the result with its OBS codes', async () => {
		const { items } = await run(OPERATIONS.externalResult);
		expect(items).toEqual([
			{
				json: {
					defId: '1402245659',
					displayResult: '6: The call is not answered.',
					vdnId: 40,
					resultCode: '002',
					resultMapList: [
						{ mapId: '1059886898', defId: '1402245659', failCode: '34609', vdnId: '40' },
						{ mapId: '1059886899', defId: '1402245659', failCode: '00008', vdnId: '40' },
					],
				},
				pairedItem: PAIRED,
			},
		]);
		expect(requestsOf(holder.simulator, 'externalResult')).toMatchObject([
			{
				method: 'GET',
				path: '/rest/isales/v1/openapi/campaigns/40/1402245659/queryObsResultDetail',
				query: {},
				headers: SIGNED,
				body: '',
			},
		]);
	});

	it.each([
		[
			'chosen from the list',
			{ __rl: true, mode: 'list', value: '1402245659', cachedResultName: 'x' },
		],
		['a number from an expression', { __rl: true, mode: 'id', value: '={{ 1402245659 }}' }],
		['a text from an expression', { __rl: true, mode: 'id', value: '={{ $json.id }}' }],
	])('takes an ID that is %s', async (_, externalResultId) => {
		const parameters: INodeParameters = { ...OPERATIONS.externalResult, externalResultId };
		const { rows } = await run(parameters, { items: [{ id: '1402245659' }] });
		expect(rows).toMatchObject([{ defId: '1402245659' }]);
	});

	it('keeps every digit, and gives an empty list for no mappings', async () => {
		answerWith(
			'externalResult',
			'{"resultCode":"0200000","obResult":{"defId":1124167935465633793,"resultCode":"0","resultMapList":null}}',
		);
		expect((await run(OPERATIONS.externalResult)).rows).toEqual([
			{ defId: '1124167935465633793', resultCode: '0', resultMapList: [] },
		]);
	});
});

describe('Call: Get Called Device', () => {
	const withCalled = (calledNumber: string): INodeParameters => ({
		...OPERATIONS.calledDevice,
		calledNumber,
	});

	it.each<[string, IDataObject]>([
		[
			'6666601',
			{
				found: true,
				retCode: '0',
				retMsg: 'success',
				devType: 0,
				devTypeName: 'skill queue',
				called: '6666601',
				skillId: 29,
				skillName: '售后技能队列',
			},
		],
		[
			'6666602',
			{
				found: true,
				retCode: '0',
				retMsg: 'success',
				devType: 1,
				devTypeName: 'number',
				called: '02166660002',
				skillId: null,
				skillName: null,
			},
		],
		['6666604', { found: false, retCode: '4', retMsg: 'The called party ID cannot be obtained' }],
		['6666614', { found: false, retCode: '5', retMsg: 'Called is not configured' }],
	])('says where %s leads', async (calledNumber, json) => {
		const { items, error } = await run(withCalled(calledNumber));
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json, pairedItem: PAIRED }]);
	});

	it('sends both numbers as text', async () => {
		await run({
			...OPERATIONS.calledDevice,
			callerNumber: '={{ 8888888 }}',
			calledNumber: '={{ "0" + 666 }}',
		});
		expect(bodiesOf(holder.simulator, 'calledInfo')).toEqual([
			{ caller: '8888888', called: '0666' },
		]);
		expect(requestsOf(holder.simulator, 'calledInfo')[0]).toMatchObject({
			method: 'POST',
			path: '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
			headers: BEARER,
		});
	});

	it('takes numbers of 32 characters', async () => {
		await run(withCalled('1'.repeat(32)));
		expect(bodiesOf(holder.simulator, 'calledInfo')).toMatchObject([{ called: '1'.repeat(32) }]);
	});

	it('has no name for a device type that is not documented, and text for a called number', async () => {
		answerWith('calledInfo', '{"retCode":"0","retMsg":"ok","result":{"devType":3,"called":666}}');
		expect((await run(OPERATIONS.calledDevice)).rows).toMatchObject([
			{ found: true, devType: 3, devTypeName: null, called: '666' },
		]);
	});
});

describe('Fault User: Check', () => {
	it('gives the records of a fault untouched', async () => {
		const { items } = await run(OPERATIONS.faultCheck);
		expect(items).toEqual([
			{
				json: {
					msisdn: '6680512100869',
					faultTime: '1721283133000',
					found: true,
					returnCode: '0',
					description: 'Query succeeded. Data is found in the query result.',
					data: [
						{
							rules: [
								{
									reflectionRule: 'FAILURE_CAUSE=DTAPSMS_CP:CP Error(17 Network Failure)',
									ccmSceneCode: 'SMS',
								},
								{
									reflectionRule: 'LAC_TAC=5200504B2007&SAI_CGI_ECGI=5200504B2007',
									ccmSceneCode: 'DATA',
								},
							],
							msisdn: '6680512100869',
						},
					],
				},
				pairedItem: PAIRED,
			},
		]);
	});

	it.each(['[]', 'null'])('says that there is no fault when data is %s', async (data) => {
		answerWith('faultUsers', `{"returnCode":1,"description":"None","data":${data}}`);
		expect((await run(OPERATIONS.faultCheck)).rows).toEqual([
			{
				msisdn: '6680512100869',
				faultTime: '1721283133000',
				found: false,
				returnCode: '1',
				description: 'None',
				data: [],
			},
		]);
	});

	it('sends text only, and the fixed flag', async () => {
		await run(OPERATIONS.faultCheck);
		await run({
			...OPERATIONS.faultCheck,
			msisdn: '={{ 6680512100869 }}',
			complaintScene: '={{ 1 }}',
			additionalFields: { backtraceDuration: 3600, sessionId: '={{ 20240709 }}' },
		});
		const needed = {
			msisdn: '6680512100869',
			faultTime: '1721283133000',
			complaintScene: '1',
			queryFlag: '1',
		};
		expect(bodiesOf(holder.simulator, 'faultUsers')).toEqual([
			needed,
			{ ...needed, backtraceDuration: '3600', sessionID: '20240709' },
		]);
		expect(requestsOf(holder.simulator, 'faultUsers')[0]).toMatchObject({
			method: 'POST',
			path: '/apiaccess/CC-Management/v1/smartcare/queryfaultyuser',
			headers: { ...BEARER, 'x-app-key': holder.simulator.account.appKey },
		});
	});
});

describe('Limit', () => {
	const lists: Array<[string, INodeParameters, number]> = [
		['access codes', OPERATIONS.accessCodes, 437],
		['OBS result codes', OPERATIONS.obsResultCodes, 120],
		['external results', OPERATIONS.externalResults, 64],
	];

	describe.each(lists)('of %s', (_, parameters, available) => {
		it.each([1, 50, 51, 1000])('%d gives as many as there are, each once', async (limit) => {
			const { rows, error } = await run({ ...parameters, returnAll: false, limit });
			expect(error).toBeUndefined();
			expect(rows).toHaveLength(Math.min(limit, available));
			expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
		});

		it('is 50 when it is not set', async () => {
			const { rows } = await run({ ...parameters, returnAll: false });
			expect(rows).toHaveLength(50);
		});

		it('may come from an expression, as text', async () => {
			const { rows } = await run({ ...parameters, returnAll: false, limit: '={{ "3" }}' });
			expect(rows).toHaveLength(3);
		});
	});

	it('gives the first ones in the order of the service', async () => {
		const { rows } = await run({ ...OPERATIONS.accessCodes, returnAll: false, limit: 120 });
		const first = holder.simulator.data.accessCodes.slice(0, 120);
		expect(rows.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
	});

	it('asks for no more pages than it needs', async () => {
		await run({ ...OPERATIONS.obsResultCodes, returnAll: false, limit: 50 });
		expect(requestsOf(holder.simulator, 'obsResultCodes')).toHaveLength(1);
		await run({ ...OPERATIONS.obsResultCodes, returnAll: false, limit: 51 });
		expect(requestsOf(holder.simulator, 'obsResultCodes')).toHaveLength(3);
	});
});

describe('VDN ID', () => {
	const operations: Array<[string, INodeParameters, string]> = [
		['OBS result codes', OPERATIONS.obsResultCodes, 'queryOBSResultCode'],
		['external results', OPERATIONS.externalResults, 'queryOBSResults'],
		['one external result', OPERATIONS.externalResult, '1402245659/queryObsResultDetail'],
	];

	describe.each(operations)('for %s', (_, parameters, ending) => {
		const path = (vdnId: number) => `/rest/isales/v1/openapi/campaigns/${vdnId}/${ending}`;

		it.each<[string, INodeParameters]>([
			['absent', {}],
			['0', { vdnId: 0 }],
			['empty', { vdnId: '' }],
			['an expression that gives nothing', { vdnId: '={{ $json.nothing }}' }],
			['an expression that gives "0"', { vdnId: '={{ "0" }}' }],
		])('is that of the credential when it is %s', async (_case, vdnId) => {
			const { error } = await run({ ...parameters, ...vdnId });
			expect(error).toBeUndefined();
			expect(holder.simulator.requests[0]?.path).toBe(path(40));
		});

		it.each([40, '40', '={{ 40 }}', '={{ $json.vdn }}', '={{ "0040" }}'])(
			'is taken from the node when it is %p',
			async (vdnId) => {
				const credentials = holder.simulator.account;
				const { error } = await run(
					{ ...parameters, vdnId },
					{
						items: [{ vdn: '40' }],
						credentials: {
							huaweiAiccAkSkApi: {
								baseUrl: holder.simulator.isalesUrl,
								accessKey: credentials.accessKey,
								secretKey: credentials.secretKey,
								vdnId: 9999,
							},
						},
					},
				);
				expect(error).toBeUndefined();
				expect(holder.simulator.requests[0]?.path).toBe(path(40));
			},
		);
	});

	it('of somebody else is refused in the words of the service', async () => {
		const { error } = await run({ ...OPERATIONS.obsResultCodes, vdnId: 9999 });
		expect(holder.simulator.requests[0]?.path).toContain('/9999/');
		expect(error?.message).toContain('The VDN does not exist');
	});
});

describe('several input items', () => {
	beforeEach(() => {
		holder.simulator.data.accessCodes = [2, 5, 5, 53, 53, 53].map((mediatypeId, index) =>
			accessCode({ id: String(index), accessCode: `99${index}`, mediatypeId }),
		);
	});
	const byMediaType: INodeParameters = {
		...OPERATIONS.accessCodes,
		filters: { mediaType: '={{ $json.mediaType }}', accessCode: '={{ $json.part }}' },
	};

	it('each give their rows, which say where they came from', async () => {
		const items = [
			{ mediaType: 53 },
			{ mediaType: 5, part: 'none' },
			{ mediaType: 2 },
			{ mediaType: 5 },
		];
		const result = await run(byMediaType, { items });
		expect(result.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			['3', { item: 0 }],
			['4', { item: 0 }],
			['5', { item: 0 }],
			['0', { item: 2 }],
			['1', { item: 3 }],
			['2', { item: 3 }],
		]);
	});

	it('are paired when there is one row for each, in their order', async () => {
		holder.simulator.behaviour.delayMs = 5;
		const items = Array.from({ length: 30 }, (_, index) => ({
			called: index % 2 === 0 ? '6666601' : '6666604',
		}));
		const result = await run(
			{ ...OPERATIONS.calledDevice, calledNumber: '={{ $json.called }}' },
			{ items },
		);
		expect(result.items.map(({ json, pairedItem }) => [json.found, pairedItem])).toEqual(
			items.map((_, index) => [index % 2 === 0, { item: index }]),
		);
	});

	it.each([
		['access codes', OPERATIONS.accessCodes],
		['OBS result codes', OPERATIONS.obsResultCodes],
		['external results', OPERATIONS.externalResults],
	])('may all have no rows: %s', async (_, parameters) => {
		Object.assign(holder.simulator.data, {
			accessCodes: [],
			obsResultCodes: [],
			externalResults: [],
		});
		const result = await run(parameters, { items: [{}, {}] });
		expect(result.error).toBeUndefined();
		expect(result.items).toEqual([]);
	});
});

describe('failing items', () => {
	const INPUTS = [
		{ called: '6666601' },
		{ called: '6666699' },
		{ called: '' },
		{ called: '6666604' },
	];
	const parameters = { ...OPERATIONS.calledDevice, calledNumber: '={{ $json.called }}' };
	const runWith = async (onError: INode['onError']) =>
		await run(parameters, { items: INPUTS, onError });

	const refused = expect.stringMatching(/code 1: System is busy \[item 1\]$/);
	const empty = 'Called Number is empty [item 2]';
	const good = [
		{ json: expect.objectContaining({ found: true, retCode: '0' }), pairedItem: { item: 0 } },
		{ json: expect.objectContaining({ found: false, retCode: '4' }), pairedItem: { item: 3 } },
	];
	const bad = [
		{
			json: { error: refused },
			error: expect.objectContaining({ name: 'NodeApiError', message: refused }),
			pairedItem: { item: 1 },
		},
		{
			json: { error: empty },
			error: expect.objectContaining({ name: 'NodeOperationError', message: empty }),
			pairedItem: { item: 2 },
		},
	];

	it('stop the workflow', async () => {
		const { error, outputs } = await runWith(undefined);
		expect(outputs.flat()).toEqual([]);
		expect(shown(error).context?.itemIndex).toBe(
			Number(/item (\d)/.exec(error?.message ?? '')?.[1]),
		);
		expect([1, 2]).toContain(shown(error).context?.itemIndex);
	});

	it('go on to the regular output in their place', async () => {
		const { error, outputs } = await runWith('continueRegularOutput');
		expect(error).toBeUndefined();
		expect(outputs).toEqual([[good[0], ...bad, good[1]]]);
	});

	it('go on to the error output', async () => {
		const { error, outputs } = await runWith('continueErrorOutput');
		expect(error).toBeUndefined();
		expect(outputs).toEqual([good, bad]);
	});

	it('of an operation with several rows give one error item each', async () => {
		const { outputs } = await run(
			{ ...OPERATIONS.obsResultCodes, vdnId: '={{ $json.vdn }}' },
			{ items: [{ vdn: 40 }, { vdn: 41 }], onError: 'continueErrorOutput' },
		);
		expect(outputs[0]).toHaveLength(120);
		expect(outputs[1]).toMatchObject([
			{
				json: { error: expect.stringContaining('The VDN does not exist') },
				pairedItem: { item: 1 },
			},
		]);
	});
});
