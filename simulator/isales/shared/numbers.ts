/** Phone numbers as CC-iSales takes them. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import { CODES } from './codes';

const MAX_LENGTH = 24;

/** Names a number in a refusal, or says only that there is one. */
export function whoIs({ behaviour }: Platform, called: unknown): string {
	return behaviour.namesRefusedNumber ? `The number ${String(called)}` : 'A number';
}

/**
 * Where a page says only that a number is a text, what the others say of numbers is taken to hold.
 *
 * @throws Refused
 */
export function checkNumber(name: string, number: string): void {
	if (number.length > MAX_LENGTH) {
		refuse(CODES.tooLong, `${name} is longer than ${MAX_LENGTH} characters`);
	}
	if (!/^[0-9*#]*$/.test(number)) {
		refuse(CODES.illegalCharacters, `${name} has characters that are not allowed`);
	}
}

/** The first text that is in a list twice, if any. */
export function repeatedText(texts: readonly string[]): string | undefined {
	return texts.find((text, index) => texts.indexOf(text) !== index);
}
