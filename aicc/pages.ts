/**
 * Reading a list whole while it may change under the reader.
 *
 * Once the first page has told the total, the others are fetched side by side. What was read is
 * whole when it has as many different rows as every page said there are; as long as it has not (the
 * list grew, a row slid to another page, a page came empty too early), the list is read again.
 */
import { AiccError } from './errors';
import type { JsonObject } from './json';

export interface Page {
	rows: JsonObject[];
	/** Rows in the whole list, as this answer says; undefined when it does not. */
	total?: number;
}

export interface PagedList {
	/** What is listed, in the plural, for messages. */
	title: string;
	pageSize: number;
	/** Fetches one page, counted from 0. */
	fetchPage: (index: number) => Promise<Page>;
	/** What makes a row the same row on another page. */
	keyOf: (row: JsonObject) => string;
}

/** How often a list is read before a total that does not fit its rows is an error. */
const MAX_READINGS = 4;

/** Pages that are asked for at once at most; how many are in flight is the gate's business. */
const PAGES_AT_ONCE = 50;

/** The rows of some pages, each row once, in the order of the pages. */
export function uniqueRows(pages: Iterable<JsonObject[]>, keyOf: PagedList['keyOf']): JsonObject[] {
	const rows = new Map<string, JsonObject>();
	for (const page of pages) {
		for (const row of page) {
			const key = keyOf(row);
			if (!rows.has(key)) rows.set(key, row);
		}
	}
	return [...rows.values()];
}

/** The error for a list of which only a part could be read. */
export function incomplete(title: string, read: number, total: number): AiccError {
	return new AiccError('unavailable', `Only ${read} of ${total} ${title} could be read`, {
		description:
			'Nothing is given out, because a part would look like the whole. Run it again; if it stays like this, narrow the query with filters.',
	});
}

/** Without a total the first short page is the last. */
async function readUntilShortPage(list: PagedList, wanted: number, first: Page) {
	const pages = [first.rows];
	let last = first.rows;
	while (last.length >= list.pageSize && uniqueRows(pages, list.keyOf).length < wanted) {
		const before = uniqueRows(pages, list.keyOf).length;
		last = (await list.fetchPage(pages.length)).rows;
		pages.push(last);
		if (uniqueRows(pages, list.keyOf).length === before) break;
	}
	return uniqueRows(pages, list.keyOf);
}

/**
 * One reading of the list, its pages side by side; the total may change under it, the last one told
 * counts. A page without any new row ends it, whatever the total says: it would never be reached.
 */
async function readOnce(list: PagedList, wanted: number, first: Page, total: number) {
	const pages = [first.rows];
	const seen = new Set(first.rows.map(list.keyOf));
	let latestTotal = total;
	let isSteady = true;
	let nextIndex = 1;
	let isOver = false;
	const isNextWanted = () => !isOver && nextIndex * list.pageSize < Math.min(latestTotal, wanted);
	const readOn = async () => {
		while (isNextWanted()) {
			const index = nextIndex++;
			// After a page that could not be read no further one is of use.
			const page = await list.fetchPage(index).catch((error: unknown) => {
				isOver = true;
				throw error;
			});
			pages[index] = page.rows;
			isSteady &&= page.total === undefined || page.total === latestTotal;
			latestTotal = page.total ?? latestTotal;
			const before = seen.size;
			for (const row of page.rows) seen.add(list.keyOf(row));
			if (seen.size === before) isOver = true;
		}
	};
	await Promise.all(Array.from({ length: PAGES_AT_ONCE }, readOn));
	return { rows: uniqueRows(pages.filter(Boolean), list.keyOf), total: latestTotal, isSteady };
}

/**
 * Reads a list page by page.
 *
 * @param wanted how many rows are wanted; Infinity for all
 * @returns at most `wanted` rows, each once, in the order of the service
 * @throws AiccError when the rows never come to the total that the service states
 */
export async function readPages(list: PagedList, wanted: number): Promise<JsonObject[]> {
	let reading = { rows: [] as JsonObject[], total: 0 };
	let fitting: JsonObject[] | undefined;
	for (let count = 0; count < MAX_READINGS; count++) {
		const first = await list.fetchPage(0);
		if (first.total === undefined) {
			return (await readUntilShortPage(list, wanted, first)).slice(0, wanted);
		}
		const { rows, total, isSteady } = await readOnce(list, wanted, first, first.total);
		const isWhole =
			wanted === Infinity ? rows.length === total : rows.length >= Math.min(total, wanted);
		// When the list changed meanwhile, a row too few and one too many may make up the total.
		if (isWhole && isSteady) return rows.slice(0, wanted);
		if (isWhole) fitting = rows;
		reading = { rows, total };
	}
	if (fitting) return fitting.slice(0, wanted);
	if (reading.rows.length < reading.total) {
		throw incomplete(list.title, reading.rows.length, reading.total);
	}
	return reading.rows;
}
