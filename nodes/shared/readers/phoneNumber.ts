import { getCalledInfo } from '../../../aicc/endpoints/fabric/getCalledInfo';
import { addCalldata } from '../../../aicc/endpoints/isales/addCalldata';
import { BadValue, quoted } from './badValue';
import { checkCharacters, checkLength, checkLine, codeText } from './characters';
import { cleanNumber, type Cleaning } from './cleaning';
import { rawText } from './text';

/** What a phone number may be made of. */
export interface PhoneRules {
	/** What each of its characters must look like, with the words for them. */
	characters: RegExp;
	inWords: string;
	/** In characters; as long as it likes when there is none. */
	maxLength?: number;
	/** What becomes of a leading +: it is part of the number, or cleaning takes it off, or neither. */
	plus: 'kept' | 'cleaned' | 'refused';
}

/** What is dialled by campaigns, and blocked. Source: vendor pages cec_07_0744 and 0759. */
export const DIALLED_NUMBER: PhoneRules = {
	characters: /[0-9*#]/,
	inWords: 'digits, * and # only',
	...addCalldata.limits.called,
	plus: 'refused',
};

/** Calling and called numbers of inbound calls. Source: seed getCalledInfo, string (32). */
export const LINE_NUMBER: PhoneRules = {
	characters: /[0-9*#]/,
	inWords: 'digits, * and # only, with a + at the beginning if there is one',
	...getCalledInfo.limits.called,
	plus: 'kept',
};

/** Mobile numbers of subscribers: the country code belongs to them, a + does not. */
export const MSISDN: PhoneRules = {
	characters: /[0-9]/,
	inWords: 'country code and number, digits only',
	plus: 'cleaned',
};

/** A number that was read. */
export interface PhoneNumber {
	/** As it is sent. */
	number: string;
	/** As it came, if that is something else. */
	input?: string;
}

/** How a field is cleaned: by these rules, or not, and then whether the user could have it so. */
export type CleaningChoice = Cleaning | 'notChosen' | 'notOffered';

const SCIENTIFIC = /\d\s*e\s*[+-]?\s*\d/i;

/** What cleaning takes off. */
const CLEANABLE = /[\p{Zs}\p{Pd}\u2212\u30fc\p{Ps}\p{Pe}./'’‘"=+]/u;

function remedyFor(text: string, rules: PhoneRules, choice: CleaningChoice): string {
	const canClean = choice === 'notChosen' && CLEANABLE.test(text);
	if (!canClean) return `Enter ${rules.inWords}.`;
	const cleaning = 'Clean Numbers under Options takes blanks, dashes, brackets and the like out.';
	const hasCode = rules.plus === 'refused' && text.startsWith('+');
	const coding = hasCode ? ' Country Code says which code it takes off with the +.' : '';
	return `Enter ${rules.inWords}. ${cleaning}${coding}`;
}

/** An international number without its sign, where the country code belongs to the number. */
function withoutSign(text: string): string {
	return text.replace(/^(?:\+|00)(?=\d)/, '');
}

function checkPlus(text: string, rules: PhoneRules, choice: CleaningChoice): string {
	if (!text.startsWith('+')) return text;
	if (rules.plus === 'kept' && text.length > 1) return text.slice(1);
	if (typeof choice !== 'object') return text;
	throw new BadValue(
		`begins with a + and a country code: ${quoted(text)}`,
		choice.countryCode === undefined
			? 'Set Country Code under Options to the one that is to be taken off, or write the number as it is dialled.'
			: `Only +${choice.countryCode} is taken off. Write the number as it is dialled.`,
	);
}

/**
 * A phone number in ASCII digits, with every one of them.
 *
 * @throws BadValue for whatever is not part of a number, with its name, and for what may have lost
 * digits
 */
export function readPhoneNumber(
	value: unknown,
	rules: PhoneRules,
	choice: CleaningChoice = 'notOffered',
): PhoneNumber {
	const input = rawText(value);
	const text = codeText(input);
	checkLine(text);
	if (SCIENTIFIC.test(text)) {
		throw new BadValue(
			`is in scientific notation: ${quoted(text)}`,
			'A spreadsheet has lost digits of it. Format the column as text there, and enter the number again.',
		);
	}
	const isCleaned = typeof choice === 'object';
	const cleaned = isCleaned ? cleanNumber(text, choice) : text;
	const number = isCleaned && rules.plus === 'cleaned' ? withoutSign(cleaned) : cleaned;
	if (number === '') throw new BadValue(`has no digits: ${quoted(text)}`, 'Enter a number.');
	const rest = checkPlus(number, rules, choice);
	checkCharacters(rest, rules.characters, remedyFor(text, rules, choice), number);
	checkLength(number, rules.maxLength);
	return number === input ? { number } : { number, input };
}

/** Fewer digits than any number of a subscriber has with its country code: it is a part of one. */
const PART_OF_A_NUMBER = /^\+?\d{1,6}$/;

/**
 * @param entries what a list of numbers was split into
 * @throws BadValue for numbers that seem to be written with blanks in them
 */
export function checkParts(value: unknown, entries: readonly unknown[]): void {
	const texts: unknown[] = Array.isArray(value) ? value : [value];
	const hasBlanks = (text: unknown) =>
		typeof text === 'string' && /\p{Nd}\p{Zs}+\p{Nd}/u.test(text);
	const written = texts.find(hasBlanks);
	if (written === undefined) return;
	const isPart = (entry: unknown) =>
		typeof entry === 'string' && PART_OF_A_NUMBER.test(codeText(entry));
	if (!entries.some(isPart)) return;
	throw new BadValue(
		`seems to have blanks within a number: ${quoted(written)}`,
		'Write each number without blanks, and commas or line breaks between the numbers.',
	);
}
