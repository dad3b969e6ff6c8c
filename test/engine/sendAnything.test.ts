/** Requests to any interface, with both credentials: what is sent, what comes out, and what never is. */
import './faults/time';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { CAMPAIGN_IDS, callRecords } from '../../simulator';
import { loadPackage, runNode } from './engine';
import {
	answerWith,
	bodiesOf,
	credentialsFor,
	errorIn,
	NODE,
	PAIRED,
	requestsOf,
	runnerFor,
	useSimulator,
} from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const MANAGEMENT = '/apiaccess/rest/cc-management/v1';
const AGENT = '/apiaccess/CC-Management/v1/mobileAgent';
const VOICE = '/apiaccess/rest/voiceNotification/v1';
const CAMPAIGNS = '/rest/isales/v1/openapi/campaigns/{vdnId}';
const CMS = '/rest/cmsapp/v2/openapi/vdn/querycalls';
const CCFS = '/CCFS/resource/ccfs';

/** A request to the API Fabric. */
function fabric(path: string, body: IDataObject, options: IDataObject = {}): INodeParameters {
	const parameters = { method: 'POST', path, body: JSON.stringify(body), options };
	return { resource: 'fabricRequest', operation: 'send', ...parameters } as INodeParameters;
}

/** The same that only looks something up. */
function look(path: string, body: IDataObject, options: IDataObject = {}): INodeParameters {
	return fabric(path, body, { changesSomething: false, ...options });
}

function signed(
	method: string,
	path: string,
	more: INodeParameters = {},
	options: IDataObject = {},
): INodeParameters {
	return {
		resource: 'signedRequest',
		operation: 'send',
		method,
		path,
		...more,
		options,
	} as INodeParameters;
}

const CALL = fabric(`${AGENT}/createCall`, { caller: '9000001', called: '13600000001' });
const SKILLS = look(
	`${MANAGEMENT}/skill/querySkills`,
	{ limit: '5', offset: '0' },
	{ payloadField: 'data' },
);

async function rowsOf(parameters: INodeParameters) {
	const { rows, error } = await run(parameters);
	expect(error?.message).toBeUndefined();
	return rows;
}

/** The words of the error, and that nothing was sent. */
async function refusal(parameters: INodeParameters): Promise<string | undefined> {
	const { error } = await run(parameters);
	expect(holder.simulator.requests).toEqual([]);
	return error?.message;
}

const SPAN = { beginDate: 1, endDate: 4_102_444_800_000, isCallIn: 'true' };

