import { cutAfter } from '../../base/waiting';
import { timedOut } from '../../protocol/network';
import type { Policy } from '../policy';

/** Cuts off what takes longer than the session's time-out in all, the fetching of a token included. */
export const timeout: Policy = (next) => async (request, session) => {
	const cutter = new AbortController();
	const cut = () => cutter.abort();
	request.signal?.addEventListener('abort', cut);
	let isLate = false;
	const endWatch = cutAfter(session.timeout, () => {
		isLate = true;
		cut();
	});
	try {
		const response = await next({ ...request, signal: cutter.signal }, session);
		return isLate && response.failure
			? { ...response, failure: timedOut(session.origin) }
			: response;
	} finally {
		endWatch();
		request.signal?.removeEventListener('abort', cut);
	}
};
