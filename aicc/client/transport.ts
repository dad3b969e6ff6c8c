/** The one way out: every request to AICC goes through `request`. */
import type { IBinaryData } from 'n8n-workflow';

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
import { receiveFile } from './policies/receiveFile';
import { renewToken } from './policies/renewToken';
import { retry } from './policies/retry';
import { send } from './policies/send';
import { timeout } from './policies/timeout';
import { uncertainWrites } from './policies/uncertainWrites';
import { compose, type ApiResponse } from './policy';
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
		// A file goes to where n8n keeps it, as it comes.
		receiveFile,
	],
	// n8n adds the keys, and sends.
	send,
);

const NEVER_SENT: [] = [];

/** @throws AiccError */
async function sent(question: ApiRequest, session: Session): Promise<ApiResponse> {
	const response = await transport({ ...question, earlier: NEVER_SENT }, session);
	if (response.failure) throw response.failure;
	return response;
}

/**
 * Asks AICC one thing.
 *
 * @returns the service's answer; its result code is one that means an answer. Of an endpoint with
 *   `isOfAnyForm` it may be a list, and has nothing in it where nothing came
 * @throws AiccError
 */
export async function request(question: ApiRequest, session: Session): Promise<JsonObject> {
	const { answer } = await sent(question, session);
	return (answer?.json ?? {}) as JsonObject;
}

/** What came of asking for a file: it, where n8n keeps it, or the service's answer in its place. */
export type Fetched = { file: IBinaryData } | { file?: undefined; json: JsonObject };

/**
 * Asks AICC for a file.
 *
 * @throws AiccError
 */
export async function requestFile(question: ApiRequest, session: Session): Promise<Fetched> {
	const { file, answer } = await sent(question, session);
	return file ? { file } : { json: answer?.json as JsonObject };
}
