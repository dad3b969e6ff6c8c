/** What a policy is, and what goes through the stack of them. */
import type { IBinaryData, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { AiccError } from '../base/errors';
import { isAccessRefused, type Answer } from '../protocol/answer';
import type { ApiRequest } from './apiRequest';
import type { Session } from './session';

/** A request on its way through the policies. */
export interface OutgoingRequest extends ApiRequest {
	/** What came of it each time it was sent before, oldest first. */
	earlier: readonly ApiResponse[];
	/** Cuts it off. */
	signal?: AbortSignal;
	/** Called when a part of a file has come. */
	onProgress?: () => void;
}

/** What has come of one sending of a request; each policy may add to it on its way out. */
export interface ApiResponse {
	/** n8n's options: what the credential made of them has the whole address and the keys. */
	options: IHttpRequestOptions;
	/** What came over the wire, unless the connection failed. */
	http?: IN8nHttpFullResponse;
	/** The same, parsed and without secrets. */
	answer?: Answer;
	/** The file that came in place of JSON, where n8n keeps it. */
	file?: IBinaryData;
	/** Why it is no success, in words. */
	failure?: AiccError;
	/** Set when the request is to be sent once more. */
	again?: SendAgain;
	/** What has been spent on the request so far. Kept by the policy `planRetry` alone. */
	tries?: Tries;
}

/** When a request is sent once more, and why. */
export interface SendAgain {
	/** Milliseconds to wait before. */
	after: number;
	/** What makes it worth while: a new token, the right clock, or that the fault may have passed. */
	because: 'token' | 'clock' | 'time';
}

/** What has been spent on a request. */
export interface Tries {
	/** How often it failed; what a new token or the right clock has put right is not counted. */
	count: number;
	/** Milliseconds of trying and waiting, without waiting for its turn. */
	spent: number;
	/** Epoch milliseconds of the first failure, and of the last. */
	failedAt: number;
	lastFailedAt: number;
	/** Of `count` and `spent`, what it was turned away while others were answered: that is no try. */
	busyCount: number;
	busySpent: number;
}

/** @throws AiccError when the request cannot be made, or the session ends before its turn comes */
export type Handler = (request: OutgoingRequest, session: Session) => Promise<ApiResponse>;

/**
 * One thing that is done about every request, around whatever comes after it. It knows what it is
 * given and what comes back, and no other policy.
 */
export type Policy = (next: Handler) => Handler;

/**
 * Puts policies around the sending of a request.
 *
 * @param policies from the outside in: the first one sees the request first and the response last
 */
export function compose(policies: readonly Policy[], send: Handler): Handler {
	return policies.reduceRight((next, policy) => policy(next), send);
}

/** Whether the service has let a request in: its keys are good, and there is somebody who answers. */
export function isLetIn({ answer, failure }: ApiResponse): boolean {
	if (!answer || isAccessRefused(answer) || failure?.kind === 'uncertain') return false;
	return failure?.retryable === undefined || failure.retryable.turnedAwayBy === 'pace';
}

/**
 * What is kept for each session, as long as there is somebody who has it.
 *
 * @param begin what there is at first
 */
export function perSession<T extends object>(
	begin: (session: Session) => T,
): (session: Session) => T {
	const states = new WeakMap<Session, T>();
	return (session) => {
		const known = states.get(session);
		if (known) return known;
		const state = begin(session);
		states.set(session, state);
		return state;
	};
}
