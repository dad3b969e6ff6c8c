import type { IDataObject } from 'n8n-workflow';

import { asText, type JsonObject } from '../../aicc/json';

/** What the codes of a field mean. */
type Names = Readonly<Record<string, string>>;

/** The words for a code, null where it is not documented. */
export function nameIn(table: Names, code: unknown): string | null {
	const text = asText(code) ?? '';
	return Object.hasOwn(table, text) ? (table[text] ?? null) : null;
}

/**
 * A row with the words for its codes beside them: `status` gets `statusName`, which is null for a
 * code that is not documented.
 *
 * @param tables by field
 */
export function withNames(row: JsonObject, tables: Readonly<Record<string, Names>>): IDataObject {
	const names = Object.entries(tables).map(([field, table]) => [
		`${field}Name`,
		nameIn(table, row[field]),
	]);
	return { ...(row as IDataObject), ...Object.fromEntries(names) };
}
