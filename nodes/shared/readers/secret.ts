import { HALF_CHARACTER } from '../../../aicc/base/encoding';
import { BadValue } from './badValue';

const CONTROL_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * A text that nobody may read, as it is: blanks at its ends may belong to it.
 *
 * @throws BadValue for what it cannot be; its words never have the value in them
 */
export function readSecret(value: unknown): string {
	const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
	if (typeof text !== 'string') {
		throw new BadValue('is no text', 'Check the expression behind it.');
	}
	if (CONTROL_CHARACTER.test(text)) {
		throw new BadValue('has a line break or another control character', 'Remove it.');
	}
	if (HALF_CHARACTER.test(text)) {
		throw new BadValue('has half a character in it', 'Take it out.');
	}
	return text;
}
