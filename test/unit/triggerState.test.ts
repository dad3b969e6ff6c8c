import {
	compareSides,
	type KnownSides,
	type Threshold,
} from '../../nodes/HuaweiAiccTrigger/crossings';
import {
	beginOf,
	newCalls,
	withGiven,
	type GivenCalls,
} from '../../nodes/HuaweiAiccTrigger/givenCalls';
import { finishedCalls } from '../../nodes/HuaweiAiccTrigger/finishedCalls';
import { compareStatuses } from '../../nodes/HuaweiAiccTrigger/statuses';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_768_500_000_000;

/** What n8n gives back of a state that it has stored. */
function stored<T>(state: T): T {
	return JSON.parse(JSON.stringify(state)) as T;
}

describe('crossings', () => {
	const atLeast: Threshold = { operator: 'atLeast', value: 10 };

	function follow(values: Array<number | undefined>, threshold = atLeast, emitExisting = false) {
		let known: KnownSides | undefined;
		return values.map((value) => {
			const readings = value === undefined ? [] : [{ id: 7, value }];
			const outcome = compareSides(known, readings, { ids: [7], threshold, emitExisting });
			known = stored(outcome.sides);
			return outcome.crossings.map(({ change }) => change).join();
		});
	}

	it('are told once when the threshold is reached, and once when it is left', () => {
		expect(follow([3, 10, 12, 10, 9, 9.99, 10])).toEqual([
			'',
			'crossed',
			'',
			'',
			'back',
			'',
			'crossed',
		]);
		expect(follow([3, 2, 1, 2, 3], { operator: 'atMost', value: 2 })).toEqual([
			'',
			'crossed',
			'',
			'',
			'back',
		]);
	});

	it('are not told of what is across from the beginning, unless that is wanted', () => {
		expect(follow([12, 12, 3, 12])).toEqual(['', '', 'back', 'crossed']);
		expect(follow([12, 12, 3], atLeast, true)).toEqual(['crossed', '', 'back']);
		expect(follow([3, 12], atLeast, true)).toEqual(['', 'crossed']);
	});

	it('wait for a value where there was none', () => {
		expect(follow([12, undefined, 12, undefined, 3, undefined, 12])).toEqual([
			'',
			'',
			'',
			'',
			'back',
			'',
			'crossed',
		]);
		expect(follow([undefined, 12, 3])).toEqual(['', '', 'back']);
	});

	it('forget what is no longer watched', () => {
		const { sides } = compareSides({ 7: 1, 8: 0 }, [], {
			ids: [8],
			threshold: atLeast,
			emitExisting: false,
		});
		expect(sides).toEqual({ 8: 0 });
	});
});

describe('statuses', () => {
	const agents = (...rows: Array<[workNo: string, status: unknown, ctiStatus?: unknown]>) =>
		new Map(rows.map(([workNo, status, ctiStatus]) => [workNo, { workNo, status, ctiStatus }]));

	it('are told when they change, with what they were', () => {
		const first = compareStatuses(undefined, agents(['101', '4', 4], ['102', 5]), false);
		expect(first.changes).toEqual([]);
		const known = stored(first.statuses);
		const { changes, statuses } = compareStatuses(
			known,
			agents(['101', '6', '4'], ['102', 5]),
			false,
		);
		expect(changes).toEqual([
			{
				record: { workNo: '101', status: '6', ctiStatus: '4' },
				changedFields: ['status'],
				previous: { status: '4', ctiStatus: '4' },
			},
		]);
		expect(compareStatuses(stored(statuses), agents(['101', 6, 4]), false).changes).toEqual([]);
	});

	it('are held to be as they were of an agent that is missing', () => {
		const { statuses: known } = compareStatuses(undefined, agents(['101', 4], ['102', 4]), false);
		const { statuses, changes } = compareStatuses(known, agents(['101', 4]), false);
		expect(changes).toEqual([]);
		expect(statuses).toBe(known);
		expect(compareStatuses(statuses, agents(['102', 5]), false).changes).toHaveLength(1);
	});

	it('give a new agent only when that is wanted', () => {
		const { statuses: known } = compareStatuses(undefined, agents(['101', 4]), false);
		const more = agents(['101', 4], ['102', 4]);
		expect(compareStatuses(known, more, false).changes).toEqual([]);
		expect(compareStatuses(known, more, true).changes).toEqual([
			{ record: more.get('102'), changedFields: [], previous: null },
		]);
	});
});

