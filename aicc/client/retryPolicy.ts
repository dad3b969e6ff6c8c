/** How often and how long is waited and tried. Data and arithmetic only. */
import type { Retryable } from '../base/errors';

/** Requests in flight at once to one host unless the credential says otherwise: vendor's advice. */
export const DEFAULT_CONCURRENCY = 10;

/** How often one request is sent at most. */
export const MAX_TRIES = 5;

/**
 * How often a request is sent at most when the service says that it was asked too often: it has not
 * worked on it, and sooner or later it will.
 */
const MAX_TOO_FAST_TRIES = 20;

/** The longest wait before one of those tries in milliseconds. */
const MAX_TOO_FAST_WAIT = 10_000;

/** How long one request is tried in all, in milliseconds, waiting for its turn not counted. */
const MAX_TRYING_TIME = 60_000;

/**
 * So many requests of a session may be begun and not done for each one that may be in flight. While
 * there are more, none is begun: a service that is down is not asked for every item.
 */
export const BEGUN_PER_PLACE = 10;

/** The wait after the first try in milliseconds; it doubles with each further one. */
const FIRST_WAIT = 1_000;

/** The share of a wait that is left to chance, so that clients do not come back all at once. */
const JITTER = 0.5;

/** So many callers refused in a row, with no answer between, mean that the keys are wrong. */
export const MAX_CONSECUTIVE_REFUSALS = 3;

/** So many changes in a row of which nobody knows whether they were made end the session. */
export const MAX_CONSECUTIVE_UNKNOWNS = 8;

/**
 * Milliseconds to wait before the next try.
 *
 * @param tries how often the request was sent already
 * @param chance from 0 to 1
 */
export function waitAfter(tries: number, retryable: Retryable, chance: number): number {
	const growing = FIRST_WAIT * 2 ** (tries - 1) * (1 - JITTER * chance);
	if (retryable.isTooFast) return Math.min(growing, MAX_TOO_FAST_WAIT);
	return Math.max(growing, retryable.retryAfter ?? 0);
}

/**
 * Milliseconds to wait before the next try, or undefined when a request is given up.
 *
 * @param tries how often it was sent already, and how many milliseconds have been spent on it
 * @param maxTries how often one request of the session is sent at most
 */
export function nextWait(
	retryable: Retryable,
	{ count, spent }: { count: number; spent: number },
	maxTries: number,
): number | undefined {
	const wait = waitAfter(count, retryable, Math.random());
	if (retryable.isTooFast) return count < MAX_TOO_FAST_TRIES ? wait : undefined;
	return count < maxTries && spent + wait <= MAX_TRYING_TIME ? wait : undefined;
}
