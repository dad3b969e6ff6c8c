/** What pages leave open about fields, and the simulator is strict about. */
import { refuse } from '../../core/behaviour';
import { CODES } from './codes';

/** A field that the page does not call mandatory, and that nothing can be done without. @throws Refused */
export function needed<T>(name: string, value: T | undefined): T {
	const isEmpty = value === undefined || value === '' || (Array.isArray(value) && !value.length);
	return isEmpty ? refuse(CODES.empty, `${name} is empty`) : value;
}

/** A field of which no page shows the type: taken to be text. @throws Refused when it is none */
export function text(name: string, value: unknown): string | undefined {
	if (value === undefined || typeof value === 'string') return value;
	return refuse(CODES.wrongType, `${name} is not a text`);
}

/** Two fields of which both or none must be there. @throws Refused when only one is */
export function together(one: [string, unknown], other: [string, unknown]): void {
	const [[name, value], [otherName, otherValue]] = [one, other];
	if ((value === undefined) === (otherValue === undefined)) return;
	refuse(CODES.badCombination, `${name} and ${otherName} must come together`);
}
