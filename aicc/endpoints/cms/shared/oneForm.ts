/**
 * The fields of an answer in one form. The samples of CC-CMS print as text what the tables call a
 * number, begin some names with a capital letter and end one with a blank; what a centre really sends
 * nobody knows beforehand. What comes out has the types of the tables, and names that begin with a
 * small letter and have no blanks around them.
 */
import { asText, type JsonObject } from '../../../base/json';
import type { Meanings } from '../../product';

/** What the fields are, by their names as they come out. All others stay as they came. */
export interface FieldTypes {
	/** Ids and phone numbers: text with every digit. */
	texts?: readonly string[];
	/** Codes, counts and whole IDs: numbers. Null where there is none. */
	numbers?: readonly string[];
	/** Times in epoch milliseconds: numbers. Null where there is none, which may come as 0. */
	times?: readonly string[];
}

/** The name of a field as it comes out: ` EnterReason` is `enterReason`. */
export function fieldName(written: string): string {
	return written.trim().replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());
}

/** A number that is told as text; whatever else it is stays as it is, apart from nothing. */
export function numberOf(value: unknown): unknown {
	const text = asText(value)?.trim();
	if (text === '') return null;
	const number = text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
	const isWhole = !text?.includes('.');
	return Number.isNaN(number) || (isWhole && !Number.isSafeInteger(number)) ? value : number;
}

function valueOf(name: string, value: unknown, { texts, numbers, times }: FieldTypes): unknown {
	if (texts?.includes(name)) return asText(value)?.trim() ?? value;
	if (times?.includes(name)) return numberOf(value) || null;
	return numbers?.includes(name) ? numberOf(value) : value;
}

/** Whether a field has nothing in it. */
function isNothing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** A row of an answer with its fields in one form. Of two that get one name that with a value stays. */
export function inOneForm(row: JsonObject, types: FieldTypes): JsonObject {
	const even = new Map<string, unknown>();
	for (const [written, came] of Object.entries(row)) {
		const name = fieldName(written);
		const value = valueOf(name, came, types);
		if (isNothing(even.get(name))) even.set(name, value);
	}
	return Object.fromEntries(even);
}

/** The words for coded fields, by the names that the fields come out with. */
export function meaningsInOneForm(
	meanings: Readonly<Record<string, Meanings>>,
): Record<string, Meanings> {
	const named = Object.entries(meanings).map(([written, table]) => [fieldName(written), table]);
	return Object.fromEntries(named) as Record<string, Meanings>;
}