describe('calls', () => {
	const call = (callId: string, fields: Record<string, unknown>): Record<string, unknown> => ({
		callId,
		...fields,
	});
	const over = (callId: string, at: number) =>
		call(callId, { logDate: at, waitBegin: at - MINUTE, callBegin: at - 50, callEnd: at });
	const idsOf = (calls: Array<{ id: string }>) => calls.map(({ id }) => id);
	const look = (now: number, lookback = 2 * HOUR) => ({ now, lookback });

	const finishedNow = (records: Array<Record<string, unknown>>, now = NOW) =>
		finishedCalls(records, look(now));

	it('are over when they have an end, or when nobody answered them and they left', () => {
		const ended = finishedNow([
			over('answered', NOW),
			call('talking', { waitBegin: NOW, callBegin: NOW, callEnd: 0, leaveReason: 0 }),
			call('waiting', { waitBegin: NOW, callBegin: null, callEnd: null, leaveReason: null }),
			call('lost', { waitBegin: NOW - 1, callBegin: 0, callEnd: 0, leaveReason: 89 }),
		]);
		expect(idsOf(ended)).toEqual(['lost', 'answered']);
	});

	it('are over when they began before the lookback, and when they have no time at all', () => {
		const endless = call('endless', { waitBegin: NOW, callBegin: NOW + MINUTE, callEnd: 0 });
		expect(finishedCalls([endless], look(NOW + 2 * HOUR - 1))).toEqual([]);
		expect(idsOf(finishedCalls([endless], look(NOW + 2 * HOUR)))).toEqual(['endless']);
		expect(idsOf(finishedCalls([endless], look(NOW + 12 * HOUR, 48 * HOUR)))).toEqual(['endless']);
		expect(idsOf(finishedNow([call('timeless', { callEnd: null })]))).toEqual(['timeless']);
	});

	it('are what their last record says', () => {
		const first = over('1', NOW);
		const last = over('1', NOW + MINUTE);
		const still = call('2', { waitBegin: NOW + 1, callBegin: NOW + 2, callEnd: 0 });
		const calls = finishedNow([still, last, over('2', NOW), first]);
		expect(calls).toEqual([{ id: '1', record: last, time: NOW + MINUTE }]);
	});

	it('are looked for from longer ago than they last, and than clocks differ', () => {
		expect(beginOf(undefined, look(NOW))).toBe(NOW - 2 * HOUR - 15 * MINUTE);
		const known = withGiven(undefined, [], look(NOW));
		expect(beginOf(known, look(NOW + 10 * HOUR))).toBe(NOW - 2 * HOUR - 15 * MINUTE);
	});

	it('are not looked for where it is not known which were given', () => {
		const known = withGiven(undefined, [], look(NOW));
		const longer = look(NOW + MINUTE, 10 * HOUR);
		expect(beginOf(known, longer)).toBe(known.from);
		const later = withGiven(known, finishedNow([over('1', NOW)]), longer);
		expect(later.from).toBe(known.from);
		expect(beginOf(later, look(NOW + MINUTE, HOUR))).toBeGreaterThan(later.from);
	});

	it('are known as long as the service can give them once more', () => {
		let known: GivenCalls | undefined = withGiven(undefined, [], look(NOW));
		let time = NOW;
		for (let number = 1; number <= 100; number++) {
			time += 5 * MINUTE;
			const found = newCalls(known, finishedNow([over(String(number), time - MINUTE)]));
			expect(found).toHaveLength(1);
			known = stored(withGiven(known, found, look(time)));
		}
		const begin = beginOf(known, look(time));
		const visible = Array.from({ length: 100 }, (_, index) =>
			over(String(index + 1), NOW + (index + 1) * 5 * MINUTE - MINUTE),
		).filter(({ logDate }) => Number(logDate) >= begin);
		expect(visible.length).toBeGreaterThan(20);
		expect(newCalls(known, finishedNow(visible))).toEqual([]);
		expect(known?.given.length).toBeLessThan(40);
	});

	it('take a few bytes each', () => {
		const calls = finishedNow(
			Array.from({ length: 1000 }, (_, index) => over(`${NOW - index}-${100_000 + index}`, NOW)),
		);
		const state = JSON.stringify(withGiven(undefined, calls, look(NOW)));
		expect(Math.ceil(state.length / calls.length)).toBe(24);
	});
});