describe('any interface', () => {
	it.each<[string, INodeParameters, number, IDataObject]>([
		[
			'a list where it is said',
			look(
				`${MANAGEMENT}/skill/querySkills`,
				{ limit: '5', offset: '0' },
				{ payloadField: 'data' },
			),
			5,
			{ skillId: 10, name: 'Sales 1' },
		],
		[
			'the result of a retCode',
			look(`${MANAGEMENT}/ivrFlow/queryIVRFlowList`, {}),
			24,
			{ id: '701' },
		],
		[
			'the whole of another answer',
			look(`${MANAGEMENT}/agentAccount/query`, { userAccount: 'agent001' }),
			1,
			{ resultCode: '0', total: 1, data: [expect.objectContaining({ workNo: '101' })] },
		],
		[
			'an object where it is said',
			look(
				`${MANAGEMENT}/satisfaction/query`,
				{ callId: '1768464000-100001', beginTime: 1_768_435_200_000, endTime: 1_768_521_600_000 },
				{ payloadField: 'satisfactionEvaluations' },
			),
			1,
			{ evaluationValue: '5' },
		],
		[
			'an answer without a code',
			look('/apiaccess/rest/workbench/v1/queryCallInfoByCallId', {
				callId: '1700000000000-100001',
				userId: '1',
				tenantId: '202603010001',
				agentId: '101',
			}),
			1,
			{ callerNumber: '13900000001', called: '99104729' },
		],
		[
			'what is no object',
			look(
				`${AGENT}/getRecordingAddress`,
				{ callSerialNo: '1700000000000000001' },
				{ payloadField: 'result.url' },
			),
			1,
			{ url: expect.stringContaining('/recordings/1700000000000000001.wav') },
		],
		['what was made', CALL, 1, { callSerialNo: expect.stringMatching(/^\d{18,19}$/) }],
		[
			'an answer of CC-iSales',
			signed('GET', `${CAMPAIGNS}/callresultdetail/1700000001-1`, {}, { payloadField: 'data' }),
			1,
			{ called: '13700000001', failCode: '00604' },
		],
		[
			'the resultDesc of CC-CMS',
			signed(
				'POST',
				CMS,
				{ body: JSON.stringify({ ccId: 1, vdn: 40, ...SPAN }) },
				{ changesSomething: false },
			),
			1,
			{ count: expect.any(Number), data: expect.any(Array) },
		],
		[
			'what a change without a body gives',
			signed('PUT', `${CAMPAIGNS}/${CAMPAIGN_IDS.manyResults}/pause`),
			1,
			{ resultCode: '0200000' },
		],
		[
			'what a deletion gives',
			signed('DELETE', `${CAMPAIGNS}/1402245659/deleteObsResult`),
			1,
			{ resultCode: '0200000' },
		],
		[
			'what was made in CC-iSales',
			signed(
				'POST',
				`${CAMPAIGNS}/createObResult`,
				{ body: '{"resultCode":"007","displayResult":"Busy","obsCodes":["00602"]}' },
				{ payloadField: 'defId' },
			),
			1,
			{ defId: expect.any(String) },
		],
	])('gives %s', async (_, parameters, count, first) => {
		const { rows, items, error } = await run(parameters);
		expect(error?.message).toBeUndefined();
		expect(rows).toHaveLength(count);
		expect(rows[0]).toMatchObject(first);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
	});

	it('takes values out of the items, and pairs what comes', async () => {
		const parameters = {
			...signed('GET', `={{ "${CAMPAIGNS}/" + $json.id + "/queryObsResultDetail" }}`),
			options: { payloadField: 'obResult' },
		};
		const items = [{ id: '1402245659' }, { id: '404' }, { id: '1402245659' }];
		const result = await run(parameters, { items, onError: 'continueRegularOutput' });
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
		expect(errorIn(result.items[1])).toMatchObject({ outcome: 'refused' });
	});

	it('is asked with the VDN of the node in place of that of the credential', async () => {
		const options = { vdnId: 41, payloadField: 'data' };
		await run(signed('GET', `${CAMPAIGNS}/queryOBSResults`, {}, options));
		expect(holder.simulator.requests[0]?.path).toContain('/campaigns/41/queryOBSResults');
	});

	it('loses no digit, and gives names that expressions can use', async () => {
		answerWith(
			holder.simulator,
			'querySkills',
			'{"returnCode":"0","data":[{"id":1234567890123456789,"caller":"1","callee":"2"}]}',
		);
		expect(await rowsOf(SKILLS)).toEqual([
			{ id: '1234567890123456789', callerNumber: '1', calledNumber: '2' },
		]);
	});

	it('with an empty list gives no item, and with an empty change says that it was made', async () => {
		const empty = '{"returnCode":"0","data":null}';
		answerWith(holder.simulator, 'querySkills', empty);
		expect(await rowsOf(SKILLS)).toEqual([]);
		answerWith(holder.simulator, 'querySkills', empty);
		const change = { ...SKILLS, options: { payloadField: 'data' } };
		expect(await rowsOf(change)).toEqual([{ success: true }]);
	});
});

