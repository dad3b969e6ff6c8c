/**
 * Characters that are not what they look like: those that nobody sees, digits and signs of other
 * keyboards, halves of characters.
 */
import { HALF_CHARACTER } from '../../../aicc/base/encoding';
import { BadValue, quoted } from './badValue';

/** What has no width wherever it stands: marks of direction, of joining, of byte order, fillers. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** What makes one sign out of several: in an emoji, and in scripts whose letters join. */
const JOINERS =
	/(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}])(?:\u200c|\u200d)(?=\S)/gu;
const VARIANTS = /[\p{Variation_Selector}\u{e0020}-\u{e007f}]/gu;

const BLANKS_AT_THE_ENDS = /^[\s\u0085\u2800]+|[\s\u0085\u2800]+$/gu;

const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;
const CONTROL_CHARACTER = /\p{Cc}/u;

/** Full-width and small forms of ASCII, as keyboards for Chinese and Japanese give them. */
const WIDE = /[\uff01-\uff5e]/g;
const WIDE_OFFSET = 0xfee0;
const SMALL_FORMS: Readonly<Record<string, string>> = {
	'\ufe5f': '#',
	'\ufe61': '*',
	'\ufe62': '+',
	'\ufe63': '-',
};

const DIGIT = /\p{Nd}/u;

function isDigit(codePoint: number): boolean {
	return DIGIT.test(String.fromCodePoint(codePoint));
}

/** Digits of every script stand in rows of ten, from 0 to 9. */
function asciiDigit(digit: string): string {
	const codePoint = digit.codePointAt(0) ?? 0;
	let first = codePoint;
	while (isDigit(first - 1)) first--;
	return String((codePoint - first) % 10);
}

/** @throws BadValue for half a character */
function checkHalves(text: string): void {
	if (!HALF_CHARACTER.test(text)) return;
	throw new BadValue(
		`has half a character in it: ${quoted(text)}`,
		'Part of an emoji or of a rare character is missing, as it happens when a text is cut at a length. Take it out.',
	);
}

/** Half a character, as JSON writes it. */
const HALF_IN_JSON = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

/** @param json of `JSON.stringify` @throws BadValue for half a character, without any text of the JSON */
export function checkHalvesInJson(json: string): void {
	if (!HALF_IN_JSON.test(json)) return;
	throw new BadValue(
		'has half a character in one of its texts',
		'Part of an emoji or of a rare character is missing. Take it out.',
	);
}

/** A text without what nobody sees and without blanks around it. @throws BadValue, see above */
export function plainText(text: string): string {
	checkHalves(text);
	return withoutInvisible(text).replace(BLANKS_AT_THE_ENDS, '');
}

function withoutInvisible(text: string): string {
	if (text.search(INVISIBLE) === -1) return text;
	const kept = new Set<number>();
	for (const pattern of [JOINERS, VARIANTS]) {
		for (const { index } of text.matchAll(pattern)) kept.add(index);
	}
	return text.replace(INVISIBLE, (character, index: number) => (kept.has(index) ? character : ''));
}

/**
 * A number, ID or code: a plain text whose digits and signs are those of ASCII. What only looks like
 * a digit, such as ② or ², stays as it is.
 */
export function codeText(text: string): string {
	checkHalves(text);
	return text
		.replace(INVISIBLE, '')
		.replace(/[\ufe5f\ufe61-\ufe63]/g, (form) => SMALL_FORMS[form] ?? form)
		.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET))
		.replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
		.replace(BLANKS_AT_THE_ENDS, '');
}

/** What people call a character. */
function nameOf(character: string): string {
	if (LINE_BREAK.test(character)) return 'a line break';
	if (character === '\t') return 'a tab';
	if (/\p{Zs}/u.test(character)) return 'a blank';
	if (/[A-Za-z]/.test(character)) return `the letter ${character}`;
	if (CONTROL_CHARACTER.test(character)) return 'a control character';
	return character === '"' ? "'\"'" : quoted(character);
}

/** @throws BadValue for a text of several lines or with control characters */
export function checkLine(text: string): void {
	if (!CONTROL_CHARACTER.test(text) && !LINE_BREAK.test(text)) return;
	throw new BadValue(
		`has a line break or another control character: ${quoted(text)}`,
		'Remove it.',
	);
}

/**
 * @param whole the text as a message shows it, if more belongs to it
 * @throws BadValue for the first character that is not allowed
 */
export function checkCharacters(
	text: string,
	allowed: RegExp,
	remedy: string,
	whole: string = text,
): void {
	const stray = [...text].find((character) => !allowed.test(character));
	if (stray === undefined) return;
	throw new BadValue(`has ${nameOf(stray)} in it: ${quoted(whole)}`, remedy);
}

/** @throws BadValue for a text that is too long, or too short */
export function checkLength(text: string, maxLength = Infinity, minLength = 0): void {
	const { length } = [...text];
	if (length < minLength) {
		throw new BadValue(
			`has ${length} characters: ${quoted(text)}`,
			`Enter at least ${minLength} characters.`,
		);
	}
	if (length <= maxLength) return;
	throw new BadValue(
		`has ${length} characters: ${quoted(text)}`,
		`Enter at most ${maxLength} characters.`,
	);
}
