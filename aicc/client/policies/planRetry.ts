import type { Policy, Tries } from '../policy';
import { nextWait } from '../retryPolicy';

/** What has been spent with one more failure. @param now epoch milliseconds, as `sentAt` */
function withFailure(before: Tries | undefined, sentAt: number, now: number): Tries {
	const { count, spent, failedAt } = before ?? { count: 0, spent: 0, failedAt: now };
	return { count: count + 1, spent: spent + now - sentAt, failedAt };
}

/** Decides whether a request is sent once more because its fault may pass, and when. */
export const planRetry: Policy = (next) => async (request, session) => {
	const sentAt = Date.now();
	const response = await next(request, session);
	const { failure, again } = response;
	if (!failure) return response;
	const before = request.earlier.at(-1)?.tries;
	// Something was put right for it: that is no try.
	if (again) return { ...response, tries: before };
	const tries = withFailure(before, sentAt, Date.now());
	// How long a file was on its way before it was cut says nothing against beginning again.
	const spent = request.endpoint.file ? 0 : tries.spent;
	const wait =
		failure.retryable && nextWait(failure.retryable, { ...tries, spent }, session.maxTries);
	if (wait === undefined) return { ...response, tries };
	return {
		...response,
		tries: { ...tries, spent: tries.spent + wait },
		again: { after: wait, because: 'time' },
	};
};
