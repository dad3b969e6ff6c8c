/** The one way out: every request to AICC goes through `request`. */
import type { JsonObject } from '../base/json';
import type { ApiRequest } from './apiRequest';
import { cancel } from './policies/cancel';
import { correctClock } from './policies/correctClock';
import { endSession } from './policies/endSession';
import { hostConcurrency } from './policies/hostConcurrency';
import { judgeAnswer } from './policies/judgeAnswer';
import { keepHost } from './policies/keepHost';
import { planRetry } from './policies/planRetry';
import { rateLimit } from './policies/rateLimit';
import { renewToken } from './policies/renewToken';
import { retry } from './policies/retry';
import { send } from './policies/send';
import { timeout } from './policies/timeout';
import { uncertainWrites } from './policies/uncertainWrites';
import { compose } from './policy';
import type { Session } from './session';

/**
 * The way of a request, from the outside in: what stands first sees the request first and the
 * response last. What stands after `hostConcurrency` happens while the request has its place: it is
 * done before anybody else is let in.
 */
const transport = compose(
	[
		// What is known of the host is kept as long as a request to it is under way.
		keepHost,
		// A request that is to be sent again is, after its wait.
		retry,
		// It waits for its turn at the interface, if that has a pace of its own.
		rateLimit,
		// It waits for a place at the host, over everything that this process sends.
		hostConcurrency,
		// A request that is given up, in a way that all others would share, ends the session.
		endSession,
		// A request whose fault may pass is to be sent again, if tries and time are left.
		planRetry,
		// A signature that was refused is made again by the server's clock, if ours is wrong.
		correctClock,
		// A token that was refused is given up for a new one.
		renewToken,
		// A write of which nobody knows whether it was made is not sent again.
		uncertainWrites,
		// What came is read, and is an answer of the service or a failure in words.
		judgeAnswer,
		// A query is cut off when the execution is cancelled.
		cancel,
		// What takes too long is cut off.
		timeout,
	],
	// n8n adds the keys, and sends.
	send,
);

const NEVER_SENT: [] = [];

/**
 * Asks AICC one thing.
 *
 * @returns the service's answer; its result code is one that means an answer
 * @throws AiccError
 */
export async function request(question: ApiRequest, session: Session): Promise<JsonObject> {
	const { answer, failure } = await transport({ ...question, earlier: NEVER_SENT }, session);
	if (failure) throw failure;
	return answer?.json as JsonObject;
}
