import { hostLimiterOf } from '../hosts';
import type { Policy } from '../policy';

/** Lets a request through as soon as there is a place among those in flight to its host. */
export const hostConcurrency: Policy = (next) => async (request, session) => {
	const limiter = hostLimiterOf(session, session.originOf(request.endpoint));
	return await limiter.schedule(session, request.earlier.length > 0, async () => {
		const response = await next(request, session);
		// It still has its place: nobody is let in before this is known.
		limiter.noteOutcome(response, request.endpoint);
		return response;
	});
};
