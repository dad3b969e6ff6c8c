import { hostLimiterOf } from '../hosts';
import type { Policy } from '../policy';
import { afterFailure } from '../tries';

/** Decides whether a request is sent once more because its fault may pass, and when. */
export const planRetry: Policy = (next) => async (request, session) => {
	const sentAt = Date.now();
	const response = await next(request, session);
	const { failure, again } = response;
	if (!failure) return response;
	const before = request.earlier.at(-1)?.tries;
	// Something was put right for it: that is no try.
	if (again) return { ...response, tries: before };
	const { endpoint } = request;
	const limiter = hostLimiterOf(session, session.originOf(endpoint));
	const { tries, wait } = afterFailure(
		before,
		{
			failure,
			sentAt,
			now: Date.now(),
			answeredAt: limiter.answeredAt(endpoint.path),
			isFile: endpoint.file !== undefined,
		},
		session.patience,
		Math.random(),
	);
	if (wait === undefined) return { ...response, tries };
	// Nobody else slows down for an interface that is shut alone: the more wait for it, the longer.
	const crowd = limiter.isShutAlone(endpoint.path) ? session.retryingPerPlace : 1;
	return { ...response, tries, again: { after: wait * Math.max(1, crowd), because: 'time' } };
};