describe('rows on pages', () => {
	it('by offset, as text, in the body', async () => {
		const options = {
			payloadField: 'data',
			totalField: 'total',
			pagination: 'offset',
			pageNumbersAsText: true,
		};
		const rows = await rowsOf(
			look(`${MANAGEMENT}/skill/querySkills`, { mediaTypeId: '5' }, options),
		);
		expect(rows).toHaveLength(
			holder.simulator.data.skills.filter(({ mediaTypeId }) => mediaTypeId === 5).length,
		);
		expect(bodiesOf(holder.simulator, 'querySkills')[0]).toEqual({
			mediaTypeId: '5',
			offset: '0',
			limit: '100',
		});
	});

	it('by number from 0, in the body', async () => {
		const options = { payloadField: 'data', totalField: 'total', pagination: 'page', firstPage: 0 };
		const rows = await rowsOf(look(`${MANAGEMENT}/agentAccount/query`, {}, options));
		expect(rows.map(({ userAccount }) => userAccount)).toEqual(
			holder.simulator.data.agents.map(({ userAccount }) => userAccount),
		);
	});

	it('by number, with names of their own, in the address', async () => {
		const options = {
			payloadField: 'data',
			totalField: 'totalSize',
			pagination: 'page',
			pageParameter: 'curPage',
			sizeParameter: 'rowsPerPage',
			pageSize: 2,
		};
		const query = '{"status":0,"deviceType":0}';
		const rows = await rowsOf(signed('GET', CAMPAIGNS, { query }, options));
		expect(rows.map(({ id }) => id)).toEqual(holder.simulator.data.campaigns.map(({ id }) => id));
		expect(requestsOf(holder.simulator, 'queryCampaigns')[1]?.query).toMatchObject({
			status: '0',
			rowsPerPage: '2',
		});
	});

	it('by offset, of CC-CMS, in the body', async () => {
		const options = {
			changesSomething: false,
			payloadField: 'resultDesc.data',
			totalField: 'resultDesc.count',
			pagination: 'offset',
			pageSize: 20,
			limit: 50,
		};
		const body = JSON.stringify({ ccId: 1, vdn: 40, ...SPAN });
		const rows = await rowsOf(signed('POST', CMS, { body }, options));
		const inbound = callRecords(holder.simulator).filter(({ isCallIn }) => isCallIn);
		expect(rows.map(({ callId }) => callId)).toEqual(
			inbound.slice(0, 50).map(({ callId }) => callId),
		);
		const sent = bodiesOf(holder.simulator, 'querycallsV2') as Array<{ offset: number }>;
		expect(sent.map(({ offset }) => offset).slice(0, 3)).toEqual([0, 20, 40]);
	});

	it('end without a total with the page that is not full, and at Limit', async () => {
		const path = `${VOICE}/queryVoiceNotificationRecording`;
		const options = { payloadField: 'voiceInfo', pagination: 'offset' };
		expect(await rowsOf(look(path, {}, options))).toHaveLength(130);
		expect(requestsOf(holder.simulator, 'queryVoiceNotificationRecording')).toHaveLength(2);
		expect(await rowsOf(look(path, {}, { ...options, limit: 7 }))).toHaveLength(7);
		expect(requestsOf(holder.simulator, 'queryVoiceNotificationRecording')).toHaveLength(3);
	});

	it.each<[string, IDataObject]>([
		['no data.list', { payloadField: 'data.list', pagination: 'offset' }],
		['no list of rows', { payloadField: 'description', pagination: 'offset' }],
		['no total', { payloadField: 'data', totalField: 'data.total', pagination: 'offset' }],
		['no Data', { payloadField: 'Data' }],
	])('are no empty list where the answer has %s at that place', async (what, more) => {
		const options = { ...more, ...(more.pagination && { pageNumbersAsText: true }) };
		const { error } = await run(look(`${MANAGEMENT}/skill/querySkills`, {}, options));
		expect(error?.message).toContain(`the answer has ${what}`);
		expect(error?.description).toMatch(/^Check Payload Field, and Total Field/);
	});

	it('are read by several together, each page again that failed', async () => {
		holder.simulator.faults = [
			{ kind: 'status', status: 503, route: 'agentAccountQuery', skip: 1 },
		];
		const options = { payloadField: 'data', totalField: 'total', pagination: 'page', firstPage: 0 };
		const rows = await rowsOf(look(`${MANAGEMENT}/agentAccount/query`, {}, options));
		expect(rows).toHaveLength(230);
		expect(requestsOf(holder.simulator, 'agentAccountQuery')).toHaveLength(4);
	});
});

