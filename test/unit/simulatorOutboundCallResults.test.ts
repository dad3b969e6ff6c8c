import { sleep } from 'n8n-workflow';

import { CAMPAIGN_IDS, startSimulator, type CallAttempt } from '../../simulator';
import { SUCCESS, useOutbound, withCode } from './simulatorOutboundClient';

const holder = useOutbound();

const { empty, finished, manyResults } = CAMPAIGN_IDS;
const DAY_MS = 24 * 60 * 60 * 1000;
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

function attempts(campaignId: string = manyResults): CallAttempt[] {
	return holder.simulator.data.callResults[campaignId] ?? [];
}

/** Day of an attempt. */
const dayOf = ({ callTimeStr }: Pick<CallAttempt, 'callTimeStr'>) => callTimeStr.slice(0, 10);

function later(day: string, days: number): string {
	return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

async function query(body: unknown, campaignId: string = manyResults) {
	return (await holder.ask('POST', `/callresult/${campaignId}`, { body })).data;
}

/** The rows of all pages. */
async function allPages(body: object, pageSize: number): Promise<CallAttempt[]> {
	const rows: CallAttempt[] = [];
	for (let pageNum = 1; ; pageNum++) {
		const { data, totalCount } = await query({ ...body, pageSize, pageNum });
		rows.push(...data);
		if (data.length < pageSize) {
			expect(rows).toHaveLength(totalCount);
			return rows;
		}
	}
}

describe('the made-up results', () => {
	it('are spread over about 70 days, by time, each call with an id of its own', () => {
		const times = attempts().map(({ callTimeStr }) => callTimeStr);
		expect(times).toEqual([...times].sort());
		const span = (Date.parse(times.at(-1) ?? '') - Date.parse(times[0] ?? '')) / DAY_MS;
		expect(span).toBeGreaterThan(68);
		expect(span).toBeLessThan(71);
		const all = Object.values(holder.simulator.data.callResults).flat();
		expect(new Set(all.map(({ callId }) => callId)).size).toBe(all.length);
	});

	it('are of 1,300 numbers in one campaign and 325 in another', async () => {
		for (const [campaignId, count] of [
			[manyResults, 1300],
			[finished, 325],
		] as const) {
			expect(new Set(attempts(campaignId).map(({ called }) => called)).size).toBe(count);
		}
		const tried = attempts().filter(({ called }) => called === attempts().at(-1)?.called);
		expect(attempts().length).toBeGreaterThan(1300);
		expect(tried.length).toBeLessThanOrEqual(3);
	});

	it('succeed at the last attempt or never', () => {
		const ended = new Set<string>();
		for (const { called, callStatus, failCode, recordPath } of attempts()) {
			expect(ended).not.toContain(called);
			expect([5, 6]).toContain(callStatus);
			expect(failCode === '').toBe(callStatus === 6);
			expect(recordPath === '').toBe(callStatus === 5);
			if (callStatus === 6) ended.add(called);
		}
		expect(ended.size).toBeGreaterThan(500);
		expect(ended.size).toBeLessThan(1300);
	});

	it('have as many numbers as is told', async () => {
		const small = await startSimulator({ https: false, callResults: 8, callData: 2, campaigns: 4 });
		try {
			const { callResults, callData, campaigns } = small.data;
			const finals = new Set(callResults[manyResults]?.map(({ called }) => called));
			expect(finals.size).toBe(8);
			expect(callData[CAMPAIGN_IDS.paused]).toHaveLength(2);
			expect(campaigns.map(({ id }) => id)).toEqual(Object.values(CAMPAIGN_IDS));
		} finally {
			await small.stop();
		}
	});
});

describe('the query of call results', () => {
	it('answers in the form of the documents', async () => {
		const { data, ...rest } = await query({ pageSize: 1, pageNum: 1 });
		expect(rest).toEqual({ ...withCode(SUCCESS), totalCount: 1300 });
		expect(data).toEqual([
			{
				campaignId: manyResults,
				sessionId: expect.any(String),
				called: expect.stringMatching(/^137\d{8}$/),
				callTimeStr: expect.stringMatching(TIME),
				callStatus: expect.any(Number),
				failCode: expect.any(String),
				resultCode: expect.any(String),
				vdnId: 40,
				callId: expect.any(String),
				recordPath: expect.any(String),
			},
		]);
	});

	it('gives the final result of each number, 500 to a page', async () => {
		const last = new Map(attempts().map((attempt) => [attempt.called, attempt.callId]));
		const rows = await allPages({}, 500);
		expect(new Map(rows.map((row) => [row.called, row.callId]))).toEqual(last);
		expect(rows).toHaveLength(1300);
	});

	it('gives every attempt, 100 to a page', async () => {
		const rows = await allPages({ showDetail: 1 }, 100);
		expect(rows.map(({ callId }) => callId)).toEqual(attempts().map(({ callId }) => callId));
	});

	it('gives 2000 rows at most without pages', async () => {
		const { data, totalCount } = await query({ showDetail: 1 });
		expect(totalCount).toBe(attempts().length);
		expect(totalCount).toBeGreaterThan(2000);
		expect(data).toHaveLength(2000);
		expect((await query({}, empty)).data).toEqual([]);
	});

	it('gives only results of a session or a custom field', async () => {
		const [{ sessionId = '' } = {}] = attempts();
		const found = await query({ sessionId, showDetail: 1 });
		expect(found.data.map(({ callId }: CallAttempt) => callId)).toEqual(
			attempts()
				.filter((attempt) => attempt.sessionId === sessionId)
				.map(({ callId }) => callId),
		);
		expect((await query({ customField: 'batch-2' })).totalCount).toBe(260);
		expect((await query({ customField: 'batch' })).totalCount).toBe(0);
	});

	it('gives only results of the days asked for, the last one included', async () => {
		const beginTime = dayOf(attempts()[500] as CallAttempt);
		const ask = async (endTime: string) =>
			(await allPages({ showDetail: 1, beginTime, endTime }, 100)).map(({ callId }) => callId);
		const expected = (isMeant: (day: string) => boolean) =>
			attempts()
				.filter((attempt) => isMeant(dayOf(attempt)))
				.map(({ callId }) => callId);
		const endTime = later(beginTime, 2);
		expect(await ask(endTime)).toEqual(expected((day) => day >= beginTime && day <= endTime));
		expect(await ask(beginTime)).toEqual(expected((day) => day === beginTime));
		holder.simulator.behaviour.resultEndExclusive = true;
		expect(await ask(endTime)).toEqual(expected((day) => day >= beginTime && day < endTime));
		expect(await ask(beginTime)).toEqual([]);
	});

	it('takes thirty days', async () => {
		const period = { beginTime: '2026-01-01', endTime: '2026-01-31' };
		expect(await query(period)).toMatchObject(withCode(SUCCESS));
	});

	it.each([
		[{ pageSize: 501, pageNum: 1 }, '02000007'],
		[{ pageSize: 101, pageNum: 1, showDetail: 1 }, '02000007'],
		[{ pageSize: 0, pageNum: 1 }, '02000007'],
		[{ pageSize: 1, pageNum: 0 }, '02000007'],
		[{ pageSize: '1', pageNum: 1 }, '02000006'],
		[{ pageSize: 1 }, '02000009'],
		[{ pageNum: 1 }, '02000009'],
		[{ showDetail: 2 }, '02000007'],
		[{ showDetail: true }, '02000006'],
		[{ sessionId: 's'.repeat(33) }, '02000003'],
		[{ customField: 1 }, '02000006'],
		[{ beginTime: '2026-01-01' }, '02000009'],
		[{ endTime: '2026-01-01' }, '02000009'],
		[{ beginTime: '2026-01-01', endTime: '2026-02-01' }, '02000007'],
		[{ beginTime: '2026-01-02', endTime: '2026-01-01' }, '02000007'],
		[{ beginTime: '2026-01-01 00:00:00', endTime: '2026-01-02' }, '02000007'],
		[{ beginTime: '2026-02-30', endTime: '2026-03-02' }, '02000007'],
		[{ beginTime: 20_260_101, endTime: '2026-03-02' }, '02000006'],
		[{ limit: 1 }, '0200001'],
		['', '02000008'],
	])('is refused for %j with %s', async (body, code) => {
		expect(await query(body)).toEqual(withCode(code));
	});

	it('leaves a mark of how many came at once, and when', async () => {
		const { simulator } = holder;
		simulator.behaviour.delayMs = 100;
		const begun = Date.now();
		await Promise.all([query({}, empty), query({}, empty), query({}, empty)]);
		await query({}, empty);
		expect(simulator.stats.routes.callresult).toEqual({ inFlight: 0, maxInFlight: 3 });
		const times = simulator.requests.map(({ at }) => at - begun);
		expect(times).toHaveLength(4);
		expect((times[3] ?? 0) - (times[2] ?? 0)).toBeGreaterThan(90);
	});

	it('is counted rightly after a reset while it was in flight', async () => {
		const { simulator } = holder;
		simulator.behaviour.delayMs = 100;
		const waiting = query({}, empty);
		while (simulator.requests.length === 0) await sleep(5);
		simulator.reset();
		expect(simulator.stats.routes).toEqual({ callresult: { inFlight: 1, maxInFlight: 1 } });
		await waiting;
		await query({}, empty);
		expect(simulator.stats.routes.callresult).toEqual({ inFlight: 0, maxInFlight: 1 });
		expect(simulator.stats.services.isales).toEqual({ inFlight: 0, maxInFlight: 1 });
		simulator.reset();
		expect(simulator.stats.routes).toEqual({});
	});
});

describe('one call result', () => {
	const detail = async (callId: string) =>
		(await holder.ask('GET', `/callresultdetail/${callId}`)).data;
	const newest = (callStatus: number) =>
		attempts(finished)
			.filter((attempt) => attempt.callStatus === callStatus)
			.at(-1) as CallAttempt;

	it('of a call that succeeded has its times and its recording, with the state as text', async () => {
		const call = newest(6);
		const answer = await detail(call.callId);
		expect(answer).toEqual({
			...withCode(SUCCESS),
			data: {
				called: call.called,
				ackBeginTime: expect.stringMatching(TIME),
				callBeginTime: expect.stringMatching(TIME),
				callEndTime: expect.stringMatching(TIME),
				callStatus: '6',
				failCode: '',
				resultCode: '',
				vdnId: 40,
				callId: call.callId,
				recordPath: expect.stringMatching(/^https:.*\.wav\?Expires=\d{10}&/),
			},
		});
		const { ackBeginTime, callBeginTime, callEndTime } = answer.data;
		const times = [call.callTimeStr, ackBeginTime, callBeginTime, callEndTime];
		expect(times).toEqual([...times].sort());
	});

	it('of a call that failed has no answer time and no recording', async () => {
		const call = newest(5);
		expect((await detail(call.callId)).data).toMatchObject({
			callBeginTime: '',
			callStatus: '5',
			failCode: call.failCode,
			resultCode: call.resultCode,
			recordPath: '',
		});
	});

	it('of a call that is not there is refused', async () => {
		expect(await detail('1-1')).toEqual(withCode('0200001', /1-1/));
	});
});
