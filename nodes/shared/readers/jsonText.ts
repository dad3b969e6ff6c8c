import { parseJson } from '../../../aicc/base/json';
import { BadValue } from './badValue';

const FORM = 'Write it as [{ "name": "value" }].';

/** A list that the service writes with single quotes, as JSON has it. */
function withDoubleQuotes(text: string): string {
	return text.includes('"') ? text : text.replaceAll("'", '"');
}

/**
 * A JSON list as one text, for interfaces that take a list so. One with single quotes in place of
 * double ones, as the service itself writes it, is taken as it is.
 *
 * @returns the text, and the entries in it
 * @throws BadValue for anything else
 */
export function readJsonListText(value: unknown): { text: string; entries: unknown[] } {
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (Array.isArray(given)) return { text: JSON.stringify(given), entries: given };
	const quoted = typeof value === 'string' ? parseJson(withDoubleQuotes(value)) : undefined;
	if (Array.isArray(quoted)) return { text: String(value).trim(), entries: quoted };
	throw new BadValue('is no JSON list', FORM);
}
