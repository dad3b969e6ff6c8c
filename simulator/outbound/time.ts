/** Times as CC-iSales writes them; taken to be UTC, as the vendor page 0721 says of campaigns. */

export const DAY_MS = 24 * 60 * 60 * 1000;

/** `yyyy-MM-dd HH:mm:ss`. @param time epoch milliseconds */
export function timeText(time: number): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** Epoch milliseconds of a `yyyy-MM-dd HH:mm:ss`; NaN for anything else. */
export function timeOf(text: string): number {
	const time = Date.parse(`${text.replace(' ', 'T')}Z`);
	return !Number.isNaN(time) && timeText(time) === text ? time : NaN;
}

/** Epoch milliseconds of the beginning of a `yyyy-MM-dd`; NaN for anything else. */
export function dayOf(text: string): number {
	return timeOf(`${text} 00:00:00`);
}