describe('a file', () => {
	const download = (msgBody: IDataObject, options: IDataObject = {}) =>
		signed(
			'POST',
			`${CCFS}/downloadRecord`,
			{ body: JSON.stringify(msgBody) },
			{ response: 'file', changesSomething: false, ...options },
		);

	it('comes byte by byte, and its body is wrapped', async () => {
		const callId = '1700000000000-100001';
		const { items, error } = await run(
			download({ callId, ccId: '1' }, { binaryPropertyName: 'sound' }),
		);
		expect(error?.message).toBeUndefined();
		const known = holder.simulator.data.recordings.find((one) => one.callId === callId);
		const [file] = Object.values(known?.files ?? {});
		expect(Buffer.from(items[0]?.binary?.sound?.data ?? '', 'base64')).toEqual(file);
		expect(items[0]).toMatchObject({
			json: { path: `${CCFS}/downloadRecord`, found: true },
			binary: { sound: { fileName: 'downloadRecord.wav', mimeType: 'audio/wav' } },
			pairedItem: PAIRED,
		});
		expect(bodiesOf(holder.simulator, 'downloadRecord')).toEqual([
			{ request: { version: '2.0' }, msgBody: { callId, ccId: '1' } },
		]);
	});

	it('that is not there yet is an answer', async () => {
		expect(await rowsOf(download({ callId: '1700000000000-100003', ccId: '1' }))).toEqual([
			{ path: `${CCFS}/downloadRecord`, found: false },
		]);
	});

	it('is begun again when it was cut short, unless asking for it changes something', async () => {
		const body = { callId: '1700000000000-100001', ccId: '1' };
		const fault = { kind: 'cut', route: 'downloadRecord', when: 'midBody' } as const;
		holder.simulator.faults = [{ ...fault }];
		expect(await rowsOf(download(body))).toMatchObject([{ found: true }]);
		expect(requestsOf(holder.simulator, 'downloadRecord')).toHaveLength(2);
		holder.simulator.reset();
		holder.simulator.faults = [{ ...fault }];
		const { rows } = await run(download(body, { changesSomething: true }), {
			onError: 'continueRegularOutput',
		});
		// The pages say that it only looks; what the user says counts more.
		expect(errorIn({ json: rows[0] ?? {} })?.outcome).toBe('unknown');
		expect(requestsOf(holder.simulator, 'downloadRecord')).toHaveLength(1);
	});

	it('may be a table in text', async () => {
		const fault = { kind: 'raw', route: 'querySkills', body: 'a,b\n1,2\n' } as const;
		holder.simulator.faults = [{ ...fault, contentType: 'text/csv; charset=utf-8' }];
		const options = { changesSomething: false, response: 'file' };
		const { items, error } = await run({ ...SKILLS, options });
		expect(error?.message).toBeUndefined();
		expect(items[0]?.binary?.data).toMatchObject({ mimeType: 'text/csv' });
		expect(Buffer.from(items[0]?.binary?.data?.data ?? '', 'base64').toString()).toBe('a,b\n1,2\n');
	});

	it('is sent as it is, without a wrapping, if the user wants that', async () => {
		await run(download({ callId: '1' }, { wrapBody: false }), { onError: 'continueRegularOutput' });
		expect(bodiesOf(holder.simulator, 'downloadRecord')).toEqual([{ callId: '1' }]);
	});
});

