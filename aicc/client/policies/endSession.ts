import { AiccError } from '../../base/errors';
import type { Endpoint } from '../../protocol/endpoint';
import { atEnd } from '../atEnd';
import { isLetIn, perSession, type Policy, type Tries } from '../policy';
import { MAX_CONSECUTIVE_REFUSALS } from '../retryPolicy';
import type { Session } from '../session';

const stateOf = perSession(() => ({
	/** Epoch milliseconds of the service's last answer; 0 before the first. */
	lastAnswer: 0,
	/** Requests refused for their keys since then. */
	refusals: 0,
}));

/** The error for a request that is given up although its fault may pass. */
function retriesExhausted(failure: AiccError, { count, spent }: Tries): AiccError {
	const times = count === 1 ? 'once' : `${count} times in ${Math.round(spent / 1000)} s`;
	const retryAfter = Math.round((failure.retryable?.retryAfter ?? 0) / 1000);
	const wish = retryAfter > 0 ? `; it asks to wait ${retryAfter} s` : '';
	return new AiccError(failure.kind, `${failure.message}; tried ${times}${wish}`, failure);
}

/** Whether the requests of the session that still wait would fare no better than this failed one. */
function isHopeless(
	failure: AiccError,
	{ statuses }: Endpoint,
	tries: Tries | undefined,
	session: Session,
): boolean {
	const state = stateOf(session);
	if (failure.retryable) {
		return failure.retryable.turnedAwayBy !== 'pace' && state.lastAnswer < (tries?.failedAt ?? 0);
	}
	if (failure.concernsAll) return true;
	if (statuses?.[failure.httpStatus ?? 0]?.endsSession) return true;
	if (failure.kind !== 'credential') return false;
	// With 403 the service may mean what this one asked for, with 401 it means the keys.
	const isFirst = failure.httpStatus === 401 && state.lastAnswer === 0;
	return ++state.refusals >= MAX_CONSECUTIVE_REFUSALS || isFirst;
}

/**
 * Ends the session when a request has failed for good in a way that all others would share. Others that
 * come back after that are not sent again, and are told so.
 */
export const endSession: Policy = (next) => async (request, session) => {
	const response = await next(request, session);
	if (isLetIn(response)) {
		const state = stateOf(session);
		state.lastAnswer = Date.now();
		state.refusals = 0;
	}
	const { failure, again, tries } = response;
	if (!failure) return response;
	if (session.isOver) return { ...response, again: undefined, failure: atEnd(failure, session) };
	if (again) return response;
	const final = failure.retryable && tries ? retriesExhausted(failure, tries) : failure;
	if (isHopeless(failure, request.endpoint, tries, session)) session.stop(final);
	return { ...response, failure: final };
};
