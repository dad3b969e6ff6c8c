/**
 * How far the clocks of servers are from ours, by origin (scheme, host, port): a signature carries
 * the time, and is refused when that is wrong.
 */
import { AiccError } from '../../base/errors';

/** Clocks that differ by more than this many milliseconds are the likely cause of a refusal. */
const CLOCK_TOLERANCE = 60_000;

/** What is known of the clock of one server. */
export interface ServerClock {
	/** Milliseconds to add to our clock to get the server's; 0 as long as nothing is known. */
	offset: number;
}

const clocks = new Map<string, ServerClock>();

/** Signs with the time of this clock until it is forgotten. */
export function keepClock(origin: string, clock: ServerClock): void {
	clocks.set(origin, clock);
}

/** Ends what `keepClock` began: from now on signatures for this origin have our time. */
export function forgetClock(origin: string): void {
	clocks.delete(origin);
}

/** Milliseconds to add to our clock to get the server's; 0 when nothing is known. */
export function clockOffsetOf(origin: string): number {
	return clocks.get(origin)?.offset ?? 0;
}

/** Milliseconds from our clock to the server's, if they are farther apart than clocks may be. */
function differenceOf(date: unknown, now: number): number | undefined {
	const serverTime = typeof date === 'string' ? Date.parse(date) : NaN;
	// Without a date there is no difference: NaN is not greater than anything.
	return Math.abs(serverTime - now) > CLOCK_TOLERANCE ? serverTime - now : undefined;
}

/**
 * Takes over the server's time for signatures when it is far from ours.
 *
 * @param date the answer's `Date` header
 * @param now epoch milliseconds of our clock
 * @returns whether the clocks differ so much that signing again makes sense
 */
export function takeServerTime(origin: string, date: unknown, now: number): boolean {
	const offset = differenceOf(date, now);
	const clock = clocks.get(origin);
	if (offset === undefined || !clock) return false;
	clock.offset = offset;
	return true;
}

/**
 * Adds to the refusal of a signature by how many minutes the clocks differ, if they do.
 *
 * @param date the answer's `Date` header
 * @param now epoch milliseconds of our clock
 * @param isTried whether it was sent again, signed with the server's time
 */
export function withClockDifference(
	failure: AiccError,
	date: unknown,
	now: number,
	isTried: boolean,
): AiccError {
	const difference = differenceOf(date, now);
	if (difference === undefined) return failure;
	const minutes = Math.round(Math.abs(difference) / 60_000);
	const direction = difference > 0 ? 'behind' : 'ahead of';
	const tried = isTried ? "Signing with the server's time was tried as well." : '';
	const advice = [
		'Set the clock of this machine right: signatures with the wrong time are refused.',
		tried,
		failure.description,
	];
	return new AiccError(
		failure.kind,
		`${failure.message}. The clock here is ${minutes} minutes ${direction} the server's`,
		{
			...failure,
			description: advice.filter(Boolean).join(' '),
		},
	);
}
