import type { RateLimit } from '../../protocol/endpoint';
import type { ApiRequest } from '../apiRequest';
import type { ApiResponse, Handler, OutgoingRequest, Policy } from '../policy';
import { rateLimiterOf } from '../rateLimiter';
import type { Session } from '../session';

/** What shares a pace: the interface at one host, or one campaign of it. */
function nameOf(
	{ endpoint, path: values }: ApiRequest,
	{ isPerCampaign }: RateLimit,
	session: Session,
): string {
	const origin = session.originOf(endpoint);
	return `${origin} ${endpoint.path} ${isPerCampaign ? values?.campaignId : ''}`;
}

async function atItsPace(
	next: Handler,
	request: OutgoingRequest,
	session: Session,
	limit: RateLimit,
): Promise<ApiResponse> {
	session.throwIfOver();
	const limiter = rateLimiterOf(nameOf(request, limit, session), limit);
	return await limiter.schedule(session, request.earlier.length > 0, async () => {
		const response = await next(request, session);
		const { again, failure } = response;
		if (failure?.retryable?.turnedAwayBy !== 'pace') return response;
		// All who share the pace wait for it, and this one with them.
		limiter.slowDown();
		return { ...response, again: again && { ...again, after: 0 } };
	});
}

/** Keeps the pace that the vendor documents for an interface, over everything that this process sends. */
export const rateLimit: Policy = (next) => (request, session) => {
	const limit = request.endpoint.rateLimit;
	return limit ? atItsPace(next, request, session, limit) : next(request, session);
};
