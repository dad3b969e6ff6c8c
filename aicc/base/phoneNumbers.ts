/** Phone numbers in answers of the service. */
import { asText } from './json';

/** Digits that came as a number, or as one that was too long for one: zeros in front are lost. */
const MAYBE_NUMBER = /^\d{16,}$/;

const withoutZeros = (digits: string) => digits.replace(/^0+(?=\d)/, '');

/**
 * Which of the numbers that were sent the service means.
 *
 * @param value the number as it is in the answer, as text or as a number
 * @returns more than one only when zeros in front are lost
 */
export function numbersMeant(value: unknown, numbers: string[]): string[] {
	const text = asText(value)?.trim();
	if (text === undefined) return [];
	const isText = typeof value === 'string';
	if (isText && (numbers.includes(text) || !MAYBE_NUMBER.test(text))) {
		return numbers.filter((number) => number === text);
	}
	return numbers.filter((number) => withoutZeros(number) === withoutZeros(text));
}
