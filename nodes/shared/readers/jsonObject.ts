import { isObject, parseJson, type JsonObject } from '../../../aicc/base/json';
import { BadValue } from './badValue';

/** Half a character, as JSON writes it. */
const HALF_CHARACTER = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

/**
 * A JSON object, or its text.
 *
 * @throws BadValue for anything else; its words never have the value in them, which may hold secrets
 */
export function readJsonObject(value: unknown): JsonObject {
	const read = typeof value === 'string' ? parseJson(value) : value;
	if (!isObject(read)) {
		throw new BadValue('is no JSON object', 'Write it as { "name": "value" }.');
	}
	if (HALF_CHARACTER.test(JSON.stringify(read))) {
		throw new BadValue('has half a character in one of its texts', 'Take it out.');
	}
	return read;
}
