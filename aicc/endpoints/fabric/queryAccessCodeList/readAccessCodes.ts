/**
 * Every access code of a tenant, although one query reaches 200 rows at most.
 *
 * A query gives up to 100 rows from an `offset` of at most 100. When there are more, it is split:
 * first by media type, then by characters that the access code contains, longer and longer ones,
 * until every part can be read whole or every code has been seen. Parts may overlap; each code is
 * given once, and codes that are alike as often as one query finds them. What is whole is known from
 * the totals that the service states: when it has grown meanwhile, the query is split once more.
 */
import { AiccError } from '../../../base/errors';
import type { JsonObject } from '../../../base/json';
import type { Page, PagedList } from '../../../patterns/list/page';
import { incomplete, readPages } from '../../../patterns/list/pages';
import { queryAccessCodeList } from '../queryAccessCodeList';
import { accessCodeKey, Collection, type AccessCodeFilters } from './collection';

/** Fetches the rows of one query from an offset on, at most a full page or so many. */
export type FetchAccessCodes = (
	filters: AccessCodeFilters,
	offset: number,
	limit?: number,
) => Promise<Page>;

const { list, limits } = queryAccessCodeList;

const PAGE_SIZE = list.page.max;

/** Rows of one query that can be reached. */
const REACHABLE = list.page.maxOffset + PAGE_SIZE;

/** Longest access code. Source: vendor page createCalledRoute, `accessCode`. */
const MAX_LENGTH = 32;

/** Characters that access codes are made of, the usual ones first. */
const CHARACTERS = [...'0123456789*#+-'];

/** Parts that are asked for before it is checked whether anything is still missing. */
const PARTS_AT_ONCE = 10;

/** How often a query is split before codes that are still missing are an error. */
const MAX_SPLITS = 4;

/** Thrown for a page that no query reaches. */
class OutOfReach extends Error {}

function listOf(fetch: FetchAccessCodes, filters: AccessCodeFilters, first?: Page): PagedList {
	let known = first;
	return {
		title: list.title,
		pageSize: PAGE_SIZE,
		keyOf: accessCodeKey,
		fetchPage: async (index, pageSize) => {
			const page = index === 0 ? known : undefined;
			if (page) {
				known = undefined;
				return page;
			}
			const offset = index * pageSize;
			if (offset > list.page.maxOffset) throw new OutOfReach();
			return await fetch(filters, offset, pageSize);
		},
	};
}

/** @returns undefined when the query has, or by now has, more rows than can be reached */
async function readReachable(
	fetch: FetchAccessCodes,
	filters: AccessCodeFilters,
	wanted: number,
	first: Page,
): Promise<JsonObject[] | undefined> {
	// A short page with a great total is no reason to split: the total does not fit.
	const isFull = first.rows.length >= PAGE_SIZE;
	if (isFull && Math.min(first.total ?? 0, wanted) > REACHABLE) return undefined;
	return await readPages(listOf(fetch, filters, first), wanted).catch((error: unknown) => {
		if (error instanceof OutOfReach) return undefined;
		throw error;
	});
}

/** Reads a part as far as it can be reached. @returns whether that was all of it */
async function readPart(
	fetch: FetchAccessCodes,
	filters: AccessCodeFilters,
	collection: Collection,
): Promise<boolean> {
	const first = await fetch(filters, 0);
	collection.add(first.rows);
	const rows = await readReachable(fetch, filters, Infinity, first);
	if (rows) collection.add(rows);
	return rows !== undefined || collection.count(filters) >= (first.total ?? Infinity);
}

/** Narrower queries that together find every code that a query finds, longer than its text. */
function narrower(filters: AccessCodeFilters): AccessCodeFilters[] {
	const part = filters.accessCode ?? '';
	if (part.length >= MAX_LENGTH) return [];
	const longer = new Set(CHARACTERS.flatMap((character) => [part + character, character + part]));
	return [...longer].map((accessCode) => ({ ...filters, accessCode }));
}

