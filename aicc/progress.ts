/** How far one request has come, and whether it is sent once more. */
import { AiccError } from './errors';
import { MAX_TOO_FAST_TRIES, MAX_TRYING_TIME, waitAfter } from './pace';

/** What has been done so far for one request. */
export interface Progress {
	tries: number;
	/** Milliseconds of trying and waiting, without waiting for its turn. */
	spent: number;
	/** Epoch milliseconds of its first failure; 0 before. */
	failedAt: number;
	renewed: boolean;
	clockCorrected: boolean;
	/** What shares the pace of the interface, if it has one. */
	lane?: string;
	/** What came of the last try. */
	failure?: AiccError;
}

/** The error for a request that is not sent once more although its fault may pass. */
export function givenUp(failure: AiccError, progress: Progress): AiccError {
	const seconds = Math.round(progress.spent / 1000);
	const times = progress.tries === 1 ? 'once' : `${progress.tries} times in ${seconds} s`;
	const retryAfter = Math.round((failure.passing?.retryAfter ?? 0) / 1000);
	const wish = retryAfter > 0 ? `; it asks to wait ${retryAfter} s` : '';
	return new AiccError(failure.kind, `${failure.message}; tried ${times}${wish}`, {
		...failure,
		passing: undefined,
	});
}

/** The error for a request that was to be sent once more when everything ended. */
export function cutShort(failure: AiccError): AiccError {
	if (!failure.passing) return failure;
	const details = { ...failure, passing: undefined };
	return new AiccError(failure.kind, `${failure.message}; not tried again`, details);
}

/**
 * Milliseconds until the next try, or undefined when the request is given up.
 *
 * @param maxTries how often one request of the run is sent at most
 */
export function nextWait(
	failure: AiccError,
	progress: Progress,
	maxTries: number,
): number | undefined {
	const { passing } = failure;
	if (!passing) return undefined;
	if (passing.isTooFast) {
		if (progress.tries >= MAX_TOO_FAST_TRIES) return undefined;
		return waitAfter(progress.tries, passing, Math.random());
	}
	if (progress.tries >= maxTries) return undefined;
	const wait = waitAfter(progress.tries, passing, Math.random());
	return progress.spent + wait > MAX_TRYING_TIME ? undefined : wait;
}
