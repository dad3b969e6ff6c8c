/** Dates and times. */
import { momentOf, type Moment } from '../../../aicc/base/time';
import { BadValue, quoted } from './badValue';
import { codeText } from './characters';

function noTime(value: unknown): BadValue {
	return new BadValue(
		`is not a date and time that can be meant: ${quoted(value)}`,
		'Enter an ISO date and time such as 2026-03-01T08:30:00, or epoch milliseconds (13 digits).',
	);
}

/** A moment; where it has no offset it is meant in this time zone. @throws BadValue */
export function readMoment(value: unknown, zone: string): Moment {
	const moment = momentOf(typeof value === 'string' ? codeText(value) : value, zone);
	if (!moment) throw noTime(value);
	return moment;
}

/** A moment as an interface takes it. @param text undefined when it cannot @throws BadValue */
export function writtenMoment({ at }: Moment, text: string | undefined): string {
	if (text === undefined) throw noTime(at.toISO());
	return text;
}
