import { parseJson, type JsonObject } from '../../../aicc/base/json';
import { BadValue } from './badValue';
import { checkHalvesInJson } from './characters';
import { checkDigits } from './lostDigits';
import { isPlainObject } from './text';

/**
 * A JSON object, or its text.
 *
 * @throws BadValue for anything else; its words never have the value in them, which may hold secrets
 */
export function readJsonObject(value: unknown): JsonObject {
	const read = typeof value === 'string' ? parseJson(value) : value;
	if (!isPlainObject(read)) {
		throw new BadValue('is no JSON object', 'Write it as { "name": "value" }.');
	}
	checkDigits(read);
	checkHalvesInJson(JSON.stringify(read));
	return read;
}
