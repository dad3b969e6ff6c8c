import { enterHost, leaveHost } from '../hosts';
import type { Policy } from '../policy';

/** Keeps what is known of the host as long as a request to it is under way. */
export const keepHost: Policy = (next) => async (request, session) => {
	const origin = session.originOf(request.endpoint);
	enterHost(session, origin);
	try {
		return await next(request, session);
	} finally {
		leaveHost(session, origin);
	}
};
