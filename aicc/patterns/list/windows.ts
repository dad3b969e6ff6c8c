/** Lists of a span of time that is longer than one query may ask for: read in parts, and joined. */
import type { JsonObject } from '../../base/json';
import { joined } from './rows';

/** Parts that are read side by side at most. */
const WINDOWS_AT_ONCE = 5;

/** A span of time in parts. */
export interface Windows<W> {
	/** The first one comes out first; neighbours may overlap. */
	windows: W[];
	/** Reads the rows of a part. */
	read: (window: W) => Promise<JsonObject[]>;
	/** What makes a row the same row in another part. */
	keyOf: (row: JsonObject) => string;
	/** Whether all rows are wanted; if not the first parts may be enough, and are read first. */
	areAllWanted: boolean;
	/** Whether what has been found is as much as is wanted. */
	isEnough: (rows: JsonObject[]) => boolean;
}

/** The rows of a span of time, each once, in the order of its parts. */
export async function readWindows<W>({
	windows,
	read,
	keyOf,
	areAllWanted,
	isEnough,
}: Windows<W>): Promise<JsonObject[]> {
	const waiting = [...windows];
	let rows: JsonObject[] = [];
	let atOnce = areAllWanted ? WINDOWS_AT_ONCE : 1;
	while (waiting.length > 0 && !isEnough(rows)) {
		const found = await Promise.all(waiting.splice(0, atOnce).map(read));
		rows = joined([rows, ...found], keyOf);
		atOnce = Math.min(2 * atOnce, WINDOWS_AT_ONCE);
	}
	return rows;
}
