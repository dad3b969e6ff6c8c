/** What each operation of campaigns and call data sends, and what comes out of it. */
import type { INodeParameters } from 'n8n-workflow';

import { CAMPAIGN_IDS } from '../../simulator';
import {
	answerWith,
	bodiesOf,
	byId,
	OPERATIONS,
	PAIRED,
	requestsOf,
	runnerFor,
	useSimulator,
} from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const BASE = '/rest/isales/v1/openapi/campaigns/40';

/** What a campaign comes with whose times the service did not give. */
const NO_TIMES = { beginTime: null, endTime: null };

describe('Campaign: Get Many', () => {
	it('gives every campaign as it is, over all pages', async () => {
		const { rows, items } = await run(OPERATIONS.campaigns);
		expect(rows).toMatchObject(holder.simulator.data.campaigns);
		expect(rows).toHaveLength(130);
		expect(items[0]?.pairedItem).toEqual(PAIRED);
	});

	it('asks for all states and kinds unless filters say otherwise', async () => {
		await run({ ...OPERATIONS.campaigns, returnAll: false, limit: 3 });
		expect(requestsOf(holder.simulator, 'queryCampaigns')).toMatchObject([
			{
				method: 'GET',
				path: BASE,
				query: { status: '0', deviceType: '0', curPage: '1', rowsPerPage: '100' },
			},
		]);
	});

	it('filters, with times in UTC, which the interface goes by', async () => {
		const filters: INodeParameters = {
			name: 'Many',
			status: 2,
			deviceType: 2,
			beginTime: '2020-01-01T00:00:00',
			endTime: '2039-12-31T23:00:00.000Z',
		};
		const { rows } = await run({ ...OPERATIONS.campaigns, filters }, { timezone: 'Asia/Shanghai' });
		expect(rows).toMatchObject([{ id: CAMPAIGN_IDS.manyResults, name: 'Many results' }]);
		expect(requestsOf(holder.simulator, 'queryCampaigns')[0]?.query).toMatchObject({
			name: 'Many',
			status: '2',
			deviceType: '2',
			beginTime: '2019-12-31 16:00:00',
			endTime: '2039-12-31 23:00:00',
		});
	});

	it('keeps the digits of IDs that came as numbers', async () => {
		answerWith(
			holder.simulator,
			'queryCampaigns',
			'{"resultCode":"0200000","totalSize":1,"data":[{"id":1701234567890120001,"name":"A"}]}',
		);
		expect((await run(OPERATIONS.campaigns)).rows).toEqual([
			{ id: '1701234567890120001', name: 'A', statusName: null, deviceTypeName: null, ...NO_TIMES },
		]);
	});
});

describe('the codes of a campaign', () => {
	it.each([
		[{ status: 2, deviceType: 1 }, 'running', 'intelligent IVR'],
		[{ status: '3', deviceType: '2' }, 'paused', 'predicted (skill queue)'],
		[{ status: 4, deviceType: 3 }, 'finished', 'automatic IVR'],
		[{ status: 1, deviceType: 5 }, null, 'previewed'],
		[{ status: null, deviceType: 6 }, null, 'preempted'],
		[{ status: 2, deviceType: 4 }, 'running', null],
	])('%j have their names beside them', async (codes, statusName, deviceTypeName) => {
		answerWith(
			holder.simulator,
			'queryCampaigns',
			JSON.stringify({ resultCode: '0200000', totalSize: 1, data: [{ id: '1', ...codes }] }),
		);
		const { rows } = await run(OPERATIONS.campaigns);
		expect(rows).toEqual([{ id: '1', ...codes, statusName, deviceTypeName, ...NO_TIMES }]);
	});
});

describe('Campaign: Pause and Resume', () => {
	const statusOf = (id: string) =>
		holder.simulator.data.campaigns.find((campaign) => campaign.id === id)?.status;

	it('pauses a running campaign', async () => {
		const { items } = await run(OPERATIONS.campaignPause);
		const campaignId = CAMPAIGN_IDS.empty;
		expect(items).toEqual([{ json: { success: true, campaignId }, pairedItem: PAIRED }]);
		expect(statusOf(campaignId)).toBe(3);
		expect(requestsOf(holder.simulator, 'pauseCampaign')).toMatchObject([
			{ method: 'PUT', path: `${BASE}/${campaignId}/pause`, body: '' },
		]);
	});

	it('resumes a paused campaign', async () => {
		const { rows } = await run(OPERATIONS.campaignResume);
		expect(rows).toEqual([{ success: true, campaignId: CAMPAIGN_IDS.paused }]);
		expect(statusOf(CAMPAIGN_IDS.paused)).toBe(2);
	});

	it.each([
		[
			'pause a paused one',
			{ ...OPERATIONS.campaignPause, campaignId: byId(CAMPAIGN_IDS.paused) },
			/only a running one can be paused/,
		],
		[
			'resume a running one',
			{ ...OPERATIONS.campaignResume, campaignId: byId(CAMPAIGN_IDS.empty) },
			/only a paused one can be resumed/,
		],
	])('says why it cannot %s', async (_, parameters, description) => {
		const { error } = await run(parameters);
		expect(error?.message).toMatch(
			/^Could not (pause|resume) the campaign: .*does not allow .* \(code 0200011\)/,
		);
		expect(error?.description).toMatch(description);
	});

	it('says when there is no such campaign', async () => {
		const { error } = await run({ ...OPERATIONS.campaignPause, campaignId: byId('17') });
		expect(error?.message).toMatch(/: The campaign does not exist \(code 0200007\)/);
	});
});

