import { isObject, valueAt, type JsonObject } from '../../../base/json';
import { areNothingIn, onlyListIn, rowsOf } from '../../../patterns/list/answerRows';
import type { DescribedEndpoint } from '../../product';
import { CMS_PAYLOAD } from '../product';
import { toOneForm, type FieldTypes } from './oneForm';
import { unseenStates } from './unseenRow';

/**
 * The rows of an answer with their fields in one form, none where it has nothing.
 *
 * @throws AiccError when there is something else
 */
export function rowsFrom(
	answer: JsonObject,
	endpoint: DescribedEndpoint,
	types: FieldTypes = {},
): JsonObject[] {
	const payload = valueAt(answer, CMS_PAYLOAD);
	if (areNothingIn(answer, payload)) return [];
	return rowsOf(payload, endpoint, []).map(toOneForm(types));
}

/** Whether a value is an object with nothing in it but single values. */
function isRow(value: unknown): value is JsonObject {
	const values = isObject(value) ? Object.values(value) : [];
	return values.length > 0 && !values.some((one) => isObject(one) || Array.isArray(one));
}

/**
 * The rows of an answer of which no page shows more than where it begins: a list, the one list in an
 * object, or the object itself.
 *
 * @throws AiccError when it is none of them
 */
export function rowsWherever(answer: JsonObject, endpoint: DescribedEndpoint): JsonObject[] {
	const payload = valueAt(answer, CMS_PAYLOAD);
	const found = isRow(payload) ? [payload] : onlyListIn(answer, endpoint);
	return unseenStates(rowsOf(found, endpoint, []));
}
