/** How often and how long is waited and tried. Data and arithmetic only. */
import type { Passing } from './errors';

/** Requests in flight at once to one host unless the credential says otherwise: vendor's advice. */
export const DEFAULT_CONCURRENCY = 10;

/** Time-out of one request in milliseconds unless the user sets another. */
export const REQUEST_TIMEOUT = 30_000;

/** How often one request is sent at most. */
export const MAX_TRIES = 5;

/**
 * How often a request is sent at most when the service says that it was asked too often: it has not
 * worked on it, and sooner or later it will.
 */
export const MAX_TOO_FAST_TRIES = 20;

/** The longest wait before one of those tries in milliseconds. */
const MAX_TOO_FAST_WAIT = 10_000;

/** How long one request is tried in all, in milliseconds, waiting for its turn not counted. */
export const MAX_TRYING_TIME = 60_000;

/**
 * So many requests of a run may be begun and not done for each one that may be in flight. While
 * there are more, none is begun: a service that is down is not asked for every item.
 */
export const BEGUN_PER_PLACE = 10;

/** The wait after the first try in milliseconds; it doubles with each further one. */
const FIRST_WAIT = 1_000;

/** The share of a wait that is left to chance, so that clients do not come back all at once. */
const JITTER = 0.5;

/** So many callers refused in a row, with no answer between, mean that the keys are wrong. */
export const HOPELESS_REFUSALS = 3;

/** So many changes in a row of which nobody knows whether they were made end the run. */
export const HOPELESS_SILENCES = 8;

/** Clocks that differ by more than this many milliseconds are the likely cause of a refusal. */
export const CLOCK_TOLERANCE = 60_000;

/**
 * Milliseconds to wait before the next try.
 *
 * @param tries how often the request was sent already
 * @param chance from 0 to 1
 */
export function waitAfter(tries: number, passing: Passing, chance: number): number {
	const growing = FIRST_WAIT * 2 ** (tries - 1) * (1 - JITTER * chance);
	if (passing.isTooFast) return Math.min(growing, MAX_TOO_FAST_WAIT);
	return Math.max(growing, passing.retryAfter ?? 0);
}
