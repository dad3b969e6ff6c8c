import { AiccError } from '../../base/errors';
import { isUncertain, ofWrite, unknownChange } from '../../protocol/uncertainWrites';
import { isLetIn, perSession, type Policy } from '../policy';
import { MAX_CONSECUTIVE_UNKNOWNS } from '../retryPolicy';

/** Writes in a row of which nobody knows whether they were made. */
const stateOf = perSession(() => ({ unknowns: 0 }));

/**
 * Tells writes of which nobody knows whether they were made from those that were certainly not: only
 * these may be sent again. When there are too many of the former in a row, the session ends: what was
 * not sent yet would fare no better.
 */
export const uncertainWrites: Policy = (next) => async (request, session) => {
	const response = await next(request, session);
	const { failure } = response;
	const { endpoint } = request;
	if (!failure || !isUncertain(failure, endpoint)) {
		if (isLetIn(response)) stateOf(session).unknowns = 0;
		return failure ? { ...response, failure: ofWrite(failure, endpoint) } : response;
	}
	const unknowns = ++stateOf(session).unknowns;
	if (unknowns >= MAX_CONSECUTIVE_UNKNOWNS) {
		session.stop(
			new AiccError(
				'uncertain',
				`of ${unknowns} changes in a row it is not known whether they were made. ${failure.message}`,
				{ description: failure.description },
			),
		);
	}
	return { ...response, failure: unknownChange(failure, endpoint) };
};
