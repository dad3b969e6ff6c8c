/** Which calls CC-CMS still has. Source: vendor page cec_07_0607, `beginDate` and `endDate`. */
import { DateTime } from 'luxon';

/** The first and the last moment that may be asked for, in epoch milliseconds. */
export interface RecordWindow {
	begin: number;
	end: number;
}

/**
 * "Not before yesterday 00:00:00, not after today 23:59:59" by the tenant's clock.
 *
 * @param now epoch milliseconds
 * @param zone IANA name of the tenant's time zone
 */
export function recordWindow(now: number, zone: string): RecordWindow {
	const today = DateTime.fromMillis(now, { zone });
	return {
		begin: today.minus({ days: 1 }).startOf('day').toMillis(),
		end: today.endOf('day').startOf('second').toMillis(),
	};
}

/** A moment as messages show it, by the tenant's clock. @param millis epoch milliseconds */
export function inWords(millis: number, zone: string): string {
	return DateTime.fromMillis(millis, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
}