describe('Campaign: Get Retry Policy', () => {
	it('gives the policy as the service has it', async () => {
		const { rows } = await run(OPERATIONS.retryPolicy);
		expect(rows).toEqual([
			{
				campaignId: CAMPAIGN_IDS.empty,
				...holder.simulator.data.retryPolicies[CAMPAIGN_IDS.empty],
				policyTypeName: 'global',
			},
		]);
	});
});

describe('Call Data: Add', () => {
	const book = (id: string = CAMPAIGN_IDS.empty) => holder.simulator.data.callData[id] ?? [];

	it('gives the ID of the new record', async () => {
		const { items } = await run(OPERATIONS.callDataAdd);
		expect(book()).toMatchObject([{ called: '13600000001' }]);
		expect(items).toEqual([
			{ json: { called: '13600000001', dataId: book()[0]?.dataId }, pairedItem: PAIRED },
		]);
	});

	it('sends what is set and nothing else', async () => {
		await run(
			{
				...OPERATIONS.callDataAdd,
				calledNumber: '={{ 13600000002 }}',
				additionalFields: {
					sessionId: 'crm-1',
					callerNumber: '8888888',
					customField: 'spring',
					recycleTime: '2030-05-01T10:00:00',
					callData: '={{ { name: "Ann", age: 7 } }}',
				},
			},
			{ timezone: 'Asia/Shanghai' },
		);
		expect(bodiesOf(holder.simulator, 'addCalldata')).toEqual([
			{
				callDataList: [
					{
						called: '13600000002',
						sessionId: 'crm-1',
						caller: '8888888',
						customField: 'spring',
						recycleTime: '2030-05-01 10:00:00',
						callData: '{"name":"Ann","age":7}',
					},
				],
			},
		]);
		expect(requestsOf(holder.simulator, 'addCalldata')[0]).toMatchObject({
			method: 'POST',
			path: `${BASE}/calldata/${CAMPAIGN_IDS.empty}`,
		});
	});

	it.each([
		['text stays as it is', 'VIP customer', 'VIP customer'],
		['JSON in lines becomes one line', '{\n\t"a": 1,\n\t"b": 2\n}', '{ "a": 1, "b": 2 }'],
	])('takes call data: %s', async (_, callData, sent) => {
		await run({ ...OPERATIONS.callDataAdd, additionalFields: { callData } });
		expect(book()[0]?.callData).toBe(sent);
	});

	it('sends the items of one campaign in one request, in their order', async () => {
		const items = Array.from({ length: 20 }, (_, index) => ({ called: `1360000${index + 1000}` }));
		const { rows } = await run(
			{ ...OPERATIONS.callDataAdd, calledNumber: '={{ $json.called }}' },
			{ items },
		);
		expect(requestsOf(holder.simulator, 'addCalldata')).toHaveLength(1);
		expect(rows.map(({ called }) => called)).toEqual(items.map(({ called }) => called));
		expect(rows).toEqual(book().map(({ called, dataId }) => ({ called, dataId })));
	});

	it('gathers items that n8n sends in groups', async () => {
		const batching = { batch: { batchSize: 10, batchInterval: 200 } };
		const items = Array.from({ length: 45 }, (_, index) => ({ called: `1360000${index + 1000}` }));
		const { rows } = await run(
			{
				...OPERATIONS.callDataAdd,
				calledNumber: '={{ $json.called }}',
				requestOptions: { batching },
			},
			{ items },
		);
		expect(rows).toEqual(book().map(({ called, dataId }) => ({ called, dataId })));
		const bodies = bodiesOf(holder.simulator, 'addCalldata') as Array<{ callDataList: unknown[] }>;
		expect(bodies.map(({ callDataList }) => callDataList.length)).toEqual([20, 20, 5]);
	});

	it('takes the ID from the other name of the list, and numbers for text', async () => {
		answerWith(
			holder.simulator,
			'addCalldata',
			'{"resultCode":"0200000","returnObject":{"totalSize":1,"datalist":[{"called":13600000001,"dataId":1802345678901000001}]}}',
		);
		expect((await run(OPERATIONS.callDataAdd)).rows).toEqual([
			{ called: '13600000001', dataId: '1802345678901000001' },
		]);
	});

	it('takes the IDs from the list that is filled, and finds numbers that lost their zero', async () => {
		const ids = '[{"called":13600000002,"dataId":2},{"called":13600000001,"dataId":1}]';
		answerWith(
			holder.simulator,
			'addCalldata',
			`{"resultCode":"0200000","returnObject":{"dataIdList":[],"datalist":${ids}}}`,
		);
		const items = [{ called: '013600000001' }, { called: '13600000002' }];
		const parameters = { ...OPERATIONS.callDataAdd, calledNumber: '={{ $json.called }}' };
		expect((await run(parameters, { items })).rows).toEqual([
			{ called: '013600000001', dataId: '1' },
			{ called: '13600000002', dataId: '2' },
		]);
	});

	it('does not call it a failure, nor a success, when the answer leaves a number out', async () => {
		answerWith(
			holder.simulator,
			'addCalldata',
			'{"resultCode":"0200000","returnObject":{"totalSize":1,"dataIdList":[]}}',
		);
		const { error } = await run(OPERATIONS.callDataAdd);
		expect(error?.message).toMatch(/^It is not known whether .* has nothing on 13600000001/);
		expect(error?.description).toMatch(/Look for the number in the call data/);
	});
});

