/** What each operation of CC-iSales sends, and what comes out of it. */
import type { INodeParameters } from 'n8n-workflow';

import { answerWith, OPERATIONS, PAIRED, requestsOf, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const SIGNED = {
	authorization: expect.stringMatching(
		/^auth-v2\/AKMADEUP0123456789\/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\/content-type;host\/[0-9a-f]{64}$/,
	),
	'content-type': 'application/json; charset=UTF-8',
};

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
		const requests = requestsOf(holder.simulator, 'queryOBSResultCode');
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
			holder.simulator,
			'queryOBSResultCode',
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
		expect(requestsOf(holder.simulator, 'queryOBSResults')).toMatchObject([
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
		expect(requestsOf(holder.simulator, 'queryObsResultDetail')).toMatchObject([
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
			holder.simulator,
			'queryObsResultDetail',
			'{"resultCode":"0200000","obResult":{"defId":1124167935465633793,"resultCode":"0","resultMapList":null}}',
		);
		expect((await run(OPERATIONS.externalResult)).rows).toEqual([
			{ defId: '1124167935465633793', resultCode: '0', resultMapList: [] },
		]);
	});
});