describe('codes', () => {
	it.each<[string, INodeParameters, string, string, string]>([
		['retCode', CALL, 'createCallV1', '{"retCode":"5","retMsg":"Own words"}', '5'],
		['returnCode', SKILLS, 'querySkills', '{"returnCode":1,"description":"Own words"}', '1'],
		['resultCode', SKILLS, 'querySkills', '{"resultCode":"1","resultMessage":"Own words"}', '1'],
		[
			'resultCode of CC-iSales',
			signed('GET', `${CAMPAIGNS}/queryOBSResults`),
			'queryOBSResults',
			'{"resultCode":"0200001","resultDesc":"Own words"}',
			'0200001',
		],
		[
			'returnCode of CC-CMS',
			signed('POST', CMS, {}, { changesSomething: false }),
			'querycallsV2',
			'{"returnCode":"0100002","returnDesc":"Own words"}',
			'0100002',
		],
	])(
		'of a failure are told with the words of the service: %s',
		async (_, parameters, route, body, code) => {
			answerWith(holder.simulator, route, body);
			const { rows } = await run(parameters, { onError: 'continueRegularOutput' });
			expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({
				message: expect.stringMatching(
					new RegExp(`^Could not send (POST|GET) /.*: Own words.*\\(code ${code}\\)`),
				),
				outcome: 'refused',
				code,
			});
		},
	);

	it('that are not known may be on the page of the interface, and that is said', async () => {
		answerWith(holder.simulator, 'querySkills', '{"returnCode":"77","description":"Own words"}');
		const { error } = await run(SKILLS);
		expect(error?.description).toMatch(/on the page of the interface/);
	});

	it('that the user names are answers, in the field that the user names', async () => {
		const options = { changesSomething: false, codeField: 'state', successCodes: '7, 8' };
		answerWith(holder.simulator, 'querySkills', '{"state":8,"returnCode":"1","data":[1]}');
		expect(await rowsOf({ ...SKILLS, options })).toEqual([
			{ state: 8, returnCode: '1', data: [1] },
		]);
		answerWith(holder.simulator, 'querySkills', '{"state":0,"returnCode":"0"}');
		expect((await run({ ...SKILLS, options })).error?.message).toContain('(code 0)');
		answerWith(holder.simulator, 'querySkills', '{"returnCode":"0"}');
		const { error } = await run({ ...SKILLS, options });
		expect(error?.message).toContain('no result code');
		expect(error?.description).toMatch(/Code Field.*Has No Code/);
	});

	it('may be further in', async () => {
		const options = { changesSomething: false, codeField: 'meta.code', successCodes: '200' };
		answerWith(holder.simulator, 'querySkills', '{"meta":{"code":200},"data":[1]}');
		expect(await rowsOf({ ...SKILLS, options })).toEqual([{ meta: { code: 200 }, data: [1] }]);
		answerWith(holder.simulator, 'querySkills', '{"meta":{"code":500},"returnCode":"0"}');
		expect((await run({ ...SKILLS, options })).error?.message).toContain('code 500');
	});

	it.each([
		['a change', CALL, 'createCallV1', 'unknown'],
		[
			'a signed look-up',
			signed('GET', `${CAMPAIGNS}/queryOBSResults`),
			'queryOBSResults',
			'failed',
		],
	])('must be there for %s', async (_, parameters, route, outcome) => {
		answerWith(holder.simulator, route, '{"hello":1}');
		const { rows } = await run(parameters, { onError: 'continueRegularOutput' });
		expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({ outcome });
	});
});

