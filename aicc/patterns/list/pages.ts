/**
 * Reading a list whole while it may change under the reader.
 *
 * What a list promises:
 * - Every row that is there from the beginning of the reading to its end comes out, once. Rows that
 *   are alike in everything each come out. Rows that come meanwhile may be there or not.
 * - With a limit it ends as soon as that many rows are there.
 * - A part is never given out as the whole: there is an error with both counts instead.
 * - A list that grows is read once, whether it grows at its beginning, at its end or between; only
 *   what may have slid past the reader is asked for again (see `Unread`). A list that shrinks is
 *   read anew, as is one with a page that does not fit its total.
 * - A list that stands still takes one request for each page. One without a total, of which nobody
 *   knows how many rows a page can have, takes one more when its first page is not full. When the
 *   service gives fewer rows on a page than it is asked for, it is asked for as many as it gives.
 *
 * Two things cannot be seen in what the service answers. A row that is removed and another that is
 * added between two pages leave the total as it is. And in a list that grows at both ends, two rows
 * that are alike on two pages may be one that has slid: then one of them comes out.
 */
import { AiccError } from '../../base/errors';
import type { JsonObject } from '../../base/json';
import type { Page, PagedList } from './page';
import { Reading } from './reading';
import { joined } from './rows';

/** How often a list is read before one that shrinks, or does not fit its total, is an error. */
const MAX_READINGS = 4;

/**
 * Pages that are asked for at once when a reading begins; one more for each that comes as it should.
 * After a reading that was in vain one at first, so that a total that is wrong costs little.
 */
const FIRST_PAGES_AT_ONCE = { first: 10, again: 1 } as const;

/** The error for a list of which only a part could be read. */
export function incomplete(title: string, read: number, total: number): AiccError {
	return new AiccError('unavailable', `Only ${read} of ${total} ${title} could be read`, {
		description:
			'Nothing is given out, because a part would look like the whole. Run it again; if it stays like this, narrow the query if it has filters, or ask the platform.',
	});
}

/**
 * Without a total, or with one that is too low, the first short page is the last. One that repeats
 * another one is no page. Where nobody knows how many rows a page can have, it is as many as the first
 * one has, if these are fewer than it was asked for.
 */
async function readUntilShortPage(asked: PagedList, wanted: number, first: Page) {
	const given = asked.isSizeUnknown ? first.rows.length : 0;
	const list = { ...asked, pageSize: Math.min(asked.pageSize, given || Infinity) };
	const pages = [first.rows];
	const seen = new Set([pageText(list, first.rows)]);
	let last = first.rows;
	while (last.length >= list.pageSize && joined(pages, list.keyOf).length < wanted) {
		last = (await list.fetchPage(pages.length, list.pageSize)).rows;
		const text = pageText(list, last);
		if (seen.has(text)) break;
		seen.add(text);
		pages.push(last);
	}
	const rows = joined(pages, list.keyOf);
	const { total = 0 } = first;
	if (rows.length < Math.min(wanted, total)) throw incomplete(list.title, rows.length, total);
	return rows.slice(0, wanted);
}

function pageText(list: PagedList, rows: JsonObject[]): string {
	return JSON.stringify(rows.map(list.keyOf));
}

/** The list in the pages that the service gives, when these are smaller than it is asked for. */
async function inPagesGiven(list: PagedList, { rows, total = 0 }: Page): Promise<PagedList> {
	const { length } = rows;
	if (length === 0 || length >= Math.min(list.pageSize, total)) return list;
	const next = await list.fetchPage(1, length);
	return next.rows.length > 0 ? { ...list, pageSize: length } : list;
}

/**
 * Reads a list page by page.
 *
 * @param wanted how many rows are wanted; Infinity for all
 * @returns at most `wanted` rows in the order of the service, as the head of this file promises
 * @throws AiccError when only a part of the rows could be read
 */
export async function readPages(asked: PagedList, wanted: number): Promise<JsonObject[]> {
	let list = asked;
	let repeatedBefore: string | undefined;
	/** In how many readings, one after the other, the same rows were there twice. */
	let timesAlike = 0;
	const areTwice = async (reading: Reading) => {
		if (!list.isKeyId) return true;
		return reading.isSteady ? await reading.isSettled() : timesAlike === MAX_READINGS;
	};
	/** Rows of readings in which some were there twice, each once. */
	let doubtful = { total: 0, distinct: new Map<string, JsonObject>() };
	for (let count = 1; ; count++) {
		const first = await list.fetchPage(0, list.pageSize);
		const { total } = first;
		if (first.rows.length >= wanted) return first.rows.slice(0, wanted);
		if (total === undefined) return await readUntilShortPage(list, wanted, first);
		if (count === 1) list = await inPagesGiven(list, first);
		const atOnce = FIRST_PAGES_AT_ONCE[count === 1 ? 'first' : 'again'];
		const reading = new Reading(list, wanted, { ...first, total }, atOnce);
		const rows = await reading.finish();
		if (reading.isTotalTooLow) return await readUntilShortPage(list, wanted, first);
		// Rows that are alike on two pages, or one that slid unseen.
		const repeated = reading.repeated.join();
		timesAlike = repeated === repeatedBefore ? timesAlike + 1 : 1;
		const isSure = repeated === '' || (timesAlike > 1 && (await areTwice(reading)));
		const areOthers = !isSure && (list.isKeyId === true || Boolean(repeatedBefore));
		repeatedBefore = repeated;
		if (rows && isSure) {
			if (rows.length >= Math.min(wanted, total)) return rows.slice(0, wanted);
			// Of rows that are alike some were taken for one that slid.
			return (await readPages(asked, Infinity)).slice(0, wanted);
		}
		if (rows) {
			// Of a list that is smaller now, rows are gone.
			if (doubtful.total > total) doubtful = { total, distinct: new Map() };
			const { distinct } = doubtful;
			do {
				for (const [key, row] of reading.byKey) distinct.set(key, row);
				// The service has rows of the same time, say, in no certain order.
				const isWhole = areOthers && distinct.size >= Math.min(wanted, reading.total);
				if (isWhole) return [...distinct.values()].slice(0, wanted);
			} while (areOthers && (await reading.lookAtEnd()));
			doubtful.total = reading.total;
			if (count === MAX_READINGS) throw incomplete(list.title, distinct.size, reading.total);
		}
		if (count === MAX_READINGS || reading.isHopeless) {
			throw incomplete(list.title, reading.seen, reading.total);
		}
	}
}
