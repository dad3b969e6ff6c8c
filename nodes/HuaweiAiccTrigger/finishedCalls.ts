/** Which calls of CC-CMS are over. */
import { asText, type JsonObject } from '../../aicc/base/json';
import { fingerprint } from './content';
import type { FinishedCall, Look } from './givenCalls';

const TIMES = ['logDate', 'waitBegin', 'ackBegin', 'callBegin', 'callEnd'];

/** No call lasts longer; and CC-CMS has a record for a day at least. */
const LONGEST_CALL = 12 * 60 * 60 * 1000;

/** Whether a field has a number above 0; whatever else a centre writes there is none. */
function isPositive(value: unknown): value is number {
	return typeof value === 'number' && value > 0;
}

/** The times in the record of a call, in epoch milliseconds. */
function timesIn(record: JsonObject): number[] {
	return TIMES.map((name) => record[name]).filter(isPositive);
}

/** The last time in the record of a call, in epoch milliseconds; undefined when it has none. */
function lastTime(record: JsonObject): number | undefined {
	const times = timesIn(record);
	return times.length > 0 ? Math.max(...times) : undefined;
}

/**
 * Whether a call is over. One that was answered has its end then; one that nobody answered may have
 * none, but a reason why it left. A record without that field says nothing against it.
 */
function hasEnded({ callBegin, callEnd, leaveReason }: JsonObject): boolean {
	if (callEnd === undefined || isPositive(callEnd)) return true;
	return !isPositive(callBegin) && isPositive(leaveReason);
}

/**
 * Whether a call may go on, since it began within the lookback. Counted from its first time, because
 * it may be this one by which the service finds it: so the poll that holds it to be over finds it still.
 */
function mayGoOn(record: JsonObject, { now, lookback }: Look): boolean {
	const times = timesIn(record);
	return times.length > 0 && Math.min(...times) > now - Math.min(lookback, LONGEST_CALL);
}

/**
 * The calls of some records that are over, the one that ended first at the beginning. One whose record
 * never gets an end is over when it is older than the lookback, and one without any time at once.
 */
export function finishedCalls(records: JsonObject[], look: Look): FinishedCall[] {
	const byTime = records
		.map((record) => ({ record, time: lastTime(record) ?? 0 }))
		.sort((one, other) => one.time - other.time);
	const last = new Map<string, JsonObject>();
	for (const { record } of byTime) {
		const id = asText(record.callId) || fingerprint(record);
		last.delete(id);
		last.set(id, record);
	}
	return [...last]
		.filter(([, record]) => hasEnded(record) || !mayGoOn(record, look))
		.map(([id, record]) => ({ id, record, time: lastTime(record) }));
}
