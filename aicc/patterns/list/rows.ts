/** Which rows of several pages are one row, when the list has grown between the pages. */
import type { JsonObject } from '../../base/json';

/** A row with what makes it the same row on another page. */
export interface Identified {
	key: string;
	row: JsonObject;
}

/** One page as it was answered. A list that only grows is the same whenever its total is. */
export interface ReadPage {
	/** The page, counted from 0, and the place of its first row in the list. */
	index: number;
	start: number;
	/** Rows in the whole list when the page was answered. */
	total: number;
	rows: Identified[];
}

/** Rows with their keys. @param keyOf gives the same key for the same row on another page */
export function identified(rows: JsonObject[], keyOf: (row: JsonObject) => string): Identified[] {
	return rows.map((row) => ({ key: keyOf(row), row }));
}

/** Keys that are on more than one page, as text, one for each time, in order. */
export function repeatedKeys(pages: readonly ReadPage[]): string[] {
	const pagesOfKeys = new Map<string, number[]>();
	for (const { index, rows } of pages) {
		for (const { key } of rows) {
			const found = pagesOfKeys.get(key);
			if (found) found.push(index);
			else pagesOfKeys.set(key, [index]);
		}
	}
	return [...pagesOfKeys]
		.filter(([, indexes]) => new Set(indexes).size > 1)
		.flatMap(([key, indexes]) => indexes.map(() => key))
		.sort();
}

/**
 * The rows of some pages by their places in the list as it was when the reading began.
 *
 * @param shiftAt by how many places the rows had slid when the list had that total
 * @returns undefined when one place would hold two different rows: they have not slid like that
 */
export function placed(
	pages: readonly ReadPage[],
	shiftAt: (total: number) => number,
): JsonObject[] | undefined {
	const places = new Map<number, Identified>();
	for (const { start, total, rows } of pages) {
		const first = start - shiftAt(total);
		for (const [offset, found] of rows.entries()) {
			const known = places.get(first + offset);
			if (known && known.key !== found.key) return undefined;
			if (!known) places.set(first + offset, found);
		}
	}
	return [...places].sort(([one], [other]) => one - other).map(([, { row }]) => row);
}

/** Where a row was seen last. */
interface Track {
	first: number;
	index: number;
	place: number;
	total: number;
	row: JsonObject;
}

/** A row that was, it seems, on one page and then on another one. */
export interface Slide {
	fromPage: number;
	/** Total of the list when it was on the other page. */
	total: number;
}

/** Whether a list that grew by some rows may have moved a row by some places. */
function mayHaveSlid(places: number, growth: number): boolean {
	return places >= 0 && places <= growth;
}

/** The one of two tracks that can slide less far: the other one may still fit what comes. */
function leastReach(one: Track | undefined, other: Track): Track {
	return one && one.place - one.total <= other.place - other.total ? one : other;
}

/** Keys that several rows of one answer have. */
function keysTwiceIn(rows: readonly Identified[]): Set<string> {
	const once = new Set<string>();
	return new Set(rows.flatMap(({ key }) => (once.has(key) ? key : (once.add(key), []))));
}

interface Followed {
	rows: JsonObject[];
	slides: Slide[];
	/** Keys of rows that were in several places though they cannot have slid, and never twice at once. */
	repeated: string[];
}

/**
 * The rows of some pages when nothing is known of where the list grows: two that are alike are one
 * row when it may have slid from the one place to the other. So none comes twice.
 */
export function followed(pages: readonly ReadPage[]): Followed {
	const tracksOfKeys = new Map<string, Track[]>();
	const slides: Slide[] = [];
	const inTime = [...pages].sort(
		(one, other) => one.total - other.total || one.start - other.start,
	);
	for (const { index, start, total, rows } of inTime) {
		for (const [offset, { key, row }] of rows.entries()) {
			const place = start + offset;
			const tracks = tracksOfKeys.get(key) ?? [];
			if (tracks.length === 0) tracksOfKeys.set(key, tracks);
			const own = tracks
				.filter((track) =>
					track.total === total
						? track.place === place && track.index === index
						: mayHaveSlid(place - track.place, total - track.total),
				)
				.reduce<Track | undefined>(leastReach, undefined);
			if (!own) {
				tracks.push({ first: place, index, place, total, row });
				continue;
			}
			if (own.index !== index) slides.push({ fromPage: own.index, total });
			Object.assign(own, { index, place, total });
		}
	}
	const tracks = [...tracksOfKeys.values()].flat().sort((one, other) => one.first - other.first);
	const alike = new Set(pages.flatMap(({ rows }) => [...keysTwiceIn(rows)]));
	const repeated = [...tracksOfKeys]
		.filter(([key, own]) => own.length > 1 && !alike.has(key))
		.map(([key]) => key)
		.sort();
	return { rows: tracks.map(({ row }) => row), slides, repeated };
}

/**
 * Rows of some pages of which it is certain that they are different ones, wherever the list grows:
 * those with the same total, and of other totals what is there more often.
 */
export function certain(pages: readonly ReadPage[]): JsonObject[] {
	const placesOfTotals = new Map<number, Map<number, Identified>>();
	for (const { start, total, rows } of pages) {
		const places = placesOfTotals.get(total) ?? new Map<number, Identified>();
		placesOfTotals.set(total, places);
		for (const [offset, found] of rows.entries()) places.set(start + offset, found);
	}
	const answers = [...placesOfTotals.values()].map((places) =>
		[...places].map(([place, found]) => ({ place, ...found })),
	);
	return joined(answers, ({ key }) => key)
		.sort((one, other) => one.place - other.place)
		.map(({ row }) => row);
}

/**
 * The rows of several answers that overlap, in the order of the answers: a row that is in two of
 * them is one row, rows that are alike in one of them are several.
 */
export function joined<T>(answers: T[][], keyOf: (row: T) => string): T[] {
	const rows: T[] = [];
	const known = new Map<string, number>();
	for (const answer of answers) {
		const own = new Map<string, number>();
		for (const row of answer) {
			const key = keyOf(row);
			const times = (own.get(key) ?? 0) + 1;
			own.set(key, times);
			if (times <= (known.get(key) ?? 0)) continue;
			known.set(key, times);
			rows.push(row);
		}
	}
	return rows;
}
