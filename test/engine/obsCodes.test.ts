import './faults/time';
import { makeObsCodes } from '../../simulator';
import { OPERATIONS, requestsOf, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

describe('all OBS result codes', () => {
	it.each([
		[0, 1],
		[1, 1],
		[50, 1],
		[51, 2],
		[120, 3],
		[2345, 47],
	])('%d of them are read whole with %d requests', async (count, requests) => {
		holder.simulator.data.obsResultCodes = makeObsCodes(count);
		const { rows, error } = await run(OPERATIONS.obsResultCodes);
		expect(error).toBeUndefined();
		expect(rows).toEqual(makeObsCodes(count));
		const pages = requestsOf(holder.simulator, 'queryOBSResultCode').map(({ query }) => query);
		expect(pages.every(({ pageSize }) => pageSize === '50')).toBe(true);
		const numbers = pages.map(({ pageNum }) => Number(pageNum)).sort((a, b) => a - b);
		expect(numbers).toEqual(Array.from({ length: requests }, (_, index) => index + 1));
	});

	it('come for several input items with as many requests each', async () => {
		const { rows } = await run(OPERATIONS.obsResultCodes, { items: [{}, {}, {}] });
		expect(rows).toHaveLength(360);
		expect(requestsOf(holder.simulator, 'queryOBSResultCode')).toHaveLength(9);
	});

	it('are an error when the service never gives as many as it states', async () => {
		holder.simulator.faults = [
			{
				kind: 'json',
				times: 0,
				body: {
					resultCode: '0200000',
					totalCount: 70,
					obsCodes: makeObsCodes(50),
				},
			},
		];
		const { items, error } = await run(OPERATIONS.obsResultCodes);
		expect(items).toEqual([]);
		expect(error?.message).toContain('Only 50 of 70 OBS result codes');
	});
});
