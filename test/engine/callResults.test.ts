/** Results of calls: pages, windows of days, every attempt. */
import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import { CAMPAIGN_IDS } from '../../simulator';
import { answerWith, bodiesOf, OPERATIONS, requestsOf, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const DAY = 24 * 60 * 60 * 1000;

/** The day so many days ago, as the field takes it. */
function daysAgo(days: number): string {
	return new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
}

function attempts() {
	return holder.simulator.data.callResults[CAMPAIGN_IDS.manyResults] ?? [];
}

/** The call IDs of the final results since a day. */
function finalCalls(since = '') {
	const last = new Map(attempts().map((attempt) => [attempt.called, attempt]));
	return [...last.values()]
		.filter(({ callTimeStr }) => callTimeStr >= since)
		.map(({ callId }) => callId)
		.sort();
}

function callsOf(rows: Array<{ callId?: unknown }>) {
	return rows.map(({ callId }) => String(callId)).sort();
}

const between = (beginTime: string, endTime: string): INodeParameters => ({
	...OPERATIONS.callResults,
	filters: { beginTime, endTime },
});

/** Windows that were asked for. */
function windows() {
	const bodies = bodiesOf(holder.simulator, 'callresult') as Array<Record<string, unknown>>;
	return [...new Set(bodies.map(({ beginTime, endTime }) => `${beginTime} ${endTime}`))];
}

it('gives the final result of each number, over all pages', async () => {
	const { rows, error } = await run(OPERATIONS.callResults);
	expect(error).toBeUndefined();
	expect(rows).toHaveLength(1300);
	expect(callsOf(rows)).toEqual(finalCalls());
	expect(bodiesOf(holder.simulator, 'callresult')).toEqual(
		expect.arrayContaining([
			{ pageNum: 1, pageSize: 500, showDetail: 0 },
			{ pageNum: 3, pageSize: 500, showDetail: 0 },
		]),
	);
});

it('gives every attempt when asked to', async () => {
	const { rows } = await run({ ...OPERATIONS.callResults, everyAttempt: true, returnAll: false });
	expect(rows.map(({ callId }) => callId)).toEqual(
		attempts()
			.slice(0, 50)
			.map(({ callId }) => callId),
	);
	expect(bodiesOf(holder.simulator, 'callresult')).toEqual([
		{ pageNum: 1, pageSize: 100, showDetail: 1 },
	]);
});

it('filters by your own marks', async () => {
	const filters = { sessionId: 'session-13700000002', customField: 'batch-2' };
	const { rows } = await run({ ...OPERATIONS.callResults, filters });
	expect(rows).toMatchObject([{ called: '13700000002', sessionId: 'session-13700000002' }]);
});

it('asks once for up to 29 days', async () => {
	const { rows } = await run(between(daysAgo(29), daysAgo(0)));
	expect(callsOf(rows)).toEqual(finalCalls(daysAgo(29)));
	expect(windows()).toEqual([`${daysAgo(29)} ${daysAgo(0)}`]);
});

describe.each([
	['includes its last day', false],
	['ends before its last day', true],
])('a query that %s', (_, resultEndExclusive) => {
	it('of more days is read in windows, without gaps and repeats', async () => {
		holder.simulator.behaviour.resultEndExclusive = resultEndExclusive;
		const { rows, error } = await run(between(daysAgo(75), daysAgo(-1)));
		expect(error).toBeUndefined();
		expect(callsOf(rows)).toEqual(finalCalls());
		expect(windows()).toEqual([
			`${daysAgo(75)} ${daysAgo(46)}`,
			`${daysAgo(46)} ${daysAgo(17)}`,
			`${daysAgo(17)} ${daysAgo(-1)}`,
		]);
	});
});

it('reads no more windows than it needs for Limit', async () => {
	const parameters = { ...between(daysAgo(75), daysAgo(0)), returnAll: false, limit: 10 };
	const { rows } = await run(parameters);
	expect(rows).toHaveLength(10);
	expect(windows()).toHaveLength(1);
});

it('means days by the calendar of the workflow', async () => {
	await run(between('2026-03-01T20:00:00Z', '2026-03-02T20:00:00Z'), { timezone: 'Asia/Shanghai' });
	expect(windows()).toEqual(['2026-03-02 2026-03-03']);
});

it.each([
	['Begin Time alone', { beginTime: '2026-03-01' }, /^End Time is empty/],
	['End Time alone', { endTime: '2026-03-01' }, /^Begin Time is empty/],
	[
		'the wrong way round',
		{ beginTime: '2026-03-02', endTime: '2026-03-01' },
		/^End Time is before Begin Time/,
	],
	['no day', { beginTime: 'x', endTime: '2026-03-01' }, /^Begin Time is not a date/],
])('refuses %s before anything is sent', async (_, filters, message) => {
	const { error } = await run({ ...OPERATIONS.callResults, filters });
	expect(error?.message).toMatch(message);
	expect(holder.simulator.requests).toEqual([]);
});

it('keeps the digits of what came as numbers', async () => {
	answerWith(
		holder.simulator,
		'callresult',
		'{"resultCode":"0200000","totalCount":1,"data":[{"campaignId":1701234567890120001,"called":13700000001,"callStatus":6,"failCode":0,"callId":"1-2"}]}',
	);
	expect((await run(OPERATIONS.callResults)).rows).toEqual([
		{
			campaignId: '1701234567890120001',
			called: '13700000001',
			callStatus: 6,
			failCode: '0',
			callId: '1-2',
			callStatusName: 'successful',
		},
	]);
});

describe('Call Result: Get', () => {
	it('gives the status as a number with its name, as the list does', async () => {
		const { rows } = await run(OPERATIONS.callResult);
		expect([5, 6]).toContain(rows[0]?.callStatus);
		const names: Record<string, string> = { '5': 'failed', '6': 'successful' };
		expect(rows[0]?.callStatusName).toBe(names[String(rows[0]?.callStatus)]);
	});

	it('gives one call with its times and its recording', async () => {
		const { rows } = await run(OPERATIONS.callResult);
		expect(rows).toMatchObject([{ callId: '1700000001-1', called: '13700000001' }]);
		expect(requestsOf(holder.simulator, 'callresultdetail')).toMatchObject([
			{ path: '/rest/isales/v1/openapi/campaigns/40/callresultdetail/1700000001-1' },
		]);
	});
});

it('gives every result that has neither a call ID nor a time, over several windows', async () => {
	const [one] = attempts();
	const failed = ['00603', '00604', '00605'].map((failCode) => ({
		...one,
		callId: '0',
		callTimeStr: '',
		failCode,
	}));
	let signature = 0;
	let window = 0;
	jest.spyOn(holder.simulator, 'takeFault').mockImplementation(() => {
		const data = [{ ...failed[window++], recordPath: `https://rec.example/?sign=${signature++}` }];
		return { kind: 'json', status: 200, body: { resultCode: '0200000', totalCount: 1, data } };
	});
	const { rows } = await run(between(daysAgo(80), daysAgo(0)));
	jest.restoreAllMocks();
	expect(rows.map(({ failCode }) => failCode).sort()).toEqual(['00603', '00604', '00605']);
});
