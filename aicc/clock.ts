import type { Answer } from './answer';
import { AiccError } from './errors';
import type { Host } from './hosts';
import type { AiccInterface } from './interfaces';
import { CLOCK_TOLERANCE } from './pace';

function differenceOf(date: unknown, now: number): number | undefined {
	const serverTime = typeof date === 'string' ? Date.parse(date) : NaN;
	return Number.isNaN(serverTime) ? undefined : serverTime - now;
}

/**
 * Takes over the server's time for signatures when it is far from ours.
 *
 * @param date the answer's `Date` header
 * @param now epoch milliseconds of our clock
 * @returns whether the clocks differ so much that signing again makes sense
 */
export function correctClock(host: Host, date: unknown, now: number): boolean {
	const difference = differenceOf(date, now);
	if (difference === undefined || Math.abs(difference) <= CLOCK_TOLERANCE) return false;
	host.clockOffset = difference;
	return true;
}

/** Adds to a refusal by how many minutes the clocks differ, if they do. */
export function withClockDifference(
	failure: AiccError,
	called: AiccInterface,
	answer: Answer | undefined,
	now: number,
): AiccError {
	const difference = differenceOf(answer?.headers.date, now);
	const isSignatureRefused = called.authentication === 'akSk' && answer?.status === 401;
	if (!isSignatureRefused || difference === undefined) return failure;
	if (Math.abs(difference) <= CLOCK_TOLERANCE) return failure;
	const minutes = Math.round(Math.abs(difference) / 60_000);
	const direction = difference > 0 ? 'behind' : 'ahead of';
	return new AiccError(
		failure.kind,
		`${failure.message}. The clock here is ${minutes} minutes ${direction} the server's`,
		{
			...failure,
			description:
				`Set the clock of this machine right: signatures with the wrong time are refused. Signing with the server's time was tried as well. ${failure.description ?? ''}`.trim(),
		},
	);
}
