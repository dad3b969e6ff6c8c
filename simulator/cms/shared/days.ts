/** Days and hours in the time zone of the centre. */
import { DAY_MS, timeOf, timeText } from '../../core/time';
import { drawsOf, mixed, pick } from './chance';

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
	const known = clocks.get(timeZone);
	if (known) return known;
	const clock = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'medium',
	});
	clocks.set(timeZone, clock);
	return clock;
}

/** What the clocks of a time zone show at a time, as the time when those of UTC show the same. */
function shownAt(time: number, timeZone: string): number {
	return timeOf(clockOf(timeZone).format(time));
}

/** When the clocks of a time zone show what those of UTC show at a time. */
function whenShown(shown: number, timeZone: string): number {
	const guess = shown - (shownAt(shown, timeZone) - shown);
	return guess - (shownAt(guess, timeZone) - shown);
}

/** Midnight at the beginning of a day, some days from that of a time. @returns epoch milliseconds */
export function midnight(time: number, timeZone: string, days = 0): number {
	const day = Math.floor(shownAt(time, timeZone) / DAY_MS) + days;
	return whenShown(day * DAY_MS, timeZone);
}

/** Epoch milliseconds of a `yyyy-MM-dd HH:mm:ss` in a time zone. @throws RangeError for anything else */
export function zonedTimeOf(text: string, timeZone: string): number {
	return whenShown(timeOf(text), timeZone);
}

/** A time as `yyyy-MM-dd HH:mm:ss` in a time zone. @param time epoch milliseconds */
export function zonedText(time: number, timeZone: string): string {
	return timeText(shownAt(time, timeZone));
}

/** How busy each hour of the day is, beside the mean of the day. */
const BUSYNESS = [
	0.2, 0.15, 0.12, 0.12, 0.15, 0.25, 0.5, 0.9, 1.5, 2.0, 2.2, 2.0, 1.4, 1.5, 1.9, 1.9, 1.7, 1.4,
	1.1, 0.9, 0.8, 0.6, 0.4, 0.3,
];
const MEAN = BUSYNESS.reduce((sum, one) => sum + one, 0) / BUSYNESS.length;

/** The busyness of the hours of one time zone, each looked up once. */
export class Hours {
	private readonly known = new Map<number, number>();

	constructor(private readonly timeZone: string) {}

	/** How busy it is at a time; 1 is the mean of a day. */
	busyness(time: number): number {
		// Zones differ from UTC by quarters of an hour.
		const quarter = Math.floor(time / (15 * MINUTE_MS));
		const known = this.known.get(quarter);
		if (known !== undefined) return known;
		const hour = new Date(shownAt(time, this.timeZone)).getUTCHours();
		const busyness = (BUSYNESS[hour] ?? MEAN) / MEAN;
		this.known.set(quarter, busyness);
		return busyness;
	}
}

/** When shifts begin, in hours from midnight, and how many of the agents on duty have them. */
const SHIFTS = [
	[6, 0.22],
	[8.5, 0.4],
	[14, 0.26],
	[22, 0.12],
] as const;
const SHIFT_HOURS = 8;

/** How much of their time agents on duty are to be busy with calls. */
const OCCUPANCY = 0.5;
/** How long a call keeps an agent busy. */
const HANDLE_MS = 6 * MINUTE_MS;
/** Some are on duty even if hardly anybody calls. */
const LEAST_SHARE = 0.1;

/** How many of all agents are on duty on a day. */
export function shareOnDuty(callsPerDay: number, agents: number): number {
	const needed = (callsPerDay * HANDLE_MS) / (OCCUPANCY * SHIFT_HOURS * HOUR_MS);
	return Math.min(1, Math.max(LEAST_SHARE, needed / Math.max(1, agents)));
}

/** When an agent works on a day, in epoch milliseconds; undefined for a day off. */
export function shiftOf(
	seed: number,
	agentId: number,
	day: number,
	share: number,
): { begin: number; end: number } | undefined {
	const draw = drawsOf(mixed(seed, agentId, day));
	if (draw() >= share) return undefined;
	const late = () => Math.round(draw() * 10 * MINUTE_MS);
	const begin = day + pick(draw, SHIFTS) * HOUR_MS + late();
	return { begin, end: begin + SHIFT_HOURS * HOUR_MS + late() };
}
