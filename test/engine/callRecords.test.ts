/** Calls of CC-CMS: which are asked for, and in which form they come out, however they came. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { skipTime } from './faults/time';
import { shown } from './fixtures';
import { useOwnPlatform } from './ownPlatform';

const platform = useOwnPlatform();

const SUCCESS = { resultCode: '0100000' };

function today(): DateTime {
	return DateTime.now().setZone('Asia/Shanghai').startOf('day');
}

function span(begin: DateTime, end: DateTime): INodeParameters {
	return { beginTime: begin.toISO() ?? '', endTime: end.toISO() ?? '' };
}

function getMany(changes: INodeParameters = {}): INodeParameters {
	const all = span(today().minus({ days: 1 }), today().endOf('day'));
	return { resource: 'callRecord', operation: 'getAll', returnAll: true, ...all, ...changes };
}

/** A centre with so many calls of a direction, which takes no more than it documents. */
function centre(calls: { inbound: number; outbound: number }) {
	return (path: string, { isCallIn, limit, offset }: IDataObject) => {
		expect(path).toBe('/rest/cmsapp/v2/openapi/vdn/querycalls');
		const direction = isCallIn === 'true' ? 'inbound' : 'outbound';
		const count = calls[direction];
		if (Number(limit) > 100) return { resultCode: '0100002', resultDesc: 'limit' };
		const rows = Array.from({ length: count }, (_, index) => ({
			logDate: String(1_768_469_460_000 + index),
			callId: `1700000000000-${direction === 'inbound' ? 1 : 2}${index}`,
			callType: direction === 'inbound' ? '0' : 7,
		}));
		const data = rows.slice(Number(offset), Number(offset) + Number(limit));
		return { ...SUCCESS, resultDesc: { data: data.length > 0 ? data : null, count } };
	};
}

