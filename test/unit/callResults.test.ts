/** Call results of spans of time: what is asked for, and what comes out. */
import type { IDataObject } from 'n8n-workflow';

import {
	listCallResults,
	type CallResultQuery,
} from '../../aicc/endpoints/isales/callresult/listCallResults';
import type { JsonObject } from '../../aicc/base/json';
import type { SendRequest } from '../../aicc/patterns/sendRequest';

const TODAY = '2026-11-20';

/** A service with results, which answers page by page and notes what it is asked. */
function serviceOf(results: IDataObject[]) {
	const asked: IDataObject[] = [];
	const ask: SendRequest = async (_, { body = {} } = {}) => {
		const query = body as IDataObject;
		asked.push(query);
		const { beginTime, endTime, pageNum, pageSize } = query;
		const found = results.filter(({ callTimeStr }) => {
			const day = String(callTimeStr ?? '').slice(0, 10);
			return !beginTime || day === '' || (day >= String(beginTime) && day <= String(endTime));
		});
		const start = (Number(pageNum) - 1) * Number(pageSize);
		return await Promise.resolve({
			totalCount: found.length,
			data: found.slice(start, start + Number(pageSize)).map((row) => ({
				...row,
				recordPath: `https://rec.example/a.wav?Signature=${asked.length}`,
			})),
		} as JsonObject);
	};
	const read = async (query: Partial<CallResultQuery>, wanted = Infinity) => {
		const path = { campaignId: '1' };
		return await listCallResults(ask, path, { everyAttempt: false, ...query }, wanted);
	};
	return { asked, read };
}

const at = (callTimeStr: string, callId: string, more: IDataObject = {}) => ({
	callId,
	called: '13700000001',
	sessionId: '',
	callTimeStr,
	...more,
});

const callsOf = (rows: JsonObject[]) => rows.map(({ callId }) => callId);

describe('moments', () => {
	const { asked, read } = serviceOf([
		at('2026-11-20 03:00:00', 'early'),
		at('2026-11-20 09:00:00', 'first'),
		at('2026-11-20 10:00:00', 'last'),
		at('2026-11-20 10:00:01', 'late'),
		at('', 'no time'),
	]);
	const span = {
		beginTime: TODAY,
		endTime: TODAY,
		from: `${TODAY} 09:00:00`,
		to: `${TODAY} 10:00:00`,
		today: TODAY,
	};

	it('leave out what is before and after them, and nothing that has no time', async () => {
		expect(callsOf(await read(span))).toEqual(['first', 'last', 'no time']);
		expect(callsOf(await read({ ...span, beginTime: undefined, endTime: undefined }))).toEqual([
			'first',
			'last',
			'no time',
		]);
		expect(Object.keys(asked[0] ?? {}).sort()).toEqual([
			'beginTime',
			'endTime',
			'pageNum',
			'pageSize',
			'showDetail',
		]);
	});

	it('are left out before the limit is counted', async () => {
		expect(callsOf(await read(span, 2))).toEqual(['first', 'last']);
	});
});

describe('windows', () => {
	const shared = '2026-10-30 08:00:00';
	const span = { beginTime: '2026-10-01', endTime: TODAY, today: TODAY };

	it('give each result of the day that they share once, though its recording is signed anew', async () => {
		const { read } = serviceOf([at(shared, '1'), at(shared, '2'), at('2026-11-20 08:00:00', '3')]);
		expect(callsOf(await read(span))).toEqual(['1', '2', '3']);
	});

	it('keep results that are alike in everything', async () => {
		const { read } = serviceOf([at(shared, '1'), at(shared, '1'), at(shared, '2')]);
		expect(callsOf(await read(span))).toEqual(['1', '1', '2']);
	});

	it('keep results that differ in number, time or session only', async () => {
		const { read } = serviceOf([
			at(shared, '0'),
			at(shared, '0', { called: '13700000002' }),
			at(shared, '0', { sessionId: 's' }),
			at('2026-10-30 08:00:01', '0'),
		]);
		expect(await read(span)).toHaveLength(4);
	});

	it('come oldest first, and no more of them than a limit needs', async () => {
		const { asked, read } = serviceOf([
			at('2026-11-19 08:00:00', 'new'),
			at('2026-09-02 08:00:00', 'old'),
			at('2026-09-01 08:00:00', 'oldest'),
		]);
		const far = { ...span, beginTime: '2026-09-01' };
		expect(callsOf(await read(far))).toEqual(['old', 'oldest', 'new']);
		asked.length = 0;
		expect(await read(far, 2)).toHaveLength(2);
		expect(asked).toHaveLength(1);
	});
});

describe('spans without end', () => {
	const results = Array.from({ length: 1200 }, (_, index) =>
		at(`2026-${index % 2 ? '03' : '11'}-10 08:00:00`, String(index)),
	);

	it.each([
		['End Time in 9999', { beginTime: '2026-01-01', endTime: '9999-12-31' }],
		['Begin Time in 1970', { beginTime: '1970-01-01', endTime: TODAY }],
		['both', { beginTime: '0001-01-01', endTime: '9999-12-31' }],
	])('(%s) take few requests and give every result once', async (_, span) => {
		const { asked, read } = serviceOf(results);
		const rows = await read({ ...span, today: TODAY });
		expect(
			callsOf(rows)
				.map(Number)
				.sort((one, other) => one - other),
		).toEqual(results.map((__, index) => index));
		expect(asked.length).toBeLessThan(20);
		expect(asked.every(({ endTime = '' }) => String(endTime) <= '2026-11-21')).toBe(true);
	});

	it('leave out what is before them', async () => {
		const { read } = serviceOf(results);
		const rows = await read({ beginTime: '2024-01-01', endTime: '2026-03-10', today: TODAY });
		expect(rows).toHaveLength(600);
	});

	it('in the future have no results and cost no request', async () => {
		const { asked, read } = serviceOf(results);
		expect(await read({ beginTime: '2027-01-01', endTime: '2028-01-01', today: TODAY })).toEqual(
			[],
		);
		expect(asked).toEqual([]);
	});

	it('take the day after today in, as clocks differ', async () => {
		const { read } = serviceOf([at('2026-11-21 00:30:00', 'tomorrow')]);
		const span = { beginTime: '2026-11-21', endTime: '2026-12-31', today: TODAY };
		expect(callsOf(await read(span))).toEqual(['tomorrow']);
	});
});
