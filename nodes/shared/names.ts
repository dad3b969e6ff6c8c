import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { asText, type JsonObject } from '../../aicc/base/json';
import type { Meanings } from '../../aicc/endpoints/product';

/** The words for a code, null where it is not documented. */
export function nameIn(table: Meanings, code: unknown): string | null {
	const text = asText(code) ?? '';
	return Object.hasOwn(table, text) ? (table[text] ?? null) : null;
}

/** Names that n8n refuses in expressions, and what such a field of an answer is called instead. */
const RENAMED: ReadonlyMap<string, string> = new Map([
	['caller', 'callerNumber'],
	['callee', 'calledNumber'],
	['arguments', 'argumentsText'],
]);

/** A row with names that can be used in expressions; all others as they came, in their order. */
export function withUsableNames(row: JsonObject): IDataObject {
	const item: JsonObject = {};
	// Filled one by one: what is added to the copy of a row takes several times as long.
	for (const name of Object.keys(row)) item[RENAMED.get(name) ?? name] = row[name];
	return item as IDataObject;
}

/**
 * A row with the words for its codes beside them: `status` gets `statusName`, and `mediatypeId`
 * `mediatypeName`. They are null for a code that is not documented. Fields whose names n8n refuses
 * have others, see `withUsableNames`.
 *
 * @param meanings by field, as those of an endpoint
 */
export function withNames(
	row: JsonObject,
	meanings: Readonly<Record<string, Meanings>>,
): IDataObject {
	const item = withUsableNames(row);
	for (const [field, table] of Object.entries(meanings)) {
		item[`${field.endsWith('Id') ? field.slice(0, -2) : field}Name`] = nameIn(table, row[field]);
	}
	return item;
}

/** Words that are small in the name of a choice, unless it begins with them. */
const SMALL_WORDS = ['and', 'by', 'of', 'or', 'to'];

/**
 * What a field offers for a coded parameter: a choice for each value, as "Skill Queue (1)", in the
 * order of the names.
 *
 * @param values that the interface takes
 * @param table what they mean
 */
export function choicesOf(
	values: ReadonlyArray<string | number>,
	table: Meanings,
): INodePropertyOptions[] {
	return values
		.map((value) => {
			const words = (nameIn(table, value) ?? '').replace(/[^\s-]+/g, (word, at: number) =>
				at > 0 && SMALL_WORDS.includes(word)
					? word
					: word.replace(/^\W*[a-z]/, (first) => first.toUpperCase()),
			);
			return { name: `${words} (${value})`.trim(), value };
		})
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