describe('Call Record: Get Many', () => {
	it('gives every call of both directions once, over all pages', async () => {
		platform.answer = centre({ inbound: 250, outbound: 101 });
		const { rows, error } = await platform.run(getMany());
		expect(error).toBeUndefined();
		const ids = rows.map(({ callId }) => callId);
		expect(new Set(ids).size).toBe(351);
		expect(ids).toHaveLength(351);
		expect(rows.map(({ direction }) => direction)).toEqual([
			...Array.from({ length: 250 }, () => 'inbound'),
			...Array.from({ length: 101 }, () => 'outbound'),
		]);
		expect(platform.asked).toHaveLength(5);
	});

	it('gives every call once although calls of the same time are in another order on each page', async () => {
		const rows = Array.from({ length: 250 }, (_, index) => ({
			callId: `1700000000000-${index}`,
			logDate: 1_768_469_460_000,
		}));
		let turn = 0;
		platform.answer = (_path, { limit, offset }) => {
			const first = (turn++ * 37) % 10;
			const [before, same, after] = [rows.slice(0, 95), rows.slice(95, 105), rows.slice(105)];
			const all = [...before, ...same.slice(first), ...same.slice(0, first), ...after];
			const data = all.slice(Number(offset), Number(offset) + Number(limit));
			return { ...SUCCESS, resultDesc: { data, count: 250 } };
		};
		const { rows: found, error } = await platform.run(getMany({ direction: 'inbound' }));
		expect(error).toBeUndefined();
		expect(found.map(({ callId }) => callId).sort()).toEqual(
			rows.map(({ callId }) => callId).sort(),
		);
	});

	it('says that a refusal may be for the time zone', async () => {
		platform.answer = () => ({ resultCode: '0100002', resultDesc: 'beginDate' });
		const { error } = await platform.run(getMany());
		expect(error?.description).toMatch(
			/those of Asia\/Shanghai: .* set Time Zone in the credential\.$/,
		);
	});

	it('gives a call once that the service has in both directions', async () => {
		const data = [{ callId: '1700000000000-1', logDate: 1_768_469_460_000, callType: 6 }];
		platform.answer = () => ({ ...SUCCESS, resultDesc: { data, count: 1 } });
		expect((await platform.run(getMany())).rows).toMatchObject([{ direction: 'inbound' }]);
	});

	it('asks for one direction only when one is wanted, and for no more than the limit', async () => {
		platform.answer = centre({ inbound: 250, outbound: 101 });
		const outbound = await platform.run(
			getMany({ direction: 'outbound', returnAll: false, limit: 3 }),
		);
		expect(outbound.rows.map(({ callTypeName }) => callTypeName)).toEqual(
			Array.from({ length: 3 }, () => 'ordinary (manual) outbound'),
		);
		expect(platform.asked.map(({ isCallIn }) => isCallIn)).toEqual(['false']);
		const both = await platform.run(getMany({ returnAll: false, limit: 260 }));
		expect(both.rows).toHaveLength(260);
	});

	it.each([
		[{ data: null, count: 0 }],
		[{ data: null, count: null }],
		[{ data: [], count: '0' }],
		[{ data: [], count: '' }],
		[{ data: null }],
		[{ data: '' }],
		[{}],
		[null],
		[''],
	])('gives nothing when there is nothing: %j', async (resultDesc) => {
		platform.answer = () => ({ ...SUCCESS, resultDesc });
		const { rows, error } = await platform.run(getMany());
		expect([rows, error]).toEqual([[], undefined]);
	});

	it.each([
		['no total', { resultDesc: { data: [{ callId: '1-1' }] } }],
		['no total', { resultDesc: '', resultDatas: { data: [{ callId: '1-1' }], count: 1 } }],
		['0 of 5', { resultDesc: { data: null, count: 5 } }],
	])('is an error when rows may be lost: %s', async (message, answer) => {
		platform.answer = () => ({ ...SUCCESS, ...answer });
		expect((await platform.run(getMany())).error?.message).toContain(message);
	});

	it('has one form for numbers and texts', async () => {
		const asNumbers = {
			logDate: 1_768_469_460_000,
			callerNo: 8_613_900_000_001,
			calleeNo: 6_666_601,
			callId: '1700000000000-100001',
			callType: 0,
			waitBegin: 1_768_469_400_000,
			ackBegin: 1_768_469_402_000,
			callBegin: 1_768_469_405_000,
			callEnd: 1_768_469_460_000,
			vdn: 40,
			leaveReason: 15,
			mediaType: 5,
			subMediaType: 0,
		};
		const asTexts = Object.fromEntries(
			Object.entries(asNumbers).map(([name, value]) => [name, String(value)]),
		);
		for (const row of [asNumbers, asTexts]) {
			platform.answer = () => ({ ...SUCCESS, resultDesc: { data: [row], count: '1' } });
			const { rows } = await platform.run(getMany({ direction: 'inbound' }));
			expect(rows).toEqual([
				{
					...asNumbers,
					callerNo: '8613900000001',
					calleeNo: '6666601',
					direction: 'inbound',
					callTypeName: 'ordinary inbound',
					leaveReasonName: 'user released',
					mediaTypeName: 'ordinary voice',
				},
			]);
		}
	});

	it.each(['', null, 0, '0'])('has null for a time that there is none of: %j', async (none) => {
		const row = { callId: '1-1', ackBegin: none, leaveReason: '0' };
		platform.answer = () => ({ ...SUCCESS, resultDesc: { data: [row], count: 1 } });
		expect((await platform.run(getMany({ direction: 'inbound' }))).rows).toMatchObject([
			{ ackBegin: null, leaveReason: 0 },
		]);
	});

	it('keeps what it does not know', async () => {
		const row = { callId: '1-1', ackBegin: 'soon', callType: '77', mediaType: null, 'extra ': 'x' };
		const data = [{ ...row, constructor: 1 }];
		platform.answer = () => ({ ...SUCCESS, resultDesc: { data, count: 1 } });
		const { rows } = await platform.run(getMany({ direction: 'inbound' }));
		expect(rows).toEqual([
			{
				callId: '1-1',
				ackBegin: 'soon',
				callType: 77,
				mediaType: null,
				extra: 'x',
				constructor: 1,
				direction: 'inbound',
				callTypeName: null,
				leaveReasonName: null,
				mediaTypeName: null,
			},
		]);
	});

	it('sends the filters that the page has, and no others', async () => {
		platform.answer = centre({ inbound: 0, outbound: 0 });
		const filters = { callerNumber: '139 0000 0001', calledNumber: '6666601' };
		const options = { cleanNumbers: true, vdnId: 41, ccId: 2 };
		await platform.run(getMany({ direction: 'inbound', filters, options }));
		expect(platform.asked).toEqual([
			{
				ccId: 2,
				vdn: 41,
				callerNo: '13900000001',
				calleeNo: '6666601',
				beginDate: String(today().minus({ days: 1 }).toMillis()),
				endDate: String(today().plus({ hours: 24 }).toMillis() - 1000),
				isCallIn: 'true',
				limit: 100,
				offset: 0,
			},
		]);
	});

	it('takes a time without an offset by the clock of the tenant', async () => {
		platform.answer = centre({ inbound: 0, outbound: 0 });
		const day = today().toISODate() ?? '';
		await platform.run(getMany({ beginTime: `${day}T00:30:00`, endTime: day }), {
			timezone: 'UTC',
		});
		expect(platform.asked[0]).toMatchObject({
			beginDate: String(today().plus({ minutes: 30 }).toMillis()),
			endDate: String(today().plus({ hours: 24 }).toMillis() - 1000),
		});
	});

	it.each([
		['Begin Time', 'yesterday', { days: 1, seconds: 1 }, {}],
		['End Time', 'today', { days: 1 }, { days: 1 }],
	])('refuses %s outside the window, and names it', async (label, day, before, after) => {
		const parameters = getMany(span(today().minus(before), today().plus(after)));
		const { error } = await platform.run(parameters);
		const [first, last] = [today().minus({ days: 1 }), today()].map((moment) => moment.toISODate());
		expect(error?.message).toMatch(new RegExp(`^${label} is (before|after) ${day} `));
		expect(shown(error).description).toContain(
			`${first} 00:00:00 to ${last} 23:59:59 (Asia/Shanghai)`,
		);
		expect(platform.asked).toEqual([]);
	});

	it('has the window of the day that it is', async () => {
		platform.answer = centre({ inbound: 0, outbound: 0 });
		const parameters = getMany();
		expect((await platform.run(parameters)).error).toBeUndefined();
		skipTime(24 * 60 * 60 * 1000);
		expect((await platform.run(parameters)).error?.message).toMatch(/^Begin Time is before/);
	});

	it.each([
		['VDN ID', { vdnId: 5001 }],
		['CC ID', { ccId: 65_536 }],
	])('refuses a %s that CC-CMS does not take', async (label, options) => {
		const { error } = await platform.run(getMany({ options }));
		expect(error?.message).toMatch(new RegExp(`^${label} is not a whole number`));
		expect(platform.asked).toEqual([]);
	});
});
