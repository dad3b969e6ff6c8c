/** Records of calls: of the day before and of today, in the time zone of the tenant. */
import type { DataMakers } from '../../core/data';
import type { Platform } from '../../core/platform';
import { lastPart, timesOf, type Call } from './calls';
import { centreOf } from './centre';
import { midnight } from './days';
import { makePastCalls } from './knownCalls';

declare module '../../core/data' {
	interface SimulatorData {
		/** Calls that are over and that the centre did not have; tests add theirs. */
		addedCalls: Call[];
	}
}

export const addedCalls: DataMakers = { addedCalls: makePastCalls };

/** First and last moment of what is kept, in epoch milliseconds. */
export function keptSpan(platform: Platform): { begin: number; end: number } {
	const { now } = centreOf(platform);
	const { timeZone } = platform.options;
	return { begin: midnight(now, timeZone, -1), end: midnight(now, timeZone, 1) - 1 };
}

/** The calls of each history with those that were added, as long as no further one comes. */
const ordered = new WeakMap<Call[], { added: Call[]; calls: Call[] }>();

/** The records of a centre and the calls that were added to them, in the order of `logDate`. */
function inOrder(records: Call[], added: Call[]): Call[] {
	const known = ordered.get(records);
	const count = records.length + added.length;
	if (known?.added === added && known.calls.length === count) return known.calls;
	const calls = [...records, ...added].sort((one, other) => one.logDate - other.logDate);
	ordered.set(records, { added, calls });
	return calls;
}

/** Every call that is over, kept or not, in the order of `logDate`. */
export function allRecords(platform: Platform): Call[] {
	const { records, now } = centreOf(platform);
	const { addedCalls } = platform.data;
	if (addedCalls.length === 0) return records;
	const calls = inOrder(records, addedCalls);
	const toCome = calls.findIndex(({ logDate }) => logDate > now);
	return toCome === -1 ? calls : calls.slice(0, toCome);
}

/** Calls that are over and kept, in the order of `logDate`. */
export function keptRecords(platform: Platform): Call[] {
	const { begin } = keptSpan(platform);
	const calls = allRecords(platform);
	const first = calls.findIndex(({ logDate }) => logDate >= begin);
	return first === -1 ? [] : calls.slice(first);
}

/** Calls in progress. */
export function liveCalls(platform: Platform): Call[] {
	return [...centreOf(platform).live.values()];
}

/** Whole seconds between two times; 0 when one of them did not come. */
export function seconds(from: number, to: number): number {
	return from > 0 && to > from ? Math.round((to - from) / 1000) : 0;
}

/** How long a call took at its stations, in whole seconds. */
export function durationsOf(call: Call): {
	ivr: number;
	waited: number;
	rang: number;
	talked: number;
} {
	const { waitBegin, ackBegin, callBegin, callEnd } = timesOf(call);
	return {
		ivr: call.isCallIn ? seconds(call.begin, waitBegin > call.begin ? waitBegin : callEnd) : 0,
		waited: seconds(waitBegin, ackBegin || callEnd),
		rang: seconds(ackBegin, callBegin || callEnd),
		talked: seconds(callBegin, callEnd),
	};
}

/** Why a call ended. */
export function releaseCause(call: Call): number {
	return lastPart(call).leaveReason;
}
