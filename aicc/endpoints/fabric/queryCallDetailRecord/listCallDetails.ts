/** Call detail records over any span of time. Source: vendor page cec_07_1305. */
import type { JsonObject } from '../../../base/json';
import { readList, rowKey } from '../../../patterns/list/list';
import { readWindows } from '../../../patterns/list/windows';
import type { SendRequest } from '../../../patterns/sendRequest';
import { queryCallDetailRecord } from '../queryCallDetailRecord';

/** Which calls are wanted, by the fields of vendor page cec_07_1305. */
export interface CallDetailQuery {
	/** First and last moment, in epoch milliseconds. */
	begin: number;
	end: number;
	/** Calling number. */
	caller?: string;
	/** One of `TASK_TYPES`. */
	taskType?: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The longest span of one query, in milliseconds. Source: same page. */
const MAX_SPAN = 7 * DAY_MS;

/**
 * Spans that the service takes, which together make up a longer one. Each begins at the moment when
 * the one before ends: it is not documented whether a query includes its ends.
 */
function windowsOf(begin: number, end: number): Array<[begin: number, end: number]> {
	const count = Math.max(1, Math.ceil((end - begin) / MAX_SPAN));
	return Array.from({ length: count }, (_, index) => [
		begin + index * MAX_SPAN,
		Math.min(begin + (index + 1) * MAX_SPAN, end),
	]);
}

/**
 * The calls of a span, each once, the oldest part of the span first. Nothing is asked for that is
 * later than a day from now: no call can be, however clocks differ.
 *
 * @param now epoch milliseconds
 * @param wanted how many; Infinity for all
 */
export async function listCallDetails(
	ask: SendRequest,
	{ begin, end, ...filters }: CallDetailQuery,
	now: number,
	wanted: number,
): Promise<JsonObject[]> {
	const endpoint = queryCallDetailRecord;
	const last = now + DAY_MS;
	if (begin > last) return [];
	const rows = await readWindows({
		windows: windowsOf(begin, Math.min(end, last)),
		read: async ([startTime, endTime]) => {
			const span = { startTime: String(startTime), endTime: String(endTime) };
			return await readList(ask, endpoint, { filters: { ...span, ...filters } }, wanted);
		},
		keyOf: (row) => rowKey(endpoint.list, row),
		areAllWanted: wanted === Infinity,
		isEnough: (found) => found.length >= wanted,
	});
	return rows.slice(0, wanted);
}
