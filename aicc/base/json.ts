/** In JSON text: an escaped character, the beginning or end of a string, or a number. */
const TOKENS = /\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** What may be a number with more digits than a JavaScript number can hold; not one in quotes. */
const LONG_NUMBER = /(?:^|[:,[\s])-?\d{16}/;

function keepDigits(token: string): string {
	const isUnsafe = /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
	return isUnsafe ? `"${token}"` : token;
}

/** JSON text with those numbers as strings that would lose digits. */
function withLongNumbersAsText(json: string): string {
	let isInString = false;
	return json.replace(TOKENS, (token) => {
		if (token === '"') isInString = !isInString;
		return isInString ? token : keepDigits(token);
	});
}

/**
 * Parses JSON without losing digits: whole numbers that a JavaScript number cannot hold (19-digit
 * ids, which the service gives as text or as number) become text.
 *
 * @returns undefined when the text is not JSON
 */
export function parseJson(text: string): unknown {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	return LONG_NUMBER.test(text) ? JSON.parse(withLongNumbersAsText(text)) : value;
}

/** An object out of JSON, of which nothing else is known. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object of JSON: neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value of an answer has nothing in it, in whatever form. */
export function isNothing(value: unknown): boolean {
	if (value === null || value === undefined || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A part of an answer. @param place names with dots between them */
export function valueAt(answer: JsonObject, place: string): unknown {
	return place
		.split('.')
		.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), answer);
}

/** A value that the service means as text but may write as a number. Anything else: undefined. */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** A row with the named fields as text where they came as numbers. */
export function withTextFields(row: JsonObject, fields: readonly string[]): JsonObject {
	const numbers = fields.filter((field) => typeof row[field] === 'number');
	if (numbers.length === 0) return row;
	const copy = { ...row };
	for (const field of numbers) copy[field] = String(row[field]);
	return copy;
}
