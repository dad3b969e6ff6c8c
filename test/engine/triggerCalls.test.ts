import { skipTime } from './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { callRecords, type Call } from '../../simulator';
import { endedCall as newCall } from './endedCall';
import { bodiesOf, useSimulator } from './fixtures';
import { expectRefused, Poller } from './poller';

const holder = useSimulator({ callsPerDay: 0 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CALLS = { event: 'callRecordAdded' };

/** Midday of a day, so that no test but those about midnight meets one. */
const MIDDAY = Date.UTC(2031, 4, 6, 12);

/** Sets the clock of everybody. */
function setClock(time: number): void {
	skipTime(time - Date.now());
}

beforeEach(() => setClock(MIDDAY));

const start = async (parameters: INodeParameters = CALLS) =>
	await Poller.start(holder.simulator, parameters);

const endedCall = (minutes = 1, fields: Partial<Call> = {}) =>
	newCall(holder.simulator, minutes, fields);

const idsOf = (items: IDataObject[]) => items.map(({ callId }) => callId);

/** A poller that has seen what is there, and polls every minute. */
async function watching(parameters: INodeParameters = CALLS): Promise<Poller> {
	const poller = await start(parameters);
	expect(await poller.poll()).toEqual([]);
	return poller;
}

async function nextPoll(poller: Poller): Promise<unknown[]> {
	skipTime(MINUTE);
	return idsOf(await poller.poll());
}

it('gives each call once when it is over', async () => {
	endedCall();
	const poller = await watching();
	skipTime(MINUTE);
	const { callId, begin, logDate } = endedCall();
	const outbound = endedCall(2, { isCallIn: false, callType: 7 });
	expect(await poller.poll()).toEqual([
		{
			logDate,
			callerNo: '9000001',
			calleeNo: '8000001',
			callId,
			callType: 0,
			callTypeName: 'ordinary inbound',
			waitBegin: begin,
			ackBegin: begin + 1,
			callBegin: begin + 2,
			callEnd: logDate,
			leaveReason: 88,
			leaveReasonName: expect.any(String) as unknown,
			vdn: 40,
			mediaType: 5,
			mediaTypeName: expect.any(String) as unknown,
			subMediaType: 1,
			direction: 'inbound',
		},
		expect.objectContaining({ callId: outbound.callId, direction: 'outbound' }),
	]);
	expect(await nextPoll(poller)).toEqual([]);
	poller.restart();
	expect(await nextPoll(poller)).toEqual([]);
});

it('gives what is there once when asked to', async () => {
	const [old, young] = [endedCall(), endedCall()];
	Object.assign(old, { logDate: Date.now() - 30 * HOUR });
	const poller = await start({ ...CALLS, emitExisting: true });
	expect(idsOf(await poller.poll())).toEqual([old.callId, young.callId]);
	expect(await nextPoll(poller)).toEqual([]);
	poller.restart();
	expect(await nextPoll(poller)).toEqual([]);
});

it('finds a call by the time of its beginning, as long as the lookback is longer than it', async () => {
	holder.simulator.behaviour.callsBy = 'waitBegin';
	const poller = await watching();
	skipTime(MINUTE);
	const long = endedCall(119);
	expect(await poller.poll()).toMatchObject([{ callId: long.callId }]);
	expect(await nextPoll(poller)).toEqual([]);
});

it('gives a call whose record never gets an end, once and not before the lookback is over', async () => {
	const poller = await watching();
	skipTime(MINUTE);
	const call = endedCall();
	const [part] = call.parts;
	Object.assign(part ?? {}, { callEnd: 0, leaveReason: 0 });
	const given: unknown[] = [];
	for (let minutes = 0; minutes < 300; minutes += 10) {
		const others = minutes % 30 === 0 ? [endedCall().callId] : [];
		const items = idsOf(await poller.poll());
		if (items.includes(call.callId)) given.push(minutes);
		expect(items.filter((id) => id !== call.callId)).toEqual(others);
		if (minutes % 40 === 0) poller.restart();
		skipTime(10 * MINUTE);
	}
	expect(given).toEqual([120]);
});

it('gives a call without any time once, however long the service has it', async () => {
	const poller = await watching();
	const rows = [{ callId: 'timeless', callerNo: '9000001', calleeNo: '8000001' }];
	const given: unknown[] = [];
	for (let count = 0; count < 12; count++) {
		skipTime(HOUR);
		rows.push({ callId: `call-${count}`, callerNo: '9000001', calleeNo: '8000001' });
		const body = { resultCode: '0100000', resultDesc: { data: rows, count: rows.length } };
		holder.simulator.faults = [{ kind: 'json', route: 'querycallsV2', times: 0, body }];
		given.push(...idsOf(await poller.poll()));
		poller.restart();
	}
	expect(given).toHaveLength(13);
	expect(new Set(given).size).toBe(13);
	expect(poller.bytesFor(13)).toBeLessThanOrEqual(60);
});

it.each([
	['are in seconds', (time: number) => Math.floor(time / 1000)],
	['are in seconds and behind', (time: number) => Math.floor((time - 3 * HOUR) / 1000)],
	['are three hours behind', (time: number) => time - 3 * HOUR],
	['are three hours ahead', (time: number) => time + 3 * HOUR],
	['say nothing', () => 86_400_000],
])('gives a call once whose times %s, whenever it comes', async (_how, written) => {
	const poller = await start({ ...CALLS, emitExisting: true });
	const records: Array<{ at: number; row: IDataObject }> = [];
	const given: unknown[] = [];
	const comeAt = [0, 1, 2, 3, 20, 40, 41, 42, 43, 44, 45, 70];
	for (let count = 0; count < 90; count++) {
		const now = Date.now();
		const [waitBegin, callEnd] = [written(now - MINUTE), written(now)];
		const row = { callId: `call-${count}`, logDate: callEnd, waitBegin, callEnd, leaveReason: 16 };
		if (comeAt.includes(count)) records.push({ at: now, row });
		// The service finds them by its own clock.
		const data = records.filter(({ at }) => at > now - 135 * MINUTE).map((record) => record.row);
		const body = { resultCode: '0100000', resultDesc: { data, count: data.length } };
		holder.simulator.faults = [{ kind: 'json', route: 'querycallsV2', times: 0, body }];
		given.push(...idsOf(await poller.poll()));
		if (count % 4 === 0) poller.restart();
		skipTime(10 * MINUTE);
	}
	expect(given).toEqual(comeAt.map((count) => `call-${count}`));
});

it('gives the other calls when a record has something else in place of its times', async () => {
	const poller = await watching();
	const time = Date.now();
	const odd: unknown[] = [{ toString: 1 }, [time], true, '--', { valueOf: {} }];
	const rows = odd.map((value, index) => ({
		callId: `odd-${index}`,
		logDate: time,
		waitBegin: value,
		callBegin: value,
		callEnd: value,
		leaveReason: value,
	}));
	const data = [...rows, { callId: 'call', logDate: time, callEnd: time }];
	const body = { resultCode: '0100000', resultDesc: { data, count: data.length } };
	holder.simulator.faults = [{ kind: 'json', route: 'querycallsV2', times: 0, body }];
	expect(await nextPoll(poller)).toEqual(['call']);
	skipTime(2 * HOUR);
	expect((await nextPoll(poller)).sort()).toEqual(rows.map(({ callId }) => callId));
	expect(await nextPoll(poller)).toEqual([]);
});

it('waits for the end of a call whose times are in seconds', async () => {
	const poller = await watching();
	const row: IDataObject = { callId: 'call', leaveReason: 0, callEnd: 0 };
	Object.assign(row, { waitBegin: Date.now() / 1000, callBegin: Date.now() / 1000 + 1 });
	const body = { resultCode: '0100000', resultDesc: { data: [row], count: 1 } };
	holder.simulator.faults = [{ kind: 'json', route: 'querycallsV2', times: 0, body }];
	expect(await nextPoll(poller)).toEqual([]);
	Object.assign(row, { leaveReason: 16, callEnd: Date.now() / 1000 });
	expect(await nextPoll(poller)).toEqual(['call']);
	expect(await nextPoll(poller)).toEqual([]);
});

it('asks for the direction and the numbers that are wanted, and no others', async () => {
	const poller = await watching({
		...CALLS,
		direction: 'outbound',
		filters: { calledNumber: '8000001', callerNumber: '9000001' },
	});
	skipTime(MINUTE);
	endedCall();
	const wanted = endedCall(1, { isCallIn: false });
	endedCall(1, { isCallIn: false, calleeNo: '8000002' });
	expect(await poller.poll()).toMatchObject([{ callId: wanted.callId }]);
	for (const body of bodiesOf(holder.simulator, 'querycallsV2')) {
		expect(body).toMatchObject({ isCallIn: 'false', callerNo: '9000001', calleeNo: '8000001' });
	}
});

it.each([
	[{ lookback: 0 }, /^Lookback .*not a whole number/],
	[{ lookback: 2881 }, /^Lookback .*not a whole number/],
	[{ lookback: '={{ "" }}' }, /^Lookback is empty/],
	[{ direction: '={{ "all" }}' }, /^Direction /],
	[{ filters: { callerNumber: 'Ann' } }, /^Calling Number /],
	[{ filters: { calledNumber: '' } }, /^Called Number is empty/],
	[{ options: { vdnId: 5001 } }, /^VDN ID /],
	[{ options: { ccId: 0 } }, /^CC ID /],
])('refuses %j before anything is sent', async (wrong, message) => {
	const poller = await start({ ...CALLS, ...wrong });
	await expectRefused(poller, holder.simulator, message);
});

it('loses nothing and gives nothing twice over failures, half answers and restarts', async () => {
	const poller = await watching();
	const { faults } = holder.simulator;
	skipTime(MINUTE);
	const [inbound, outbound] = [endedCall(), endedCall(1, { isCallIn: false })];
	// Of both directions only one can be read.
	faults.push({ kind: 'status', status: 500, route: 'querycallsV2', skip: 1, times: 0 });
	await poller.failure();
	faults.length = 0;
	faults.push({
		kind: 'json',
		route: 'querycallsV2',
		times: 0,
		body: { resultCode: '0100000', resultDesc: { data: [], count: 1 } },
	});
	await poller.failure();
	faults.length = 0;
	poller.restart();
	expect(await nextPoll(poller)).toEqual([inbound.callId, outbound.callId]);
	expect(await nextPoll(poller)).toEqual([]);
});

it('begins again where the last stored state left off', async () => {
	const poller = await watching();
	// For hours nobody calls: n8n stores nothing.
	for (let count = 0; count < 10; count++) {
		skipTime(HOUR);
		expect(await poller.poll()).toEqual([]);
	}
	expect(poller.executions).toBe(0);
	skipTime(MINUTE);
	const first = endedCall();
	expect(idsOf(await poller.poll())).toEqual([first.callId]);
	const whileDown = endedCall();
	poller.restart();
	skipTime(5 * HOUR);
	const last = endedCall();
	expect(idsOf(await poller.poll())).toEqual([whileDown.callId, last.callId]);
	poller.restart();
	expect(await nextPoll(poller)).toEqual([]);
});

describe('around midnight', () => {
	beforeEach(() => {
		holder.simulator.behaviour.refusesOldCalls = true;
	});

	it('reads on from yesterday, and not before that', async () => {
		setClock(Date.UTC(2031, 4, 7, 23, 30));
		const poller = await watching();
		const before = endedCall();
		setClock(Date.UTC(2031, 4, 8, 0, 10));
		const after = endedCall();
		expect(idsOf(await poller.poll())).toEqual([before.callId, after.callId]);
		// n8n is down for a day and more: what the service no longer has is not asked for.
		setClock(Date.UTC(2031, 4, 10, 3));
		const late = endedCall();
		expect(idsOf(await poller.poll())).toEqual([late.callId]);
		expect(await nextPoll(poller)).toEqual([]);
	});

	it('reads on when the service is still at yesterday', async () => {
		setClock(Date.UTC(2031, 4, 7, 23, 30));
		const poller = await watching();
		setClock(Date.UTC(2031, 4, 8, 0, 2));
		holder.simulator.behaviour.centreTime = Date.UTC(2031, 4, 7, 23, 58);
		const call = endedCall();
		expect(idsOf(await poller.poll())).toEqual([call.callId]);
	});

	it('reads on when the service is at tomorrow, and no longer has what is yesterday here', async () => {
		setClock(Date.UTC(2031, 4, 7, 23, 30));
		const poller = await watching({ ...CALLS, lookback: 2880 });
		setClock(Date.UTC(2031, 4, 7, 23, 55));
		holder.simulator.behaviour.centreTime = Date.UTC(2031, 4, 8, 0, 5);
		const call = endedCall();
		expect(idsOf(await poller.poll())).toEqual([call.callId]);
		expect(await nextPoll(poller)).toEqual([]);
	});

	it("means the tenant's midnight, and asks for nothing that is still to come", async () => {
		setClock(Date.UTC(2031, 4, 7, 1));
		const poller = await start({ ...CALLS, lookback: 2880 });
		await poller.poll();
		const [body] = bodiesOf(holder.simulator, 'querycallsV2');
		const { beginDate, endDate } = body as Record<string, string>;
		expect(beginDate).toBe(String(Date.UTC(2031, 4, 6)));
		expect(Number(endDate)).toBeGreaterThanOrEqual(Date.UTC(2031, 4, 7, 1, 15));
		expect(Number(endDate)).toBeLessThan(Date.UTC(2031, 4, 7, 1, 16));
	});
});

it('shows a sample in the manual test and leaves the state alone', async () => {
	const poller = await start();
	await expect(poller.test()).rejects.toMatchObject({
		message: 'There are no call records to show as a sample',
	});
	endedCall();
	expect(await poller.test()).toMatchObject([{ callerNo: '9000001', direction: 'inbound' }]);
	expect(poller.stored).not.toContain('known');
});

it('does not begin anew when the lookback changes, nor gives a call twice', async () => {
	const poller = await watching({ ...CALLS, lookback: 10 });
	skipTime(MINUTE);
	endedCall();
	expect(await poller.poll()).toHaveLength(1);
	skipTime(HOUR);
	const second = endedCall();
	expect(idsOf(await poller.poll())).toEqual([second.callId]);
	poller.restart({ ...CALLS, lookback: 2880 });
	skipTime(MINUTE);
	const third = endedCall();
	expect(idsOf(await poller.poll())).toEqual([third.callId]);
});

describe('at another address', () => {
	const other = useSimulator({ callsPerDay: 0 });

	it('begins anew, and does not when only the address of other interfaces changes', async () => {
		endedCall();
		const poller = await watching();
		newCall(other.simulator);
		poller.useCredential({ cmsBaseUrl: other.simulator.isalesUrl });
		poller.restart();
		expect(await nextPoll(poller)).toEqual([]);
		const { callId } = newCall(other.simulator);
		poller.useCredential({
			baseUrl: other.simulator.isalesUrl,
			cmsBaseUrl: other.simulator.isalesUrl,
		});
		poller.restart();
		expect(await nextPoll(poller)).toEqual([callId]);
	});
});

describe('in another time zone than the one that is entered', () => {
	const far = useSimulator({ callsPerDay: 0, timeZone: 'America/Sao_Paulo' });

	it.each([1, 12, 20])('reads on at %s o’clock by UTC, and asks for no other day', async (hour) => {
		const { simulator } = far;
		simulator.behaviour.refusesOldCalls = true;
		setClock(Date.UTC(2031, 4, 6, hour));
		const poller = await Poller.start(simulator, CALLS);
		expect(await poller.poll()).toEqual([]);
		skipTime(MINUTE);
		const { callId } = newCall(simulator);
		expect(idsOf(await poller.poll())).toEqual([callId]);
	});

	it('says that a refusal may be for the time zone', async () => {
		const { simulator } = far;
		simulator.behaviour.refusesOldCalls = true;
		// By UTC yesterday begins three hours earlier than in São Paulo.
		setClock(Date.UTC(2031, 4, 6, 12));
		const poller = await Poller.start(simulator, { ...CALLS, emitExisting: true });
		const { description } = await poller.failure();
		expect(description).toMatch(/those of UTC: .* set Time Zone in the credential\.$/);
	});
});

describe('with a clock here that is hours off', () => {
	it.each([8, -8])(
		'gives a call as soon as it is over, though the service is %s hours ahead',
		async (ahead) => {
			const { simulator } = holder;
			simulator.behaviour.clockOffsetSeconds = ahead * 3600;
			simulator.behaviour.refusesOldCalls = true;
			const poller = await watching({ ...CALLS, lookback: 10 });
			for (let hour = 0; hour < 24; hour += 3) {
				skipTime(3 * HOUR);
				if (hour % 2 === 0) poller.restart();
				const { callId } = endedCall();
				expect(await nextPoll(poller)).toEqual([callId]);
				expect(await nextPoll(poller)).toEqual([]);
			}
		},
	);

	it('shows a sample of what the service has by its own', async () => {
		const { simulator } = holder;
		simulator.behaviour.clockOffsetSeconds = 48 * 3600;
		simulator.behaviour.refusesOldCalls = true;
		const { callId } = endedCall();
		expect(idsOf(await (await start()).test())).toEqual([callId]);
	});
});

describe('a day of a busy centre', () => {
	it.each([
		['logDate', 0],
		['waitBegin', 0],
		['logDate', 14],
		['waitBegin', -14],
	] as const)(
		'has every call once, whatever fails and whenever n8n begins anew, by %s with the clock %s minutes ahead',
		async (callsBy, ahead) => {
			const { simulator } = holder;
			Object.assign(simulator.behaviour, { callsBy, refusesOldCalls: true });
			const begin = Date.UTC(2031, 4, 6, 6);
			setClock(begin);
			simulator.behaviour.centreTime = begin + ahead * MINUTE;
			const poller = await watching();
			let seed = 11;
			const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
			const expected: string[] = [];
			const given: unknown[] = [];
			let failures = 0;
			for (let time = begin; time < begin + 30 * HOUR; time += 20 * MINUTE) {
				setClock(time);
				simulator.behaviour.centreTime = time + ahead * MINUTE;
				const calls = Array.from({ length: random(8) }, () =>
					endedCall(1 + random(100), { isCallIn: random(2) === 0 }),
				);
				expected.push(...calls.map(({ callId }) => callId));
				simulator.faults.length = 0;
				if (random(4) === 0) {
					simulator.faults.push({ kind: 'status', status: 500, skip: random(2), times: 0 });
				}
				if (random(6) === 0) poller.restart();
				const items = await poller.poll().catch(() => {
					failures++;
					return [];
				});
				given.push(...idsOf(items));
			}
			simulator.faults.length = 0;
			given.push(...(await nextPoll(poller)));
			expect(failures).toBeGreaterThan(10);
			expect(given).toHaveLength(new Set(given).size);
			expect([...given].sort()).toEqual(expected.sort());
		},
	);
});

it('stores a few bytes of each call of the lookback, and none of earlier ones', async () => {
	const poller = await watching();
	for (let hour = 0; hour < 10; hour++) {
		skipTime(HOUR);
		for (let count = 0; count < 100; count++) endedCall();
		expect(await poller.poll()).toHaveLength(100);
	}
	// Of three hours at most: two of the lookback, and what clocks may differ.
	expect(poller.bytesFor(300)).toBeLessThanOrEqual(26);
});

describe('a centre that lives', () => {
	const living = useSimulator({ callsPerDay: 300, agents: 30, skills: 5 });

	it('has a day of calls in its records that the trigger gives once each', async () => {
		const { simulator } = living;
		Object.assign(simulator.behaviour, { callsBy: 'waitBegin', callsNewestFirst: true });
		const poller = await Poller.start(simulator, CALLS);
		await poller.poll();
		const before = new Set(callRecords(simulator).map(({ callId }) => callId));
		const given: unknown[] = [];
		for (let count = 0; count < 24 * 4; count++) {
			skipTime(15 * MINUTE);
			if (count % 13 === 0) poller.restart();
			given.push(...idsOf(await poller.poll()));
		}
		const since = callRecords(simulator)
			.map(({ callId }) => callId)
			.filter((callId) => !before.has(callId));
		expect(since.length).toBeGreaterThan(200);
		expect(given.length).toBe(new Set(given).size);
		expect([...given].sort()).toEqual(since.sort());
	});
});
