import { isObject, parseJson, type JsonObject } from '../../aicc/json';

/** What the platform pushed, or what is wrong with the body of a request. */
export type Push =
	| { results: JsonObject[]; fault?: undefined }
	| { results?: undefined; fault: string };

/**
 * Reads a body as it came: n8n's own reading goes by the content type, which the vendor does not
 * document, and loses digits of long ids.
 */
export function readPush(body: Uint8Array | undefined): Push {
	const text = new TextDecoder().decode(body).trim();
	if (text === '') return { fault: 'The body is empty' };
	const entries = parseJson(text);
	if (entries === undefined) return { fault: 'The body is not JSON' };
	if (!Array.isArray(entries)) return { fault: 'The body is not an array' };
	const stray = entries.findIndex((entry) => !isObject(entry));
	if (stray >= 0) return { fault: `Entry ${stray + 1} of the array is not an object` };
	return { results: entries };
}
