import { asText, isObject, withTextFields, type JsonObject } from '../../base/json';
import { unexpectedShape } from '../../protocol/answer';
import type { Endpoint } from '../../protocol/endpoint';

/** The rows of a page, with the named fields as text. @throws AiccError when there is no list */
export function rowsOf(
	value: unknown,
	endpoint: Endpoint,
	textFields: readonly string[],
): JsonObject[] {
	if (value === null || value === undefined) return [];
	if (!Array.isArray(value) || !value.every(isObject)) {
		throw unexpectedShape(endpoint, 'no list of rows where one belongs');
	}
	return value.map((row) => withTextFields(row, textFields));
}

/** How many rows there are in all. @throws AiccError when the answer does not say */
export function totalOf(value: unknown, endpoint: Endpoint): number {
	const text = asText(value)?.trim() ?? '';
	if (!/^\d+$/.test(text)) throw unexpectedShape(endpoint, 'no total of rows');
	return Number(text);
}
