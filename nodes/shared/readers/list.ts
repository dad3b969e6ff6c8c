import { parseJson } from '../../../aicc/base/json';
import { BadValue, quoted } from './badValue';

/** What separates the entries of a list that is written as text, on every keyboard. */
const SEPARATORS = /[,，﹐､、،;；﹔؛\r\n\t\u0085\u2028\u2029]+/u;
const SEPARATORS_AND_BLANKS = /[,，﹐､、،;；﹔؛\s\u0085]+/u;

export interface ListRules {
	/** Whether blanks separate, too: in lists of numbers, IDs and codes. */
	splitsAtBlanks: boolean;
}

function entriesOfText(text: string, { splitsAtBlanks }: ListRules): unknown[] {
	// A byte order mark may stand before it.
	const trimmed = text.replace(/^[\p{Cf}\s]+/u, '');
	if (trimmed.startsWith('[')) {
		const list = parseJson(trimmed);
		if (!Array.isArray(list)) {
			throw new BadValue(
				`begins like a JSON list and is none: ${quoted(trimmed)}`,
				'Write it as ["1", "2"], or without brackets as 1, 2.',
			);
		}
		return entriesOf(list, { splitsAtBlanks });
	}
	return text.split(splitsAtBlanks ? SEPARATORS_AND_BLANKS : SEPARATORS).filter(Boolean);
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
