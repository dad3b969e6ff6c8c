import { BadValue, quoted } from './badValue';
import { codeText } from './characters';

/**
 * The VDN ID of a node; undefined for 0, which stands for the credential's.
 *
 * @param max greatest one of the interface
 * @throws BadValue
 */
export function readVdnId(value: unknown, max: number): string | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	const plain = typeof text === 'string' ? codeText(text) : '';
	if (/^0+$/.test(plain)) return undefined;
	const number = /^\d{1,4}$/.test(plain) ? Number(plain) : Infinity;
	if (number <= max) return String(number);
	throw new BadValue(
		`is not a whole number from 1 to ${max}: ${quoted(value)}`,
		"Enter the number of your virtual call centre, or 0 for the credential's.",
	);
}
