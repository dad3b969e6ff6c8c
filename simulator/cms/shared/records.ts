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

/** Every call that is over, kept or not, in the order of `logDate`. */
export function allRecords(platform: Platform): Call[] {
	const { records, now } = centreOf(platform);
	const added = platform.data.addedCalls.filter(({ logDate }) => logDate <= now);
	if (added.length === 0) return records;
	return [...records, ...added].sort((one, other) => one.logDate - other.logDate);
}

/** Calls that are over and kept, in the order of `logDate`. */
export function keptRecords(platform: Platform): Call[] {
	const { begin } = keptSpan(platform);
	return allRecords(platform).filter(({ logDate }) => logDate >= begin);
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
