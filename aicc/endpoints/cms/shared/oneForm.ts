/**
 * The fields of an answer in one form. The samples of CC-CMS print as text what the tables call a
 * number, begin some names with a capital letter and end one with a blank; what a centre really sends
 * nobody knows beforehand. What comes out has the types of the tables, and names that begin with a
 * small letter and have no blanks around them.
 */
import { asText, isNothing, type JsonObject } from '../../../base/json';
import type { Meanings } from '../../product';

/** What the fields are, by their names as they come out. All others stay as they came. */
export interface FieldTypes {
	/** Ids and phone numbers: text with every digit. */
	texts?: readonly string[];
	/** Codes, counts and whole IDs: numbers. Null where there is none. */
	numbers?: readonly string[];
	/**
	 * Times in epoch milliseconds: numbers. Null where there is none, which may come as 0. Ten digits
	 * are seconds, which some centres write.
	 */
	times?: readonly string[];
}

/** The name of a field as it comes out: ` EnterReason` is `enterReason`. */
function fieldName(written: string): string {
	return written.trim().replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());
}

/** A number as text, also as Java writes a large one: `1.25E7`. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i;

/** A number that is told as text; whatever else it is stays as it is, apart from nothing. */
export function numberOf(value: unknown): unknown {
	const text = asText(value)?.trim();
	if (text === '') return null;
	const number = text !== undefined && NUMBER.test(text) ? Number(text) : NaN;
	const isWhole = !text?.includes('.');
	return !Number.isFinite(number) || (isWhole && !Number.isSafeInteger(number)) ? value : number;
}

/** A time in epoch milliseconds. In milliseconds ten digits would be a day of 1970. */
function timeOf(value: unknown): unknown {
	const time = numberOf(value);
	const isInSeconds = typeof time === 'number' && /^\d{10}$/.test(String(time));
	return isInSeconds ? time * 1000 : time || null;
}

/** What a field is called as it comes out, and what becomes of its value. */
interface Column {
	name: string;
	read: (value: unknown) => unknown;
}

function columnOf(written: string, { texts, numbers, times }: FieldTypes): Column {
	const name = fieldName(written);
	if (texts?.includes(name)) return { name, read: (value) => asText(value)?.trim() ?? value };
	if (times?.includes(name)) return { name, read: timeOf };
	return { name, read: numbers?.includes(name) ? numberOf : (value) => value };
}

/**
 * Puts the fields of rows of an answer in one form. Of two that get one name that with a value stays.
 *
 * @returns what does so for a row: rows of one answer have the same fields, which it looks up once
 */
export function toOneForm(types: FieldTypes): (row: JsonObject) => JsonObject {
	const columns = new Map<string, Column>();
	return (row) => {
		const even: JsonObject = {};
		for (const written of Object.keys(row)) {
			const column = columns.get(written) ?? columnOf(written, types);
			columns.set(written, column);
			const { name, read } = column;
			const isFree = !Object.hasOwn(even, name) || isNothing(even[name]);
			if (isFree) even[name] = read(row[written]);
		}
		return even;
	};
}

/** The words for coded fields, by the names that the fields come out with. */
export function meaningsInOneForm(
	meanings: Readonly<Record<string, Meanings>>,
): Record<string, Meanings> {
	const named = Object.entries(meanings).map(([written, table]) => [fieldName(written), table]);
	return Object.fromEntries(named) as Record<string, Meanings>;
}
