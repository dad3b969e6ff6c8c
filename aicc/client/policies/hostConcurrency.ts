import { hostLimiterOf } from '../hosts';
import type { Policy } from '../policy';

/** Lets a request through as soon as there is a place among those in flight to its host. */
export const hostConcurrency: Policy = (next) => async (request, session) => {
	const { endpoint, earlier } = request;
	const limiter = hostLimiterOf(session, session.originOf(endpoint));
	return await limiter.schedule(session, earlier.length > 0, async () => {
		const sentAt = Date.now();
		const response = await next(request, session);
		// It still has its place: nobody is let in before this is known.
		limiter.noteOutcome(response, endpoint, Date.now() - sentAt);
		return response;
	});
};
