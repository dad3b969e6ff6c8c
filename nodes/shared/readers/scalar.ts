/** Switches, whole numbers and choices. */
import { BadValue, quoted } from './badValue';
import { codeText } from './characters';

/** A switch; expressions may give it as text. @throws BadValue */
export function readSwitch(value: unknown): boolean {
	const plain = typeof value === 'string' ? codeText(value) : value;
	if (plain === true || plain === 'true') return true;
	if (plain === false || plain === 'false') return false;
	throw new BadValue(
		`is neither true nor false: ${quoted(value)}`,
		'Check the expression behind it.',
	);
}

/** The range of a whole number; both ends belong to it. */
export interface NumberRules {
	min: number;
	max?: number;
	/** Greater values are sent as this one. */
	capAt?: number;
}

/** A whole number; as text in decimal digits only. @throws BadValue */
export function readWholeNumber(value: unknown, { min, max, capAt }: NumberRules): number {
	const text = typeof value === 'string' ? codeText(value) : '';
	const number = /^-?\d+$/.test(text) ? Number(text) : value;
	const isWhole = typeof number === 'number' && Number.isSafeInteger(number);
	if (!isWhole || number < min || number > (max ?? Infinity)) {
		throw new BadValue(
			`is not a whole number in its range: ${quoted(value)}`,
			max === undefined
				? `Enter a whole number, ${min} or more.`
				: `Enter a whole number from ${min} to ${max}.`,
		);
	}
	return Math.min(number, capAt ?? Infinity);
}

/** The range of a number with a point; both ends belong to it. */
export interface DecimalRules {
	min: number;
	max: number;
	/** Digits behind the point at most. */
	decimals: number;
}

/** A number with a point, as text in decimal digits. @throws BadValue */
export function readDecimal(value: unknown, { min, max, decimals }: DecimalRules): string {
	const given = typeof value === 'number' ? String(value) : value;
	const text = typeof given === 'string' ? codeText(given) : '';
	const [, fraction = ''] = /^[+-]?\d{1,9}(?:\.(\d+))?$/.exec(text) ?? [text, 'x'.repeat(99)];
	const number = Number(text);
	if (fraction.length > decimals || number < min || number > max) {
		throw new BadValue(
			`is not a number in its range: ${quoted(value)}`,
			`Enter a number from ${min} to ${max} with at most ${decimals} decimals.`,
		);
	}
	return text;
}

/** A value that can be chosen, with the words for it. */
export interface Choice<T extends string | number> {
	name: string;
	value: T;
}

/** One of the values that can be chosen. @throws BadValue */
export function readChoice<T extends string | number>(
	value: unknown,
	choices: ReadonlyArray<Choice<T>>,
): T {
	const text = typeof value === 'number' ? String(value) : value;
	const plain = typeof text === 'string' ? codeText(text) : undefined;
	const chosen = choices.find((choice) => String(choice.value) === plain);
	if (chosen) return chosen.value;
	const known = choices.map(({ name, value: own }) =>
		name.includes(`(${own})`) ? name : `${own} (${name})`,
	);
	throw new BadValue(
		`is none of the values that can be chosen: ${quoted(value)}`,
		`Enter one of ${known.join(', ')}.`,
	);
}
