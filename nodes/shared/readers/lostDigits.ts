import { BadValue } from './badValue';

/** A number that has lost digits before it came or is too great for JSON, wherever it stands. */
export function hasLostDigits(value: unknown): boolean {
	if (typeof value === 'number') {
		return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
	}
	return typeof value === 'object' && value !== null && Object.values(value).some(hasLostDigits);
}

/** @throws BadValue; its words never have the value in them, which may hold secrets */
export function checkDigits(value: unknown): void {
	if (!hasLostDigits(value)) return;
	throw new BadValue(
		'has a number with more digits than can be kept',
		'Give it as text, so that no digit is lost.',
	);
}
