import { cutAfter } from '../../base/waiting';
import { timedOut } from '../../protocol/network';
import type { Policy } from '../policy';

/**
 * Cuts off what takes longer than the session's time-out in all, the fetching of a token included. A
 * file may take as long as it likes once it comes, but for a pause of that length.
 */
export const timeout: Policy = (next) => async (request, session) => {
	const cutter = new AbortController();
	const cut = () => cutter.abort();
	request.signal?.addEventListener('abort', cut);
	let isLate = false;
	let progressAt = Date.now();
	const endWatch = cutAfter(
		session.timeout,
		() => {
			isLate = true;
			cut();
		},
		() => progressAt,
	);
	const onProgress = () => {
		progressAt = Date.now();
	};
	try {
		const response = await next({ ...request, signal: cutter.signal, onProgress }, session);
		return isLate && response.failure
			? { ...response, failure: timedOut(session.originOf(request.endpoint)) }
			: response;
	} finally {
		endWatch();
		request.signal?.removeEventListener('abort', cut);
	}
};
