/**
 * Pushes results of calls to a customer, as the platform does when calls end.
 *
 * Source: vendor page 0788.
 */
import { sleep } from 'n8n-workflow';

import type { Platform } from '../platform';
import type { CallAttempt } from './makeResults';
import { post } from './post';

export interface PushRequest {
	/** Whose results, when none are given. */
	campaignId?: string;
	/** So many of the newest results; 1 unless told. */
	count?: number;
	/** Leaves out so many of the newest first. */
	skip?: number;
	/** Pushes these as they are, whatever they are. */
	results?: unknown[];
	/** Pushes all of it so many times more, although it was taken. */
	repeats?: number;
	/** `Content-Type` of the push, of which the page says nothing; empty for none. */
	contentType?: string;
	/** How long an answer may take. */
	timeoutMs?: number;
}

export interface PushAnswer {
	/** HTTP status; 0 when there was no answer. */
	status: number;
	body: string;
	/** Why there was no answer. */
	error?: string;
}

export interface Push {
	/** One for each time that the results were sent. */
	answers: PushAnswer[];
	/** Whether the last answer had the status 200. */
	isTaken: boolean;
}

const JSON_TYPE = 'application/json;charset=UTF-8';
const TIMEOUT_MS = 10_000;
const MOST_PUSHES = 6;

function asPushed(attempt: CallAttempt): object {
	return {
		campaignId: attempt.campaignId,
		sessionId: attempt.sessionId,
		called: attempt.called,
		callTimeStr: attempt.callTimeStr,
		callStatus: attempt.callStatus,
		failCode: attempt.failCode,
		vdnId: attempt.vdnId,
		callId: attempt.callId,
		customField: attempt.customField,
		recordPath: attempt.recordPath,
	};
}

function resultsOf(platform: Platform, asked: PushRequest): unknown[] {
	const { results, campaignId = '', count = 1, skip = 0 } = asked;
	if (results) return results;
	const attempts = platform.data.callResults[campaignId] ?? [];
	const end = Math.max(0, attempts.length - skip);
	const pushed = attempts.slice(Math.max(0, end - count), end).map(asPushed);
	if (pushed.length > 0) return pushed;
	throw new Error(`The campaign ${campaignId} has no such results`);
}

/** Sends results until they are taken: again at once, then after a while, and not for ever. */
async function deliver(platform: Platform, url: URL, asked: PushRequest): Promise<Push> {
	const { maxPushes, repushDelayMs } = platform.behaviour;
	const { contentType = JSON_TYPE, timeoutMs = TIMEOUT_MS } = asked;
	const body = JSON.stringify(resultsOf(platform, asked));
	const answers: PushAnswer[] = [];
	let isTaken = false;
	while (!isTaken && answers.length < Math.min(Math.max(1, maxPushes), MOST_PUSHES)) {
		if (answers.length > 1) await sleep(repushDelayMs);
		const answer = await post(url, body, contentType, timeoutMs);
		answers.push(answer);
		isTaken = answer.status === 200;
	}
	return { answers, isTaken };
}

/** @throws when there is no such result, or the address is none */
export async function pushResults(
	platform: Platform,
	callbackUrl: string,
	asked: PushRequest = {},
): Promise<Push[]> {
	const url = new URL(callbackUrl);
	const pushes: Push[] = [];
	for (let count = 0; count <= (asked.repeats ?? 0); count++) {
		pushes.push(await deliver(platform, url, asked));
	}
	return pushes;
}
