import { isObject, parseJson, type JsonObject } from '../../aicc/base/json';

/** What the platform pushed, or what is wrong with the body of a request. */
export type Push =
	| {
			results: JsonObject[];
			/** Entries that are none, in words: `entry 2 is null`. */
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

/**
 * Reads a body as it came: n8n's own reading goes by the content type, which the vendor does not
 * document, and loses digits of long ids. Entries that are no objects do not spoil the others: the
 * platform would push all of them again, and in the end none.
 */
export function readPush(body: Uint8Array | undefined): Push {
	const text = new TextDecoder().decode(body).trim();
	if (text === '') return { fault: 'The body is empty' };
	const entries: unknown = parseJson(text);
	if (entries === undefined) return { fault: 'The body is not JSON' };
	if (!Array.isArray(entries)) return { fault: 'The body is not an array' };
	const results = entries.filter(isObject);
	if (entries.length > 0 && results.length === 0) {
		return { fault: 'Entry 1 of the array is not an object' };
	}
	const strays = entries.flatMap((entry: unknown, index) =>
		isObject(entry) ? [] : [`entry ${index + 1} is ${kindOf(entry)}`],
	);
	return { results, strays };
}
