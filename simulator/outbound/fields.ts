/** Reads the fields of a request to CC-iSales, and refuses each wrong one with its code. */
import { isInteger, jsonBody, unknownField, type Body } from '../checks';
import { CODES, Refused } from '../isalesAnswer';
import { dayOf, timeOf } from './time';

/** A phone number: at most 24 of these. */
export const NUMBER_RULE = { max: 24, pattern: /^[0-9*#]*$/ };

/** The fields that a client sent, none of them unknown to the interface. */
export function jsonFields(text: string, known: readonly string[]): Body {
	const body = jsonBody(text);
	if (!body) throw new Refused(CODES.conversion, 'The body is not a JSON object');
	checkKnown(body, known);
	return body;
}

export function checkKnown(fields: Body, known: readonly string[]): void {
	const stranger = unknownField(fields, known);
	if (stranger !== undefined) throw new Refused(CODES.parameter, `Unknown parameter ${stranger}`);
}

/** The parameters of a query, with numbers for those that are whole numbers. */
export function queryFields(query: Record<string, string>, numbers: readonly string[]): Body {
	const read = ([name, value]: [string, string]) =>
		numbers.includes(name) && /^-?\d+$/.test(value) ? [name, Number(value)] : [name, value];
	return Object.fromEntries(Object.entries(query).map(read)) as Body;
}

export function needed<T>(name: string, value: T | undefined): T {
	const isEmpty = value === undefined || value === '' || (Array.isArray(value) && !value.length);
	if (isEmpty) throw new Refused(CODES.empty, `${name} is empty`);
	return value;
}

export function textField(
	fields: Body,
	name: string,
	{ max = Infinity, pattern }: { max?: number; pattern?: RegExp } = {},
): string | undefined {
	const value = fields[name];
	if (value === undefined) return undefined;
	if (typeof value !== 'string') throw new Refused(CODES.wrongType, `${name} is not a text`);
	if (value.length > max) {
		throw new Refused(CODES.tooLong, `${name} is longer than ${max} characters`);
	}
	if (pattern && !pattern.test(value)) {
		throw new Refused(CODES.illegalCharacters, `${name} has characters that are not allowed`);
	}
	return value;
}

/** A text that is one of a few. */
export function choiceField(
	fields: Body,
	name: string,
	choices: readonly string[],
): string | undefined {
	const value = textField(fields, name);
	if (value === undefined || choices.includes(value)) return value;
	throw new Refused(CODES.wrongValue, `${name} is none of ${choices.join(', ')}`);
}

/** A whole number. In a range, or one of a few. */
export function intField(
	fields: Body,
	name: string,
	allowed: { min?: number; max?: number; oneOf?: readonly number[] } = {},
): number | undefined {
	const { min = -Infinity, max = Infinity, oneOf } = allowed;
	const value = fields[name];
	if (value === undefined) return undefined;
	if (typeof value !== 'number') throw new Refused(CODES.wrongType, `${name} is not a number`);
	if (isInteger(value, min, max) && (!oneOf || oneOf.includes(value))) return value;
	throw new Refused(CODES.wrongValue, `${name} is out of range`);
}

/** A time `yyyy-MM-dd HH:mm:ss`, as it was sent. */
export function timeField(
	fields: Body,
	name: string,
	code: string = CODES.wrongValue,
): string | undefined {
	const value = textField(fields, name);
	if (value === undefined || !Number.isNaN(timeOf(value))) return value;
	throw new Refused(code, `${name} is not a time yyyy-MM-dd HH:mm:ss`);
}

/** The beginning of a day `yyyy-MM-dd` in epoch milliseconds. */
export function dayField(fields: Body, name: string): number | undefined {
	const value = textField(fields, name);
	const day = value === undefined ? undefined : dayOf(value);
	if (!Number.isNaN(day)) return day;
	throw new Refused(CODES.wrongValue, `${name} is not a day YYYY-MM-DD`);
}

/** A list of texts. */
export function listField(
	fields: Body,
	name: string,
	max: number,
	rule: Parameters<typeof textField>[2] = {},
): string[] | undefined {
	const value = fields[name];
	if (value === undefined) return undefined;
	if (!Array.isArray(value)) throw new Refused(CODES.wrongType, `${name} is not a list`);
	if (value.length > max) throw new Refused(CODES.tooMany, `${name} has more than ${max} entries`);
	return value.map((entry: unknown) =>
		needed(`An entry of ${name}`, textField({ [name]: entry ?? '' }, name, rule)),
	);
}

/** The first text that is in a list twice, if any. */
export function repeatedText(texts: readonly string[]): string | undefined {
	return texts.find((text, index) => texts.indexOf(text) !== index);
}
