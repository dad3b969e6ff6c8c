/** The fields that several operations have in common. */
import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import { OPERATIONS, requestsOf, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

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
		expect(requestsOf(holder.simulator, 'queryOBSResultCode')).toHaveLength(1);
		await run({ ...OPERATIONS.obsResultCodes, returnAll: false, limit: 51 });
		expect(requestsOf(holder.simulator, 'queryOBSResultCode')).toHaveLength(3);
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
		])('is that of the credential when it is %s', async (_case, options) => {
			const { error } = await run({ ...parameters, options });
			expect(error).toBeUndefined();
			expect(holder.simulator.requests[0]?.path).toBe(path(40));
		});

		it.each([40, '40', '={{ 40 }}', '={{ $json.vdn }}', '={{ "0040" }}', '４０'])(
			'is taken from the node when it is %p',
			async (vdnId) => {
				const credentials = holder.simulator.account;
				const { error } = await run(
					{ ...parameters, options: { vdnId } },
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
		const { error } = await run({ ...OPERATIONS.obsResultCodes, options: { vdnId: 9999 } });
		expect(holder.simulator.requests[0]?.path).toContain('/9999/');
		expect(error?.message).toContain('The VDN does not exist');
	});
});
