import { DateTime } from 'luxon';

/**
 * Where a tenant lives whose clock shows early afternoon: the day has calls whenever a test runs, people
 * work, and no day ends in the middle of it.
 */

/** By how many hours that clock is ahead of UTC. */
export const HOURS_AHEAD = 14 - new Date().getUTCHours();

/** The name of that time zone, in which the signs are turned round. */
export const ZONE = HOURS_AHEAD > 0 ? `Etc/GMT-${HOURS_AHEAD}` : `Etc/GMT+${-HOURS_AHEAD}`;

/** When today began there, in epoch milliseconds. */
export const TODAY = DateTime.now().setZone(ZONE).startOf('day').toMillis();

/**
 * The day there.
 *
 * @param time in epoch milliseconds
 * @returns such as `2026-03-09`
 */
export function dayOf(time: number): string {
	return String(DateTime.fromMillis(time, { zone: ZONE }).toISODate());
}
