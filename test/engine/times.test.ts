/** Times: by whose clock they are read and written, and what is done with those of a day. */
import './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CAMPAIGN_IDS } from '../../simulator';
import { bodiesOf, OPERATIONS, requestsOf, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

describe('Campaign: Get Many', () => {
	/** What the service is asked for. */
	async function askedFor(beginTime: string, timezone: string) {
		await run({ ...OPERATIONS.campaigns, filters: { beginTime } }, { timezone });
		return requestsOf(holder.simulator, 'queryCampaigns').at(-1)?.query.beginTime;
	}

	it.each(['UTC', 'Asia/Shanghai', 'America/New_York'])(
		'asks for the same instant in %s',
		async (timezone) => {
			expect(await askedFor('2026-10-26T01:00:00Z', timezone)).toBe('2026-10-26 01:00:00');
			expect(await askedFor('2026-10-26T09:00:00+08:00', timezone)).toBe('2026-10-26 01:00:00');
		},
	);

	it('reads a time without an offset by the clock of the workflow', async () => {
		expect(await askedFor('2026-10-26T01:00:00', 'Asia/Shanghai')).toBe('2026-10-25 17:00:00');
		expect(await askedFor('2026-10-26', 'Asia/Shanghai')).toBe('2026-10-25 16:00:00');
	});
});

describe('Expires At', () => {
	const block = (expiresAt: string): INodeParameters => ({
		...OPERATIONS.blocklistAdd,
		additionalFields: { expiresAt },
	});

	it.each([
		'2020-01-01T00:00:00',
		'={{ $now }}',
		'={{ $now.minus({ seconds: 1 }) }}',
		'={{ Date.now() - 1000 }}',
	])('is not in the past: %s', async (expiresAt) => {
		const { error } = await run(block(expiresAt));
		expect(error?.message).toMatch(/^Expires At is in the past: /);
		expect(holder.simulator.requests).toEqual([]);
	});

	it('is not over within the second, which is all that the service looks at', async () => {
		const now = Date.now();
		jest.spyOn(Date, 'now').mockReturnValue(Math.floor(now / 1000) * 1000 + 100);
		const { error } = await run(block('={{ Date.now() + 500 }}'));
		jest.restoreAllMocks();
		expect(error?.message).toMatch(/^Expires At is in the past: /);
	});

	it('may be soon', async () => {
		const { error } = await run(block('={{ $now.plus({ minutes: 5 }) }}'));
		expect(error).toBeUndefined();
	});
});

describe('Fault Time', () => {
	it.each([4_102_444_800_000, '2100-01-01T00:00:00Z', '1999-12-31'])(
		'is when somebody may notice a fault: %j is not',
		async (value) => {
			const { error } = await run(
				{ ...OPERATIONS.faultCheck, faultTime: '={{ $json.value }}' },
				{ items: [{ value }] as IDataObject[] },
			);
			expect(error?.message).toMatch(/^Fault Time is not a date and time that can be meant/);
			expect(holder.simulator.requests).toEqual([]);
		},
	);
});

describe('Call Result: Get Many', () => {
	const TIMES = [
		'2026-11-19 23:59:59',
		'2026-11-20 00:00:00',
		'2026-11-20 03:00:00',
		'2026-11-20 09:00:00',
		'2026-11-20 09:30:00',
		'2026-11-20 10:00:00',
		'2026-11-20 10:00:01',
		'2026-11-20 23:59:59',
	];

	beforeEach(() => {
		holder.simulator.data.callResults[CAMPAIGN_IDS.manyResults] = TIMES.map(
			(callTimeStr, index) => ({
				...holder.simulator.data.callResults[CAMPAIGN_IDS.manyResults]![0]!,
				called: String(13_700_000_000 + index),
				callId: `17-${index}`,
				callTimeStr,
			}),
		);
	});

	async function between(beginTime: string, endTime: string, timezone?: string) {
		const filters = { beginTime, endTime };
		const { rows, error } = await run({ ...OPERATIONS.callResults, filters }, { timezone });
		return { times: rows.map(({ callTimeStr }) => callTimeStr), error };
	}

	it.each([
		['two times of day', '2026-11-20T09:00:00', '2026-11-20T10:00:00', TIMES.slice(3, 6)],
		['two days', '2026-11-20', '2026-11-20', TIMES.slice(1)],
		['midnight in both', '2026-11-20T00:00:00', '2026-11-20T00:00:00', TIMES.slice(1)],
		['a time and a day', '2026-11-20T09:30:00', '2026-11-20', TIMES.slice(4)],
		['a day and a time', '2026-11-19', '2026-11-20T03:00:00', TIMES.slice(0, 3)],
		['a time and midnight', '2026-11-19T10:00:00', '2026-11-20T00:00:00', TIMES.slice(0, 2)],
	])('looks at %s', async (_, beginTime, endTime, times) => {
		const found = await between(beginTime, endTime);
		expect(found.error).toBeUndefined();
		expect(found.times.sort()).toEqual(times);
		const [body] = bodiesOf(holder.simulator, 'callresult') as IDataObject[];
		expect(body).toMatchObject({
			beginTime: beginTime.slice(0, 10),
			endTime: endTime.slice(0, 10),
		});
		expect(body).not.toHaveProperty('from');
		expect(body).not.toHaveProperty('today');
	});

	it('reads an instant by the clock of the workflow', async () => {
		const { times } = await between(
			'2026-11-20T01:00:00Z',
			'2026-11-20T02:00:00Z',
			'Asia/Shanghai',
		);
		expect(times).toEqual(TIMES.slice(3, 6));
	});

	it('gives as many as Limit of those that are meant', async () => {
		const filters = { beginTime: '2026-11-20T09:00:00', endTime: '2026-11-20T10:00:00' };
		const parameters = { ...OPERATIONS.callResults, filters, returnAll: false, limit: 2 };
		expect((await run(parameters)).rows).toHaveLength(2);
	});

	it.each([
		['2026-11-20T10:00:00', '2026-11-20T09:00:00', /^End Time is before Begin Time/],
		['2026-11-21', '2026-11-20', /^End Time is before Begin Time/],
		['2012-01-01', '2026-11-20', /^Begin Time is more than ten years before End Time/],
		['1970-01-01', '2026-11-20', /^Begin Time is not a date and time/],
		['2012-01-01', '9999-12-31', /^Begin Time is more than ten years before End Time/],
	])('from %s to %s asks nothing', async (beginTime, endTime, message) => {
		expect((await between(beginTime, endTime)).error?.message).toMatch(message);
		expect(holder.simulator.requests).toEqual([]);
	});
});