/** Whether a query finds nothing that another one does not find. */
function isWithin(filters: AccessCodeFilters, other: AccessCodeFilters): boolean {
	const { accessCode = '', mediatypeId } = filters;
	return mediatypeId === other.mediatypeId && accessCode.includes(other.accessCode ?? '');
}

/** Splits queries by part of the access code until everything is found or nothing splits. */
async function splitByCode(
	fetch: FetchAccessCodes,
	queries: AccessCodeFilters[],
	collection: Collection,
): Promise<void> {
	const asked = new Set<string>();
	const whole: AccessCodeFilters[] = [];
	let level = queries;
	while (level.length > 0 && !collection.isComplete) {
		const candidates = level.flatMap(narrower).filter((filters) => {
			const key = JSON.stringify([filters.mediatypeId, filters.accessCode]);
			// What matches a longer text matches each part of it, and such a part was read whole.
			const isRead = asked.has(key) || whole.some((part) => isWithin(filters, part));
			return isRead ? false : asked.add(key);
		});
		level = [];
		for (let at = 0; at < candidates.length && !collection.isComplete; at += PARTS_AT_ONCE) {
			const parts = candidates.slice(at, at + PARTS_AT_ONCE);
			const isWhole = await Promise.all(
				parts.map(async (filters) => await readPart(fetch, filters, collection)),
			);
			level.push(...parts.filter((_, index) => !isWhole[index]));
			whole.push(...parts.filter((_, index) => isWhole[index]));
		}
	}
}

function unknownRest(): AiccError {
	return new AiccError(
		'unavailable',
		`More than ${REACHABLE} ${list.title} may match, and the service does not say how many`,
		{
			description: `Only ${REACHABLE} can be reached in one query. Narrow it with filters so that fewer match; a trigger has none, and cannot watch so many.`,
		},
	);
}

/** Splits a query that has more rows than can be reached until every one has been found. */
async function split(
	fetch: FetchAccessCodes,
	filters: AccessCodeFilters,
	collection: Collection,
): Promise<void> {
	const mediaTypes = filters.mediatypeId === undefined ? limits.mediatypeId.values : [];
	const byMediaType = mediaTypes.map((mediatypeId) => ({ ...filters, mediatypeId }));
	const isWhole = await Promise.all(
		byMediaType.map(async (part) => await readPart(fetch, part, collection)),
	);
	// All media types at once: that takes fewest requests, and some cannot be asked for.
	await splitByCode(fetch, [filters], collection);
	// More codes with the same text than can be reached are left: each media type by itself.
	await splitByCode(
		fetch,
		byMediaType.filter((_, index) => !isWhole[index]),
		collection,
	);
}

/**
 * Reads access codes.
 *
 * @param wanted how many; Infinity for all
 * @returns at most `wanted` codes, as the head of `pages.ts` promises
 * @throws AiccError when there are more than can be reached and no filter splits what is left
 */
export async function readAccessCodes(
	fetch: FetchAccessCodes,
	filters: AccessCodeFilters,
	wanted: number,
): Promise<JsonObject[]> {
	const first = await fetch(filters, 0);
	const rows = await readReachable(fetch, filters, wanted, first);
	if (rows) return rows;
	if (first.total === undefined) throw unknownRest();

	const collection = new Collection(Math.min(first.total, wanted));
	collection.add((await readReachable(fetch, filters, REACHABLE, first)) ?? first.rows);
	for (let count = 1; ; count++) {
		await split(fetch, filters, collection);
		if (collection.size >= wanted) return collection.all.slice(0, wanted);
		// What was added meanwhile counts as found, so that others may be missing.
		const latest = await fetch(filters, 0);
		collection.add(latest.rows);
		const total = latest.total ?? collection.target;
		const hasGrown = total > collection.target;
		collection.target = Math.min(total, wanted);
		if (collection.isComplete) return collection.all.slice(0, wanted);
		if (!hasGrown || count === MAX_SPLITS) {
			throw incomplete(list.title, collection.size, total);
		}
	}
}
