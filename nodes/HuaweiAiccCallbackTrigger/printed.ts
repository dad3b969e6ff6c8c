/** Bodies in the form of the vendor's sample on page 0067, which is no JSON: `{name=value, …}`. */
import type { JsonObject } from '../../aicc/base/json';
import { readObject, type Push } from './push';

/** The one field whose text is the caller's own, so that it may look like more fields. */
const FREE_TEXT = 'callData';

/** Where a field begins: at the start, or after a comma. */
const FIELD = /(?:^|,)\s*([A-Za-z_]\w*)=/g;

/** A field of a text, from `begin` to the value at `valueAt`. */
interface Field {
	name: string;
	begin: number;
	valueAt: number;
}

/** Within free text only a listed field that has not come yet is a field. */
function fieldsIn(text: string, listed: readonly string[]): Field[] {
	const fields: Field[] = [];
	const names = new Set<string>();
	for (const match of text.matchAll(FIELD)) {
		const [whole, name = ''] = match;
		const isWithinFreeText = fields.at(-1)?.name === FREE_TEXT;
		if (names.has(name) || (isWithinFreeText && !listed.includes(name))) continue;
		names.add(name);
		fields.push({ name, begin: match.index, valueAt: match.index + whole.length });
	}
	return fields;
}

/** @returns undefined when the text has another form */
function parsePrinted(text: string, listed: readonly string[]): JsonObject | undefined {
	const inner = /^\{([^]*)\}$/.exec(text)?.[1];
	const fields = inner === undefined ? [] : fieldsIn(inner, listed);
	if (inner === undefined || fields[0]?.begin !== 0) return undefined;
	return Object.fromEntries(
		fields.map(({ name, valueAt }, index) => [
			name,
			inner.slice(valueAt, fields[index + 1]?.begin).trim(),
		]),
	);
}

/**
 * Reads a body that should be one object, as JSON or in the other form.
 *
 * @param listed names of the fields on the page
 */
export function readPrintedOr(text: string, listed: readonly string[]): Push {
	const printed = parsePrinted(text, listed);
	return printed ? { entries: [printed], strays: [] } : readObject(text);
}
