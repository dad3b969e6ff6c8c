/** How often and how long is waited and tried. Data and arithmetic only. */
import type { AiccError, Retryable } from '../base/errors';

/** Requests in flight at once to one host unless the credential says otherwise: vendor's advice. */
export const DEFAULT_CONCURRENCY = 10;

/** How often one request is sent at most. */
const MAX_TRIES = 5;

/** How long one request is tried in all, in milliseconds, waiting for its turn not counted. */
const MAX_TRYING_TIME = 60_000;

/**
 * How long is waited for what is turned away: seconds where somebody sits in front of a form, a minute
 * where it is asked for again anyway, else minutes.
 */
export type Patience = 'little' | 'some' | 'much';

/**
 * So many milliseconds an interface may turn everybody away as one too many: sooner or later it will
 * let somebody in.
 */
const MAX_BUSY_TIME = 300_000;

/** The longest wait before a request is sent again that was turned away, in milliseconds. */
const MAX_BUSY_WAIT = 5_000;

/**
 * So often a request may be turned away while others are answered; after that it is not the crowd
 * that is in its way.
 */
const MAX_BUSY_TRIES = 30;

/** The first of these are sent again as soon as there is a place. */
export const AT_ONCE_AGAIN = 3;

/** When an interface answered so many milliseconds ago, it turned a request away because it is busy. */
export const ANSWERING_WITHIN = 5_000;

/**
 * So many requests of a session may be begun and not done for each one that may be in flight. While
 * there are more, none is begun: a service that is down is not asked for every item.
 */
export const BEGUN_PER_PLACE = 10;

/** The wait after the first try in milliseconds; it doubles with each further one. */
const FIRST_WAIT = 1_000;

/** The share of a wait that is left to chance, so that clients do not come back all at once. */
const JITTER = 0.5;

/** So many requests refused for their keys in a row, with no answer between, mean that these are wrong. */
export const MAX_CONSECUTIVE_REFUSALS = 3;

/** So many changes in a row of which nobody knows whether they were made end the session. */
export const MAX_CONSECUTIVE_UNKNOWNS = 8;

/** What somebody who sits and waits is spared: so many tries, and waits so many times as short. */
const IMPATIENT_TRIES = 4;
const IMPATIENCE = 3;

/**
 * Milliseconds until something is asked again for somebody who sits and waits, or undefined when it is
 * not: only what was turned away as one too many.
 *
 * @param tries so far, from 1
 * @param chance from 0 to 1
 */
export function impatientWait(
	retryable: Retryable | undefined,
	tries: number,
	chance: number,
): number | undefined {
	if (!retryable?.turnedAwayBy || tries >= IMPATIENT_TRIES) return undefined;
	// A host that asks to be left alone is not waited for.
	if (retryable.retryAfter) return undefined;
	return growingWait(tries, chance) / IMPATIENCE;
}

/** @param failures so far, from 1; @param chance from 0 to 1 */
function growingWait(failures: number, chance: number): number {
	return FIRST_WAIT * 2 ** (failures - 1) * (1 - JITTER * chance);
}

/** What a server says that takes only so many at once, and one that is down as well. */
const OVERLOADED = 503;

/** Whether a request may have failed only because it was one too many. */
export function mayBeOneTooMany({
	retryable,
	httpStatus,
}: Pick<AiccError, 'retryable' | 'httpStatus'>): boolean {
	return retryable !== undefined && (!!retryable.turnedAwayBy || httpStatus === OVERLOADED);
}

/** What is known about a request that failed, and about the interface. */
export interface Failures {
	/** How often it failed, and for how many milliseconds it was tried. */
	count: number;
	spent: number;
	/** How often it was turned away while others were answered, which is counted for itself. */
	busyCount: number;
	/** Whether that is so this time. */
	isBusy: boolean;
	/** Whether the interface has answered this process before: it lets us in. */
	isLetIn: boolean;
	/** Whether it is the token that could not be had. */
	isAboutToken: boolean;
	/** For how many milliseconds nobody was answered. */
	unansweredFor: number;
	patience: Patience;
}

/** How many milliseconds is waited for what is turned away. */
function busyTimeOf({ patience }: Failures): number {
	return patience === 'much' ? MAX_BUSY_TIME : MAX_TRYING_TIME;
}

/** Whether a request that was turned away is tried again although its tries are used up. */
function isWorthWaiting({ turnedAwayBy }: Retryable, failures: Failures): boolean {
	if (!turnedAwayBy) return false;
	if (!failures.isLetIn) {
		// Who logs in with wrong keys is answered like that, and is not to go on for long.
		if (failures.isAboutToken) return false;
		// The firewall may mean that we are not on its list.
		if (turnedAwayBy === 'firewall') return failures.spent < MAX_TRYING_TIME;
	}
	return failures.unansweredFor < busyTimeOf(failures);
}

/** The wait before a request goes back in line that was turned away while others were answered. */
function busyWait({ turnedAwayBy }: Retryable, { busyCount }: Failures, chance: number): number {
	// Who keeps the pace of an interface has to wait in any case.
	const atOnce = turnedAwayBy === 'pace' ? 0 : AT_ONCE_AGAIN;
	return busyCount <= atOnce ? 0 : Math.min(MAX_BUSY_WAIT, growingWait(busyCount - atOnce, chance));
}

/**
 * Milliseconds to wait before the next try, or undefined when a request is given up.
 *
 * @param chance from 0 to 1
 */
export function nextWait(
	retryable: Retryable | undefined,
	failures: Failures,
	chance: number,
): number | undefined {
	if (!retryable) return undefined;
	const asked = retryable.retryAfter ?? 0;
	const isWaitedFor = failures.isBusy || isWorthWaiting(retryable, failures);
	if (asked > (isWaitedFor ? busyTimeOf(failures) : MAX_TRYING_TIME)) return undefined;
	if (failures.isBusy) {
		if (failures.busyCount >= MAX_BUSY_TRIES) return undefined;
		return Math.max(asked, busyWait(retryable, failures, chance));
	}
	const growing = growingWait(failures.count, chance);
	if (isWaitedFor) return Math.max(asked, Math.min(MAX_BUSY_WAIT, growing));
	const wait = Math.max(asked, growing);
	const hasTries = failures.count < MAX_TRIES && failures.spent + wait <= MAX_TRYING_TIME;
	return hasTries ? wait : undefined;
}