describe('a change', () => {
	it.each(['before', 'after', 'midBody'] as const)(
		'is sent once, also with Retry On Fail: cut %s',
		async (when) => {
			holder.simulator.faults = [{ kind: 'cut', route: 'createCallV1', when }];
			const items = [{}, {}];
			const { error } = await run(CALL, { items, retryOnFail: true });
			expect(error?.message).toMatch(/^It is not known whether the service did send POST /);
			expect(requestsOf(holder.simulator, 'createCallV1').length).toBeLessThanOrEqual(2);
		},
	);

	it('that was made is not made again because another item failed', async () => {
		const body = '={{ JSON.stringify({ caller: "9000001", called: $json.called }) }}';
		const items = [{ called: '13600000001' }, { called: '' }];
		await run({ ...CALL, body }, { items, retryOnFail: true });
		const rung = bodiesOf(holder.simulator, 'createCallV1') as Array<{ called: string }>;
		expect(rung.filter(({ called }) => called === '13600000001')).toHaveLength(1);
	});

	it('is a POST unless the user says otherwise, and a look-up is asked again', async () => {
		const fault = { kind: 'cut', route: 'querySkills' } as const;
		holder.simulator.faults = [{ ...fault }];
		const { error } = await run({ ...SKILLS, options: {} });
		expect(error?.message).toMatch(/^It is not known whether/);
		expect(requestsOf(holder.simulator, 'querySkills')).toHaveLength(1);
		holder.simulator.faults = [{ ...fault }];
		expect(await rowsOf(SKILLS)).toHaveLength(5);
		expect(requestsOf(holder.simulator, 'querySkills')).toHaveLength(3);
	});

	it.each([
		`${AGENT}/createCall`,
		`${AGENT}/createCall/`,
		`${AGENT.toUpperCase()}/CREATECALL`,
		`${AGENT}/create%43all`,
	])('that the pages know is never taken for a look-up: %s', async (path) => {
		expect(await refusal(look(path, {}))).toMatch(/^Changes Something cannot be off for POST /);
	});
});

describe('a GET', () => {
	const LIST = `${CAMPAIGNS}/callbatch/${CAMPAIGN_IDS.paused}/list`;
	const PAGE = { offset: 0, limit: 10 };
	const asked = () => bodiesOf(holder.simulator, 'callbatchList');
	const batches = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			id: String(index),
			name: `Batch ${index}`,
			status: 1,
		}));

	it('is sent with the body that is given, signed with it', async () => {
		const list = signed('GET', LIST, { body: JSON.stringify(PAGE) }, { payloadField: 'data' });
		const rows = await rowsOf(list);
		expect(rows).toEqual([expect.objectContaining({ name: 'First batch' })]);
		expect(asked()).toEqual([PAGE]);
		expect(requestsOf(holder.simulator, 'callbatchList')[0]?.method).toBe('GET');
	});

	it('with a body is asked for its pages there', async () => {
		const { data } = holder.simulator;
		data.callBatches[CAMPAIGN_IDS.paused] = batches(25);
		const paging = { pagination: 'offset', pageSize: 10, pageNumbersAsText: false, limit: 30 };
		const options = { ...paging, payloadField: 'data', totalField: 'totalCount' };
		const rows = await rowsOf(signed('GET', LIST, { body: '{"status":1}' }, options));
		expect(rows.map(({ id }) => id)).toEqual(batches(25).map(({ id }) => id));
		expect(asked()).toEqual(
			expect.arrayContaining([0, 10, 20].map((offset) => ({ status: 1, offset, limit: 10 }))),
		);
	});

	it.each(['{}', ''])('has none when Body is %j', async (body) => {
		const list = signed('GET', `${CAMPAIGNS}/queryOBSResultCode`, {
			query: '{"pageNum":1,"pageSize":5}',
			body,
		});
		expect(await rowsOf(list)).toEqual([expect.objectContaining({ totalCount: 120 })]);
		expect(holder.simulator.requests.map(({ body: sent }) => sent)).toEqual(['']);
	});

	it('to the API Fabric is sent with a body as well', async () => {
		const { error } = await run({ ...fabric('/apiaccess/a', { a: 1 }), method: 'GET' });
		expect(error).toBeDefined();
		const [request] = holder.simulator.requests.filter(({ path }) => path === '/apiaccess/a');
		expect(request).toMatchObject({ method: 'GET', body: '{"a":1}' });
	});
});

