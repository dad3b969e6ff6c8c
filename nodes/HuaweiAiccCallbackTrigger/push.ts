import { isObject, parseJson, type JsonObject } from '../../aicc/base/json';

/** What the platform pushed, or what is wrong with the body of a request. */
export type Push =
	| {
			entries: JsonObject[];
			/** Those that are none, in words: `entry 2 is null`. */
			strays: string[];
			fault?: undefined;
	  }
	| { fault: string };

/** What an entry is that should be an object. */
function kindOf(entry: unknown): string {
	if (Array.isArray(entry)) return 'a list';
	if (typeof entry === 'string') return 'a text';
	return typeof entry === 'number' ? 'a number' : String(entry);
}

/** JSON as it came: n8n's own reading loses digits of long ids. */
function read(text: string): { value: unknown } | { fault: string } {
	if (text === '') return { fault: 'The body is empty' };
	const value = parseJson(text);
	return value === undefined ? { fault: 'The body is not JSON' } : { value };
}

/**
 * Reads a body that should be a list. Entries that are no objects do not spoil the others: the
 * platform would push all of them again, and in the end none.
 *
 * @param text without white space around it
 */
export function readList(text: string): Push {
	const body = read(text);
	if ('fault' in body) return body;
	const list = body.value;
	if (!Array.isArray(list)) return { fault: 'The body is not an array' };
	const entries = list.filter(isObject);
	if (list.length > 0 && entries.length === 0) {
		return { fault: 'Entry 1 of the array is not an object' };
	}
	const strays = list.flatMap((entry: unknown, index) =>
		isObject(entry) ? [] : [`entry ${index + 1} is ${kindOf(entry)}`],
	);
	return { entries, strays };
}

/** Reads a body that should be one object. @param text without white space around it */
export function readObject(text: string): Push {
	const body = read(text);
	if ('fault' in body) return body;
	return isObject(body.value)
		? { entries: [body.value], strays: [] }
		: { fault: 'The body is not an object' };
}
