/** What people and spreadsheets put into phone numbers, and how it is taken out again. */
import { BadValue, quoted } from './badValue';

export interface Cleaning {
	/** Taken off where a number begins with + or 00 and this. */
	countryCode?: string;
}

/** A leading apostrophe, quotation marks and the equals sign before them: how spreadsheets say "text". */
const TEXT_MARKS: ReadonlyArray<[marked: RegExp, plain: string]> = [
	[/^=(?=["'\d+(])/, ''],
	[/^"+(.*?)"+$/, '$1'],
	[/^['’‘]+/, ''],
];

const BLANKS = /\p{Zs}/gu;
const BRACKETS = /[\p{Ps}\p{Pe}]/gu;
/** Dashes, dots and slashes between digits; also the long sound of Japanese, typed for a dash. */
const SEPARATORS = /(?<=\d)[\p{Pd}\u2212\u30fc./]+(?=\d)/gu;

/** The trunk prefix that is dialled within the country only, as in +49 (0) 30. */
const TRUNK_PREFIX = /^(?:\+|00).*\(\s*0\s*\)/;

/** What a spreadsheet makes of a number. */
const DECIMAL = /^[^.\p{L}]*\.(?:\d{1,2}|0+)$/u;

/** Digits of the longest number there is with an international prefix. Source: ITU-T E.164. */
const MAX_DIGITS = 17;

function withoutDecimals(text: string): string {
	if (!DECIMAL.test(text)) return text;
	if (/\.0{1,2}$/.test(text)) return text.replace(/\.0+$/, '');
	throw new BadValue(
		`is a decimal number: ${quoted(text)}`,
		'Enter it as text, with all its digits and nothing else.',
	);
}

function withoutCountryCode(text: string, countryCode?: string): string {
	const prefix = ['+', '00'].map((sign) => sign + countryCode);
	const own = countryCode && prefix.find((start) => text.startsWith(start));
	return own ? text.slice(own.length) : text;
}

/**
 * A phone number without blanks, brackets, what separates its digits, and the marks of spreadsheets.
 * What else there is stays.
 *
 * @param text digits and signs of ASCII
 * @throws BadValue for what may be another number than it seems
 */
export function cleanNumber(text: string, { countryCode }: Cleaning): string {
	const unmarked = TEXT_MARKS.reduce(
		(rest, [marked, plain]) => rest.replace(marked, plain).replace(/^\p{Zs}+|\p{Zs}+$/gu, ''),
		text,
	);
	const joined = unmarked.replace(BLANKS, '').replace(BRACKETS, '');
	const digits = withoutDecimals(joined).replace(SEPARATORS, '');
	const national = withoutCountryCode(digits, countryCode);
	if (national === digits && TRUNK_PREFIX.test(unmarked)) {
		throw new BadValue(
			`has a 0 in brackets after the country code: ${quoted(text)}`,
			'That 0 is dialled within the country only. Take it out.',
		);
	}
	if (digits !== unmarked && digits.length > MAX_DIGITS) {
		throw new BadValue(
			`has ${digits.length} characters without what separates them: ${quoted(text)}`,
			'Enter one number only.',
		);
	}
	return national;
}
