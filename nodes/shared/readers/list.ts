import { parseJson } from '../../../aicc/base/json';
import { BadValue, quoted } from './badValue';
import { isEmpty } from './text';

/** What separates the entries of a list that is written as text, on every keyboard. */
const SEPARATORS = /[,，﹐､、،;；﹔؛\r\n\t\u0085\u2028\u2029]+/u;
const SEPARATORS_AND_BLANKS = /[,，﹐､、،;；﹔؛\s\u0085]+/u;

/** The same where each of them counts: lines around a comma go with it. */
const SEPARATOR = /[\s\u0085]*[,，﹐､、،;；﹔؛][\s\u0085]*|\t|[\r\n\u0085\u2028\u2029]+/u;

/** What separates the entries of a list that is written as text, beside commas and lines. */
export interface ListRules {
	/** Whether blanks separate, too: in lists of numbers, IDs and codes. */
	splitsAtBlanks: boolean;
}

/** The list that a text is in JSON; undefined when it does not begin like one. @throws BadValue */
function jsonListIn(text: string): unknown[] | undefined {
	// A byte order mark may stand before it.
	const trimmed = text.replace(/^[\p{Cf}\s]+/u, '');
	if (!trimmed.startsWith('[')) return undefined;
	const list = parseJson(trimmed);
	if (Array.isArray(list)) return list;
	throw new BadValue(
		`begins like a JSON list and is none: ${quoted(trimmed)}`,
		'Write it as ["1", "2"], or without brackets as 1, 2.',
	);
}

function entriesOfText(text: string, { splitsAtBlanks }: ListRules): unknown[] {
	const list = jsonListIn(text);
	if (list) return entriesOf(list, { splitsAtBlanks });
	return text.split(splitsAtBlanks ? SEPARATORS_AND_BLANKS : SEPARATORS).filter(Boolean);
}

/**
 * The entries of a list in which the place of each counts, in any of its forms. What comes as a list may
 * have commas and nothing in its entries.
 *
 * @throws BadValue for a text with nothing between two separators, as when an expression gives nothing:
 *   the entries after it would take other places
 */
export function entriesInPlace(value: unknown): unknown[] {
	if (typeof value !== 'string') return Array.isArray(value) ? value : [value];
	const list = jsonListIn(value);
	if (list) return list;
	const entries = value.trim().split(SEPARATOR);
	if (!entries.some(isEmpty)) return entries;
	throw new BadValue(
		`has an entry that is empty: ${quoted(value)}`,
		'Check the expressions in it, or give a list, as ["1", ""], if one is to be empty.',
	);
}

/**
 * The entries of a list: an array, the JSON text of one, or a text with commas, semicolons, tabs or
 * line breaks between the entries.
 *
 * @throws BadValue for an array with an entry that is empty, and for JSON that is broken
 */
export function entriesOf(value: unknown, rules: ListRules): unknown[] {
	if (!Array.isArray(value)) {
		return typeof value === 'string' ? entriesOfText(value, rules) : [value];
	}
	return value.flatMap((entry: unknown) => {
		if (entry === undefined || entry === null || entry === '') {
			throw new BadValue(
				'has an entry that is empty',
				'Take it out of the list, or check the expression behind it.',
			);
		}
		return typeof entry === 'string' ? entriesOfText(entry, rules) : [entry];
	});
}
