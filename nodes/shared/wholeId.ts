/**
 * An ID that the service has as a number: a number, unless JSON would lose digits of it; then text.
 *
 * @param digits nothing but digits
 */
export function wholeId(digits: string): number | string {
	const number = Number(digits);
	return Number.isSafeInteger(number) ? number : digits;
}
