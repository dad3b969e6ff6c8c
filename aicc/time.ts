import { DateTime } from 'luxon';

/** Text that is nothing but epoch milliseconds. Ten digits are seconds and are not guessed at. */
const EPOCH_MILLISECONDS = /^\d{12,13}$/;

interface HasMillis {
	toMillis: () => number;
}

function hasMillis(value: unknown): value is HasMillis {
	return (
		typeof value === 'object' &&
		value !== null &&
		'toMillis' in value &&
		typeof value.toMillis === 'function'
	);
}

/**
 * A moment as epoch milliseconds in text, as SmartCare takes it (seed queryfaultyuser,
 * `faultTime`, "1721283133000").
 *
 * @param value epoch milliseconds as number or text, ISO text, or a date of JavaScript or Luxon
 * @param timezone IANA name: where an ISO text without offset is meant
 * @returns undefined when the value is no moment
 */
export function toEpochText(value: unknown, timezone: string): string | undefined {
	if (value instanceof Date) return epochText(value.getTime());
	if (hasMillis(value)) return epochText(value.toMillis());
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string') return undefined;
	const trimmed = text.trim();
	if (EPOCH_MILLISECONDS.test(trimmed)) return trimmed;
	const moment = [DateTime.fromISO, DateTime.fromSQL]
		.map((read) => read(trimmed, { zone: timezone }))
		.find((candidate) => candidate.isValid && /\D/.test(trimmed));
	return moment && epochText(moment.toMillis());
}

/** How CC-iSales writes moments and days. Sources: vendor pages cec_07_0727, 0744, 0759 and 0783. */
const ISALES_FORMATS = { moment: 'yyyy-MM-dd HH:mm:ss', day: 'yyyy-MM-dd' };

/**
 * A moment or a day as CC-iSales takes it, by the clock of a time zone.
 *
 * @param value see `toEpochText`
 * @param timezone IANA name: where an ISO text without offset is meant, and what is written
 * @returns undefined when the value is no moment
 */
export function toIsalesText(
	value: unknown,
	timezone: string,
	form: keyof typeof ISALES_FORMATS,
): string | undefined {
	const epoch = toEpochText(value, timezone);
	return epoch === undefined
		? undefined
		: DateTime.fromMillis(Number(epoch), { zone: timezone }).toFormat(ISALES_FORMATS[form]);
}

function epochText(milliseconds: number): string | undefined {
	return Number.isFinite(milliseconds) && milliseconds > 0 ? String(milliseconds) : undefined;
}
