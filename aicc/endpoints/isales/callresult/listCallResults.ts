/** Results of calls, over any span of days. Source: vendor page cec_07_0783 (callresult). */
import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { asText, type JsonObject } from '../../../base/json';
import { fetchPage, readList, rowKey, type ListEndpoint } from '../../../patterns/list/list';
import { pageNumber } from '../../../patterns/list/paging';
import { readWindows } from '../../../patterns/list/windows';
import type { PathValues, SendRequest } from '../../../patterns/sendRequest';
import { callresult } from '../callresult';

/** Which results are wanted. Days and times are text by the clock of the tenant. */
export interface CallResultQuery {
	sessionId?: string;
	customField?: string;
	/** First and last day, `yyyy-MM-dd`; both or neither. */
	beginTime?: string;
	endTime?: string;
	/** Whether every attempt is wanted, not only the last one of each record. */
	everyAttempt: boolean;
	/**
	 * First and last moment, `yyyy-MM-dd HH:mm:ss` by the tenant's clock. The service looks at days
	 * only, so rows outside are left out here; those without a time stay.
	 */
	from?: string;
	to?: string;
	/** The day that it is by the tenant's clock, `yyyy-MM-dd`: no call is later. */
	today?: string;
}

/** Most days of one query. Source: same page. */
const MAX_DAYS = 30;

/** Rows on a page at most when every attempt is listed. Source: same page. */
const ATTEMPTS_ON_A_PAGE = 100;

/** The same list with every attempt. */
const withAttempts = {
	...callresult,
	list: { ...callresult.list, page: pageNumber(ATTEMPTS_ON_A_PAGE) },
};

/** With more windows than this it is looked whether all results of the campaign are fewer. */
const MANY_WINDOWS = 12;

/** Later than every time in text. */
const LAST = '9999-12-31 23:59:59';

/** Days from one window's first day to the next one's: within the limit however days are counted. */
const WINDOW_STEP = MAX_DAYS - 1;

/**
 * Spans of days that the service takes, which together make up a longer one. Each begins with the
 * last day of the one before: it is not documented whether a query includes its last day.
 */
function windowsOf(beginTime: string, endTime: string): Array<[begin: string, end: string]> {
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

/** How many windows a span has. */
function windowCount(begin: string, end: string): number {
	const first = DateTime.fromISO(begin, { zone: 'utc' });
	const last = DateTime.fromISO(end, { zone: 'utc' });
	return Math.ceil(last.diff(first, 'days').days / WINDOW_STEP);
}

/** The day after; a moment may be on it by another clock. */
function dayAfter(day: string): string {
	return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toISODate() ?? day;
}

/** Whether a row is of the days and moments that are asked for; one without a time is. */
function isWithin(row: JsonObject, from: string, to: string): boolean {
	const time = asText(row.callTimeStr) ?? '';
	return !/^\d{4}-\d\d-\d\d/.test(time) || (time >= from && time <= to);
}

/** What is asked for, and of which days. */
interface Span {
	ask: SendRequest;
	endpoint: ListEndpoint;
	path: PathValues;
	filters: IDataObject;
	begin: string;
	end: string;
}

/**
 * The results of a span, in windows, the oldest first. Neighbouring windows share a day.
 *
 * @param isEnough whether what has been found is as much as is wanted
 * @param wanted how many of each window
 */
async function readSpan(
	{ ask, endpoint, path, filters, begin, end }: Span,
	wanted: number,
	isEnough: (rows: JsonObject[]) => boolean,
): Promise<JsonObject[]> {
	return await readWindows({
		windows: windowsOf(begin, end),
		read: async ([beginTime, endTime]) => {
			const query = { path, filters: { ...filters, beginTime, endTime } };
			return await readList(ask, endpoint, query, wanted);
		},
		keyOf: (row) => rowKey(endpoint.list, row),
		areAllWanted: wanted === Infinity,
		isEnough,
	});
}

/** The results of a far span, from all results of the campaign when these are fewer requests. */
async function readFarSpan(span: Span): Promise<JsonObject[] | undefined> {
	const { ask, endpoint, path, filters, begin, end } = span;
	const { total = Infinity } = await fetchPage(ask, endpoint, { path, filters }, 0);
	if (total / endpoint.list.page.max > windowCount(begin, end)) return undefined;
	const rows = await readList(ask, endpoint, { path, filters }, Infinity);
	const timeOf = (row: JsonObject) => asText(row.callTimeStr) ?? '';
	return rows
		.filter((row) => isWithin(row, begin, dayAfter(end)))
		.sort((one, other) => timeOf(one).localeCompare(timeOf(other)));
}

/**
 * The results of a campaign's calls, each once, the oldest window first. Far spans take as few
 * requests as possible: nothing is asked for after today (and a day more, as clocks differ), and
 * if all results of the campaign are fewer pages than the span has windows, these are read.
 *
 * @param path `campaignId`, and `vdnId` if it is not the credential's
 * @param wanted how many; Infinity for all
 */
export async function listCallResults(
	ask: SendRequest,
	path: PathValues,
	{ everyAttempt, beginTime, endTime, from = '', to = LAST, today, ...own }: CallResultQuery,
	wanted: number,
): Promise<JsonObject[]> {
	const endpoint = everyAttempt ? withAttempts : callresult;
	const filters = { ...own, showDetail: Number(everyAttempt) };
	const isMeant = (row: JsonObject) => isWithin(row, from, to);
	// What is left out here must not be counted there.
	const isCounted = from === '' && to === LAST;
	const wantedThere = isCounted ? wanted : Infinity;
	if (beginTime === undefined || endTime === undefined) {
		const rows = await readList(ask, endpoint, { path, filters }, wantedThere);
		return rows.filter(isMeant).slice(0, wanted);
	}
	const last = today === undefined ? LAST : dayAfter(today);
	if (beginTime > last) return [];
	const span = {
		ask,
		endpoint,
		path,
		filters,
		begin: beginTime,
		end: endTime < last ? endTime : last,
	};
	const isFar = windowCount(span.begin, span.end) > MANY_WINDOWS;
	const rows =
		(isFar ? await readFarSpan(span) : undefined) ??
		(await readSpan(span, wantedThere, (found) => found.filter(isMeant).length >= wanted));
	return rows.filter(isMeant).slice(0, wanted);
}
