/** Results of calls, over any span of days. Source: vendor page cec_07_0783 (callresult). */
import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { INTERFACES } from './interfaces';
import { listIsales, isalesKey, type IsalesList } from './isalesLists';
import type { JsonObject } from './json';
import { CALL_RESULT_MAX_DAYS, CALL_RESULT_PAGE_SIZE } from './limits';
import type { Ask, PathValues } from './lists';
import { uniqueRows } from './pages';

export interface CallResultQuery {
	sessionId?: string;
	customField?: string;
	/** First and last day, `yyyy-MM-dd`; both or neither. */
	beginTime?: string;
	endTime?: string;
	/** Whether every attempt is wanted, not only the last one of each record. */
	everyAttempt: boolean;
}

/** Fields of a result that are text whatever the service writes. */
export const CALL_RESULT_TEXTS = [
	'campaignId',
	'sessionId',
	'called',
	'failCode',
	'resultCode',
	'callId',
	'customField',
];

function listOf(everyAttempt: boolean): IsalesList {
	const pageSize = CALL_RESULT_PAGE_SIZE[everyAttempt ? 'everyAttempt' : 'final'];
	return {
		interface: INTERFACES.queryCallResults,
		title: 'call results',
		rowsField: 'data',
		totalField: 'totalCount',
		textFields: CALL_RESULT_TEXTS,
		pageSize,
		askFor: (index) => ({ pageNum: index + 1, pageSize, showDetail: everyAttempt ? 1 : 0 }),
	};
}

/** Days from one window's first day to the next one's: within the limit however days are counted. */
const WINDOW_STEP = CALL_RESULT_MAX_DAYS - 1;

/**
 * Spans of days that the service takes, which together make up a longer one. Each begins with the
 * last day of the one before: it is not documented whether a query includes its last day.
 */
export function windowsOf(beginTime: string, endTime: string): Array<[begin: string, end: string]> {
	const last = DateTime.fromISO(endTime, { zone: 'utc' });
	const windows: Array<[string, string]> = [];
	let begin = DateTime.fromISO(beginTime, { zone: 'utc' });
	do {
		const end = DateTime.min(begin.plus({ days: WINDOW_STEP }), last) as DateTime<true>;
		windows.push([begin.toISODate() ?? '', end.toISODate()]);
		begin = end;
	} while (begin < last);
	return windows;
}

/**
 * The results of a campaign's calls, each once, the oldest window first.
 *
 * @param path `campaignId`, and `vdnId` if it is not the credential's
 * @param wanted how many; Infinity for all
 */
export async function listCallResults(
	ask: Ask,
	path: PathValues,
	{ everyAttempt, beginTime, endTime, ...others }: CallResultQuery,
	wanted: number,
): Promise<JsonObject[]> {
	const list = listOf(everyAttempt);
	const windows: IDataObject[] =
		beginTime !== undefined && endTime !== undefined
			? windowsOf(beginTime, endTime).map(([begin, end]) => ({ beginTime: begin, endTime: end }))
			: [{}];
	let rows: JsonObject[] = [];
	for (const window of windows) {
		if (rows.length >= wanted) break;
		const found = await listIsales(ask, list, path, wanted, { ...others, ...window });
		rows = uniqueRows([rows, found], (row) => isalesKey(list, row));
	}
	return rows.slice(0, wanted);
}
