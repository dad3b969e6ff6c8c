/** Times as the platform writes them; taken to be UTC, as the vendor page 0721 says of campaigns. */

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

interface TimeFormat {
	/** As the description writes it. */
	pattern: string;
	isRight: (text: string) => boolean;
}

const DAY = String.raw`^\d{4}-\d{2}-\d{2}$`;
const SECOND = String.raw`^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$`;

/** Forms of times, with their names in messages. */
export const TIME_FORMATS: Record<string, TimeFormat> = {
	'yyyy-MM-dd HH:mm:ss': { pattern: SECOND, isRight: (text) => !Number.isNaN(timeOf(text)) },
	'yyyy-MM-dd': { pattern: DAY, isRight: (text) => !Number.isNaN(dayOf(text)) },
};

/** The form of time that a pattern means, if any. */
export function formatOf(pattern: string): string | undefined {
	return Object.keys(TIME_FORMATS).find((name) => TIME_FORMATS[name]?.pattern === pattern);
}
