import {
	asText,
	isNothing,
	isObject,
	valueAt,
	withTextFields,
	type JsonObject,
} from '../../base/json';
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

/** The lists in a value that are in no other list. */
function listsIn(value: unknown): unknown[] {
	if (Array.isArray(value)) return [value];
	return isObject(value) ? Object.values(value).flatMap(listsIn) : [];
}

/**
 * Whether parts of an answer have nothing in them, in whatever form, and no list in another part of it has
 * rows: those would be lost without a word.
 */
export function areNothingIn(answer: JsonObject, ...parts: unknown[]): boolean {
	return parts.every(isNothing) && listsIn(answer).every(isNothing);
}

/** Whether a value has nothing in it that could be rows, apart from lists. */
function hasNoRows(value: unknown): boolean {
	return isObject(value) ? !Object.values(value).some(isObject) : isNothing(value);
}

/**
 * The one list in what an answer is about, where no page says its place; null where it has nothing.
 *
 * @throws AiccError when there are several, or something that may be rows in another form
 */
export function onlyListIn(answer: JsonObject, endpoint: Endpoint & { payload?: string }): unknown {
	const payload = endpoint.payload === undefined ? answer : valueAt(answer, endpoint.payload);
	const [list, ...others] = listsIn(payload);
	if (others.length > 0) throw unexpectedShape(endpoint, 'several lists where one belongs');
	if (list !== undefined) return list;
	if (hasNoRows(payload) && areNothingIn(answer)) return null;
	throw unexpectedShape(endpoint, 'no list of rows where one belongs');
}

/**
 * How many rows there are in all.
 *
 * @param rows of the same answer: where it has null for both there are none
 * @throws AiccError when the answer does not say
 */
export function totalOf(value: unknown, endpoint: Endpoint, rows?: unknown): number {
	if (value === null && rows === null) return 0;
	const text = asText(value)?.trim() ?? '';
	if (!/^\d+$/.test(text)) throw unexpectedShape(endpoint, 'no total of rows');
	return Number(text);
}
