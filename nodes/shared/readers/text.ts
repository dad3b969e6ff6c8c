import { HALF_CHARACTER } from '../../../aicc/base/encoding';
import { isObject, type JsonObject } from '../../../aicc/base/json';
import { BadValue, quoted } from './badValue';
import {
	checkCharacters,
	checkHalvesInJson,
	checkLength,
	checkLine,
	codeText,
	plainText,
} from './characters';
import { checkDigits } from './lostDigits';

/** What a text may be. */
export interface TextRules {
	/** In characters. */
	minLength?: number;
	maxLength?: number;
	/** Whether it is a number, ID or code: digits of every keyboard are then digits. */
	isCode?: boolean;
	/** What each of its characters must look like, with the words for the whole. */
	allowed?: RegExp;
	mustBe?: string;
}

/** Whether there is nothing in a value: blanks and what nobody sees are nothing. */
export function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (Array.isArray(value)) return value.length === 0;
	return typeof value === 'string' && !HALF_CHARACTER.test(value) && plainText(value) === '';
}

/**
 * A value as text with every digit, as it came.
 *
 * @throws BadValue for what is neither text nor a number that has all its digits
 */
export function rawText(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'bigint' && value >= 0) return String(value);
	if (typeof value !== 'number') {
		throw new BadValue(
			`is neither text nor a number: ${quoted(value)}`,
			'Check the expression behind it.',
		);
	}
	if (!Number.isSafeInteger(value) || value < 0) {
		throw new BadValue(
			`came as a number that cannot be taken digit by digit: ${quoted(value)}`,
			'Give it as text, so that no digit is lost.',
		);
	}
	return String(value);
}

/** A value as text that keeps the rules. @throws BadValue */
export function readText(value: unknown, rules: TextRules = {}): string {
	const { minLength, maxLength, isCode, allowed, mustBe } = rules;
	const raw = rawText(value);
	const text = isCode ? codeText(raw) : plainText(raw);
	checkLine(text);
	if (allowed) checkCharacters(text, allowed, `Enter ${mustBe}.`);
	checkLength(text, maxLength, minLength);
	return text;
}

/**
 * Whether a value is an object of names and values, as JSON has it. Dates of Luxon, maps, errors and the
 * like are none: what is in them is lost in JSON, or is not what they stand for.
 */
export function isPlainObject(value: unknown): value is JsonObject {
	const isOfNames = Object.prototype.toString.call(value) === '[object Object]';
	return isOfNames && isObject(value) && typeof value.toJSON !== 'function';
}

/** A date as the text that it has in JSON; anything else as it is. */
function withDateAsText(value: unknown): unknown {
	const hasOwnJson = isObject(value) && typeof value.toJSON === 'function';
	return hasOwnJson ? (JSON.parse(JSON.stringify(value)) as unknown) : value;
}

/** A text, or an object or list as JSON in one line. @throws BadValue */
export function readTextOrJson(value: unknown, rules: TextRules): string {
	const isStructure = Array.isArray(value) || isPlainObject(value);
	const text = isStructure ? JSON.stringify(value) : withDateAsText(value);
	if (isStructure) {
		checkDigits(value);
		checkHalvesInJson(String(text));
	}
	// JSON may be written in several lines.
	const isJson = typeof text === 'string' && /^[\s\p{Cf}]*[[{]/u.test(text);
	return readText(isJson ? text.replace(/\s*[\r\n\t]\s*/g, ' ') : text, rules);
}