describe('refused before anything is sent', () => {
	it.each([
		['https://other.example.com/apiaccess/a', /^Path is an address/],
		['//other.example.com/a', /^Path is an address/],
		['\\\\other.example.com\\a', /^Path is an address/],
		['@other.example.com/a', /^Path does not begin with \//],
		['apiaccess/a', /^Path does not begin with \//],
		['/apiaccess/a?token=1', /^Path has more than a path in it/],
		['/apiaccess/a#b', /^Path has more than a path in it/],
		['/apiaccess/../apigovernance', /^Path may lead elsewhere/],
		['/apiaccess/%2e%2e/apigovernance', /^Path may lead elsewhere/],
		['/apiaccess/..%2fapigovernance', /^Path may lead elsewhere/],
		['/apiaccess/..%3b/apigovernance', /^Path may lead elsewhere/],
		['/apiaccess/%252e%252e/a', /^Path may lead elsewhere/],
		['/apiaccess/..%5capigovernance', /^Path may lead elsewhere/],
		['/apiaccess/./a', /^Path may lead elsewhere/],
		['/apiaccess//a', /^Path may lead elsewhere/],
		['/apiaccess/a%zz', /^Path may lead elsewhere/],
		['/apiaccess/a%00', /^Path may lead elsewhere/],
		['/apiaccess/a b', /^Path has a blank in it/],
		['/apiaccess/{vdnId}/a', /^Path has a placeholder in it/],
	])('path %s', async (path, words) => {
		expect(await refusal(look(path, {}))).toMatch(words);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['a body that is none', { ...CALL, body: '[1]' }, /^Body is no JSON object/],
		[
			'a number without its digits',
			{ ...CALL, body: '={{ { a: 2 ** 60 } }}' },
			/^Body has a number/,
		],
		[
			'a number that is too great for JSON',
			{ ...CALL, body: '{"a":{"b":[1e400]}}' },
			/^Body has a number/,
		],
		[
			'a query that is none',
			signed('GET', CAMPAIGNS, { query: '{"a":{"b":1}}' }),
			/^Query has "a", which is neither/,
		],
		['another placeholder', signed('GET', `${CAMPAIGNS}/{campaignId}`), /^Path has a placeholder/],
		[
			'a VDN that goes nowhere',
			signed('POST', CMS, {}, { vdnId: 41 }),
			/^VDN ID goes with \{vdnId\}/,
		],
		[
			'pages of a change',
			{ ...SKILLS, options: { pagination: 'offset', payloadField: 'data' } },
			/^Pagination goes with requests/,
		],
		[
			'pages without a place',
			look('/a', {}, { pagination: 'offset' }),
			/^Pagination goes with Payload Field/,
		],
		['a page size alone', look('/a', {}, { pageSize: 5 }), /^Page Size goes with Pagination only/],
		[
			'a first page of offsets',
			look('/a', {}, { pagination: 'offset', payloadField: 'a', firstPage: 0 }),
			/^First Page goes with/,
		],
		[
			'a file with a payload',
			look('/a', {}, { response: 'file', payloadField: 'a' }),
			/^Payload Field goes with/,
		],
		['a path of no product', signed('GET', '/rest/other/a'), /^Path begins with none of .*isales/],
		[
			'a wrapping of another product',
			signed('POST', CMS, {}, { wrapBody: true }),
			/^Wrap Body goes with CC-FS/,
		],
	])('%s', async (_, parameters, words) => {
		expect(await refusal(parameters)).toMatch(words);
	});
});

it('goes to the address of the product, with the envelope of the product', async () => {
	const { isalesUrl } = holder.simulator;
	const { huaweiAiccAkSkApi } = credentialsFor(holder.simulator);
	const elsewhere = { ...huaweiAiccAkSkApi, baseUrl: isalesUrl.replace('127.0.0.1', 'localhost') };
	const credentials = { huaweiAiccAkSkApi: { ...elsewhere, cmsBaseUrl: isalesUrl } };
	const hostsOf = async (parameters: INodeParameters) => {
		holder.simulator.reset();
		await run(parameters, { credentials, onError: 'continueRegularOutput' });
		return holder.simulator.requests.map(({ headers }) => String(headers.host).split(':')[0]);
	};
	const body = JSON.stringify({ ccId: 1, vdn: 40, ...SPAN });
	expect(await hostsOf(signed('POST', CMS, { body }))).toEqual(['127.0.0.1']);
	expect(await hostsOf(signed('POST', CMS, { body }, { product: 'isales' }))).toEqual([
		'localhost',
	]);
	expect(await hostsOf(signed('GET', `${CAMPAIGNS}/queryOBSResults`))).toEqual(['localhost']);
});

it('is sent to the product that the user names, whatever the path begins with', async () => {
	await run(signed('GET', '/rest/other/a', {}, { product: 'isales' }));
	expect(holder.simulator.requests.map(({ path }) => path)).toEqual(['/rest/other/a']);
});

it('shows no secret: neither a key nor a password, in items and in errors', async () => {
	const { appSecret } = holder.simulator.account;
	const told = { secret: appSecret, authorization: 'Bearer abcdef.ghi' };
	for (const returnCode of ['0', '1']) {
		const description = `${JSON.stringify(told)} Made-up#77`;
		const body = JSON.stringify({ returnCode, description, ...told, password: 'Own#2026x' });
		answerWith(holder.simulator, 'agentAccountCreate', body);
		const parameters = fabric(`${MANAGEMENT}/agentAccount/create`, { password: 'Made-up#77' });
		const { rows } = await run(parameters, { onError: 'continueRegularOutput' });
		const shown = JSON.stringify(rows);
		for (const secret of [appSecret, 'abcdef.ghi', 'Own#2026x', 'Made-up#77']) {
			expect(shown).not.toContain(secret);
		}
	}
});

describe('for an AI agent', () => {
	/** As n8n runs the node as a tool. */
	async function asTool(parameters: INodeParameters, items: IDataObject[] = [{}]) {
		const { description, customOperations } = (await loadPackage()).getNode(NODE).type as INodeType;
		const tool = { description: { ...description, name: `${NODE}Tool` }, customOperations };
		return await runNode(tool, {
			parameters,
			credentials: credentialsFor(holder.simulator),
			items,
		});
	}

	const outcomeOf = async (parameters: INodeParameters) => {
		const { rows } = await asTool(parameters);
		return errorIn({ json: rows[0] ?? {} })?.message ?? rows.length;
	};

	const FORBIDDEN = /^An AI agent may not send (POST|PUT|GET|DELETE) /;

	it('looks things up', async () => {
		expect(await outcomeOf(SKILLS)).toBe(5);
		expect(
			await outcomeOf(
				signed(
					'GET',
					CAMPAIGNS,
					{ query: '{"status":0,"deviceType":0,"curPage":1,"rowsPerPage":5}' },
					{ payloadField: 'data' },
				),
			),
		).toBeGreaterThan(0);
	});

	it.each([
		['a POST', CALL],
		['a look-up that was not said to be one', { ...SKILLS, options: {} }],
		['a PUT', signed('PUT', `${CAMPAIGNS}/${CAMPAIGN_IDS.manyResults}/pause`)],
		['a GET that changes something', signed('GET', CAMPAIGNS, {}, { changesSomething: true })],
		[
			'what the model allows itself',
			{ ...CALL, options: { allowAgentWrites: '={{ /* $fromAI */ true }}' } },
		],
		[
			'what the model calls a look-up',
			{
				...fabric('={{ /* $fromAI */ "/apiaccess/rest/other/v1/ringAll" }}', {}),
				options: { changesSomething: false },
			},
		],
	])('does not send %s', async (_, parameters) => {
		expect(await outcomeOf(parameters)).toMatch(FORBIDDEN);
		expect(holder.simulator.requests).toEqual([]);
	});

	it('looks up what the model chooses, if the pages know that it is a look-up', async () => {
		const path = `={{ /* $fromAI */ "${MANAGEMENT}/skill/querySkills" }}`;
		expect(await outcomeOf({ ...SKILLS, path })).toBe(5);
	});

	it('changes something when the builder allows it', async () => {
		expect(await outcomeOf({ ...CALL, options: { allowAgentWrites: true } })).toBe(1);
		expect(requestsOf(holder.simulator, 'createCallV1')).toHaveLength(1);
	});

	it('a workflow may change something without being allowed to', async () => {
		expect(await rowsOf(CALL)).toHaveLength(1);
	});
});