describe('Call Data: Get', () => {
	it('gives the record as the service has it', async () => {
		const { rows } = await run(OPERATIONS.callDataGet);
		expect(rows).toMatchObject([
			{ dataId: '1801234567890000001', calledNos: [{ calledNo: '13800000001' }] },
		]);
		expect(requestsOf(holder.simulator, 'queryCalldata')).toMatchObject([
			{ path: `${BASE}/calldata/${CAMPAIGN_IDS.paused}/1801234567890000001` },
		]);
	});
});

describe('Call Data: Delete', () => {
	it('deletes nothing when one of its filters comes empty', async () => {
		const before = structuredClone(holder.simulator.data.callData);
		for (const name of ['calledNumber', 'customField', 'recycleTime', 'sessionId']) {
			const other = name === 'customField' ? { sessionId: 's' } : { customField: 'spring' };
			const filters = { ...other, [name]: '={{ $json.missing }}' };
			const { error } = await run({ ...OPERATIONS.callDataDelete, filters });
			expect(error?.message).toMatch(/ is empty \[item 0\]$/);
		}
		expect(holder.simulator.requests).toEqual([]);
		expect(holder.simulator.data.callData).toEqual(before);
	});

	it('says what it was about, by the names of the form', async () => {
		const filters = {
			customField: 'batch-1',
			recycleTime: '2030-05-01T10:00:00',
			recycleType: '2',
		};
		const { rows } = await run({ ...OPERATIONS.callDataDelete, filters });
		expect(rows).toEqual([
			{
				deleted: true,
				campaignId: CAMPAIGN_IDS.paused,
				...filters,
				recycleTime: '2030-05-01 10:00:00',
			},
		]);
	});

	it('deletes what the filters mean', async () => {
		const { rows } = await run(OPERATIONS.callDataDelete);
		expect(rows).toEqual([
			{ deleted: true, campaignId: CAMPAIGN_IDS.paused, calledNumber: '13800000001' },
		]);
		expect(holder.simulator.data.callData[CAMPAIGN_IDS.paused]).toHaveLength(59);
	});

	it('sends what is set and nothing else', async () => {
		await run(
			{
				...OPERATIONS.callDataDelete,
				filters: {
					sessionId: 's',
					customField: 'batch-1',
					recycleTime: '2030-05-01T10:00:00',
					recycleType: '2',
				},
				options: { archiveHistory: true },
			},
			{ timezone: 'Asia/Shanghai' },
		);
		expect(bodiesOf(holder.simulator, 'deleteCalldata')).toEqual([
			{
				sessionId: 's',
				customField: 'batch-1',
				recycleTime: '2030-05-01 10:00:00',
				recycleType: '2',
				archiveHistory: 1,
			},
		]);
	});

	it.each([
		['no filter', {}, /^Filters are empty/],
		[
			'empty filters',
			{ calledNumber: '', sessionId: '={{ $json.nothing }}' },
			/^Called Number is empty/,
		],
		['a recycle type alone', { recycleType: '1', sessionId: 's' }, /^Recycle Type goes with/],
	])('never deletes more than was meant: %s', async (_, filters, message) => {
		const { error } = await run({ ...OPERATIONS.callDataDelete, filters } as INodeParameters);
		expect(error?.message).toMatch(message);
		expect(holder.simulator.requests).toEqual([]);
	});
});
