/** Moments: what people and expressions give for one, and how the interfaces want it written. */
import { DateTime, IANAZone } from 'luxon';

import { credentialText } from './credentialText';
import { AiccError } from './errors';
import { excerpt } from './redact';

/**
 * Whose clock an interface goes by: the world's (UTC), or that of the tenant's time zone, which is the
 * zone of its VDN as well.
 */
export type Clock = 'utc' | 'tenant' | 'vdn';

/** Text that is nothing but epoch milliseconds. Ten digits are seconds and are not guessed at. */
const EPOCH_MILLISECONDS = /^\d{12,13}$/;

/** A whole date: by month, as an ordinal, or by week. */
const DATE = /^(?:\d{4}|[+-]\d{6})(?:-\d{2}-\d{2}|\d{4}|-?\d{3}|-?W\d{2}-?\d)(?=$|[T\s])/;
const DATE_ALONE = /^\S+$/;

/** The offset from UTC at the end of a time. No clock is more than 14 hours away from it. */
const OFFSET = /[T\s].*[+-](\d{2})(?::?(\d{2}))?$/;
const FARTHEST_OFFSET = 14 * 60;

function isOffsetMeant(text: string): boolean {
	const [, hours = '0', minutes = '0'] = OFFSET.exec(text) ?? [];
	return Number(minutes) < 60 && Number(hours) * 60 + Number(minutes) <= FARTHEST_OFFSET;
}

/** What people may mean: before and after that it is an empty value, or a number of another kind. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 9999;

/** A moment in the time zone in which it is meant. */
export interface Moment {
	at: DateTime;
	/** Whether it came as a day without a time. */
	isDay: boolean;
}

function readText(text: string, zone: string): Moment | undefined {
	if (EPOCH_MILLISECONDS.test(text)) {
		return { at: DateTime.fromMillis(Number(text), { zone }), isDay: false };
	}
	if (!/\D/.test(text) || !DATE.test(text) || !isOffsetMeant(text)) return undefined;
	const at = [DateTime.fromISO, DateTime.fromSQL]
		.map((read) => read(text, { zone }))
		.find((candidate) => candidate.isValid);
	return at && { at, isDay: DATE_ALONE.test(text) && !text.includes('T') };
}

function readAny(value: unknown, zone: string): Moment | undefined {
	if (Object.prototype.toString.call(value) === '[object Date]') {
		const millis = Number(value);
		return Number.isNaN(millis)
			? undefined
			: { at: DateTime.fromMillis(millis, { zone }), isDay: false };
	}
	if (DateTime.isDateTime(value) && typeof value.toMillis === 'function') {
		return { at: DateTime.fromMillis(value.toMillis(), { zone }), isDay: false };
	}
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' ? readText(text, zone) : undefined;
}

/**
 * A moment, in a time zone.
 *
 * @param value epoch milliseconds as number or text, ISO text, or a date of JavaScript or Luxon
 * @param zone IANA name: where a text without offset is meant
 * @returns undefined when the value is no moment, or one that nobody can mean
 */
export function momentOf(value: unknown, zone: string): Moment | undefined {
	const moment = readAny(value, zone);
	const isMeant =
		moment?.at.isValid === true && moment.at.year >= FIRST_YEAR && moment.at.year <= LAST_YEAR;
	return isMeant ? moment : undefined;
}

/** Last year in which a fault can have been noticed. */
const LAST_YEAR_OF_FAULTS = 2099;

/**
 * A moment as SmartCare takes it: epoch milliseconds in text (seed queryfaultyuser, `faultTime`,
 * "1721283133000").
 *
 * @returns undefined when no fault can be noticed then
 */
export function toEpochText({ at }: Moment): string | undefined {
	return at.year <= LAST_YEAR_OF_FAULTS ? String(at.toMillis()) : undefined;
}

/** How CC-iSales writes moments and days. Sources: vendor pages cec_07_0727, 0744, 0759 and 0783. */
const ISALES_FORMATS = { moment: 'yyyy-MM-dd HH:mm:ss', day: 'yyyy-MM-dd' };

/**
 * A moment or a day as CC-iSales takes it.
 *
 * @returns undefined when it is beyond the calendar by that clock
 */
export function toIsalesText(
	{ at }: Moment,
	form: keyof typeof ISALES_FORMATS,
	clock: Clock = 'tenant',
): string | undefined {
	const written = clock === 'utc' ? at.toUTC() : at;
	const isWithin = written.year >= FIRST_YEAR && written.year <= LAST_YEAR;
	return isWithin ? written.toFormat(ISALES_FORMATS[form]) : undefined;
}

/**
 * Milliseconds from one moment to another as an interface reads them by its clock, to the second: a day
 * has 24 hours also when the clock goes back or forward in it.
 */
export function readSpan(from: Moment, to: Moment, clock: Clock = 'tenant'): number {
	const [begin, end] = [from, to].map(({ at }) =>
		(clock === 'utc' ? at.toUTC() : at).startOf('second').setZone('utc', { keepLocalTime: true }),
	) as [DateTime, DateTime];
	return end.toMillis() - begin.toMillis();
}

/**
 * A time as an interface writes it, as ISO text with the offset of the tenant's time zone.
 *
 * @param clock of the interface
 * @returns undefined when it is no time
 */
export function toRealTime(text: string, clock: Clock, zone: string): string | undefined {
	return (
		momentOf(text, clock === 'utc' ? 'utc' : zone)
			?.at.setZone(zone)
			.toISO() ?? undefined
	);
}

/** Whether a moment is the beginning of a day. */
export function isMidnight({ at }: Moment): boolean {
	return at.toMillis() === at.startOf('day').toMillis();
}

/** The last second of the day of a moment. */
export function endOfDay({ at, isDay }: Moment): Moment {
	return { at: at.endOf('day').startOf('second'), isDay };
}

/** Now, in a time zone. */
export function nowIn(zone: string): Moment {
	return { at: DateTime.now().setZone(zone), isDay: false };
}

/**
 * The time zone of a credential.
 *
 * @param name IANA name; empty for none
 * @throws AiccError of kind `configuration`
 */
export function checkedTimeZone(name: unknown): string | undefined {
	const zone = credentialText(name);
	if (zone === '') return undefined;
	if (IANAZone.isValidZone(zone)) return zone;
	throw new AiccError(
		'configuration',
		`The credential's Time Zone is not the name of a time zone: "${excerpt(zone)}"`,
		{
			description:
				"Set Time Zone to a name such as Asia/Shanghai or America/Sao_Paulo, or leave it empty for the workflow's time zone.",
		},
	);
}
