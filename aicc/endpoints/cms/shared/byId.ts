/** Interfaces that take many IDs in one request, and say by ID what they know of each. */
import { asText, isObject, type JsonObject } from '../../../base/json';
import { areNothingIn } from '../../../patterns/list/answerRows';
import type { BatchShape } from '../../../patterns/batch/batchSpec';
import { CMS_PAYLOAD } from '../product';
import { toOneForm } from './oneForm';

/** What an answer says of an ID; without a row it has nothing on it. */
export interface OfId {
	row?: JsonObject;
}

/** The rows of answers, by their IDs: an answer may be asked for thousands of them. */
const rowsOfAnswers = new WeakMap<JsonObject, ReadonlyMap<string, JsonObject>>();

/** The rows of an answer; undefined when there is something else where they belong. */
function rowsById(
	answer: JsonObject,
	idField: string,
): ReadonlyMap<string, JsonObject> | undefined {
	const known = rowsOfAnswers.get(answer);
	if (known) return known;
	const payload = answer[CMS_PAYLOAD];
	const rows = areNothingIn(answer, payload) ? [] : payload;
	if (!Array.isArray(rows) || !rows.every(isObject)) return undefined;
	const byId = new Map(
		rows.map(toOneForm({ texts: [idField] })).map((row) => [asText(row[idField]) ?? '', row]),
	);
	rowsOfAnswers.set(answer, byId);
	return byId;
}

/**
 * The batch of an interface whose rows say which ID they are about.
 *
 * @param field of the body with the IDs
 * @param size IDs in a request
 * @param idField of a row
 */
export function byId(field: string, size: number, idField = 'id'): BatchShape<number> {
	return {
		field,
		size,
		keyOf: String,
		answerOf: (answer, id): { [name in keyof OfId]: OfId[name] } | undefined => {
			const rows = rowsById(answer, idField);
			return rows && { row: rows.get(String(id)) };
		},
	};
}
