/**
 * The one way out: every request to AICC goes through `request`. It waits for its turn, is tried
 * again when that may help, has its token renewed or its clock put right, and comes back as the
 * parsed answer of the service or as an error in words.
 */
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { isAccessRefused, passingFailureOf, readAnswer, type Answer } from './answer';
import { tokenSentWith } from './bearer';
import { optionsFor, type Call } from './call';
import { isUncertain, ofCall, uncertainError } from './changes';
import { correctClock, withClockDifference } from './clock';
import { AiccError } from './errors';
import { failureOf, type Keys } from './failures';
import type { Host } from './hosts';
import type { JsonObject } from './json';
import { networkError, timedOut } from './network';
import { atPace, postpone, type Pace } from './lanes';
import { HOPELESS_REFUSALS } from './pace';
import { cutShort, givenUp, nextWait, type Progress } from './progress';
import type { Run, Send } from './run';
import { isDead, markDead, markWorked, workedBefore } from './tokens';
import { cutAfter, waitUntil } from './waiting';

/** What no message may show: the credential's own secrets, and what was made of them. */
function secretsOf(options: IHttpRequestOptions, run: Run): string[] {
	const authorization = String(options.headers?.Authorization ?? '');
	const signature = authorization.slice(authorization.lastIndexOf('/') + 1);
	return [...run.secrets, tokenSentWith(options) ?? signature];
}

function keysOf(call: Call, run: Run): Keys {
	if (call.interface.authentication === 'akSk') return 'signature';
	return run.canRenewToken ? 'fetchedToken' : 'ownToken';
}

/** One sending of one request. */
interface Attempt {
	/** What came, unless the connection failed. */
	answer?: Answer;
	failure?: AiccError;
	token?: string;
}

/** Sends once, and cuts off what takes longer than the time-out in all. */
async function attempt(call: Call, run: Run, send: Send): Promise<Attempt> {
	const options = optionsFor(call, run);
	const isChange = call.interface.change !== undefined;
	const sendOnce = async (cutter: AbortController): Promise<Attempt> => {
		const endWatch = cutAfter(run.timeout, cutter);
		let response: IN8nHttpFullResponse;
		try {
			response = await send(options, cutter.signal);
		} catch (error) {
			const isLate = cutter.signal.aborted && (isChange || !run.isOver);
			const secrets = secretsOf(options, run);
			return {
				failure: isLate ? timedOut(run.origin) : networkError(error, run.origin, secrets),
			};
		} finally {
			endWatch();
		}
		// The credential has made the address whole.
		const { origin, pathname } = new URL(options.url, run.origin);
		const answer = readAnswer(response, `${origin}${pathname}`, secretsOf(options, run));
		const failure =
			passingFailureOf(answer, call.interface, Date.now()) ??
			failureOf(answer, call.interface, keysOf(call, run));
		return { answer, failure, token: tokenSentWith(options) };
	};
	// Once a change is on its way it is waited for: cut off, nobody would know whether it was made.
	return await (isChange ? sendOnce(new AbortController()) : run.cancellable(sendOnce));
}

/**
 * Whether a new token may help: not when the last one fetched was refused as well, nor with 403 for
 * what a living token may not do.
 */
function mayHaveDied({ status }: Answer, token: string, run: Run): boolean {
	if (!run.canRenewToken || run.hasRenewed) return false;
	return status === 401 || (!run.isForbiddenFinal && workedBefore(token));
}

/**
 * Puts right what made the service refuse the caller.
 *
 * @returns whether sending again makes sense
 */
function mendAccess(outcome: Attempt, run: Run, host: Host, progress: Progress): boolean {
	const { answer, token } = outcome;
	if (!answer || !isAccessRefused(answer)) return false;
	if (token !== undefined) {
		if (progress.renewed) {
			run.isForbiddenFinal ||= answer.status === 403;
			return false;
		}
		// Another request may have had it replaced meanwhile.
		if (!isDead(token)) {
			if (!mayHaveDied(answer, token, run)) return false;
			run.hasRenewed = true;
			markDead(token);
		}
		progress.renewed = true;
		return true;
	}
	if (answer.status !== 401 || progress.clockCorrected) return false;
	progress.clockCorrected = correctClock(host, answer.headers.date, Date.now());
	return progress.clockCorrected;
}

/** Whether the requests of the run that still wait would fare no better than this failed one. */
function isHopeless({ failure }: Attempt, run: Run, progress: Progress): boolean {
	if (failure?.passing) return !failure.passing.isTooFast && run.lastAnswer < progress.failedAt;
	if (failure?.concernsAll) return true;
	if (failure?.kind !== 'credential') return false;
	// With 403 the service may mean what this one asked for, with 401 it means the keys.
	const isFirst = failure.httpStatus === 401 && run.lastAnswer === 0;
	return run.noteRefusal() >= HOPELESS_REFUSALS || isFirst;
}

/** The error for a request when everything has ended: what was sent before is told what came of it. */
function endOf({ failure }: Progress, call: Call, run: Run): AiccError | undefined {
	return failure && !failure.concernsAll ? ofCall(cutShort(failure), call.interface) : run.end;
}

/** What one try has led to: the answer, or how many milliseconds to wait before the next one. */
type TryResult = { json: JsonObject } | { wait: number };

/** Sends once and judges what came, while the request still has its place among those in flight. */
async function tryOnce(
	call: Call,
	run: Run,
	send: Send,
	host: Host,
	progress: Progress,
): Promise<TryResult> {
	const sentAt = Date.now();
	const outcome = await attempt(call, run, send);
	const { answer, failure, token } = outcome;
	const called = call.interface;
	const isUnknown = failure !== undefined && isUncertain(failure, called);
	const isPassing = failure?.passing !== undefined && !failure.passing.isTooFast;
	if (answer && !isPassing && !isAccessRefused(answer) && !isUnknown) {
		run.noteAnswer();
		if (token !== undefined) markWorked(token);
	}
	if (!failure) return { json: answer?.json as JsonObject };
	if (isUnknown) throw uncertainError(failure, called, run);
	const now = Date.now();
	progress.failure = withClockDifference(failure, called, answer, now);
	if (run.isOver) throw endOf(progress, call, run);
	if (mendAccess(outcome, run, host, progress)) return { wait: 0 };

	progress.tries++;
	progress.spent += now - sentAt;
	progress.failedAt ||= now;
	const wait = nextWait(failure, progress, run.maxTries);
	if (wait === undefined) {
		const error = failure.passing ? givenUp(failure, progress) : progress.failure;
		if (isHopeless(outcome, run, progress)) run.stop(error);
		throw ofCall(error, called);
	}
	progress.spent += wait;
	if (failure.passing?.isTooFast && progress.lane !== undefined) {
		postpone(progress.lane, wait);
		return { wait: 0 };
	}
	const isShared = failure.passing?.retryAfter !== undefined || failure.concernsAll;
	if (isShared) host.pause(wait);
	return { wait };
}

/** What shares the pace of an interface. */
function laneOf({ interface: { path }, path: values }: Call, pace: Pace, run: Run): string {
	return `${run.origin} ${path} ${pace.isPerCampaign ? values?.campaignId : ''}`;
}

async function tryUntilDone(call: Call, run: Run, send: Send, host: Host): Promise<JsonObject> {
	const { pace } = call.interface;
	const lane = pace && laneOf(call, pace, run);
	const inTurn = async (isAgain: boolean) => {
		const ask = async () => await host.inPlace(run, isAgain, once);
		return pace && lane ? await atPace(lane, pace, run, isAgain, ask) : await ask();
	};
	const progress: Progress = {
		tries: 0,
		spent: 0,
		failedAt: 0,
		renewed: false,
		clockCorrected: false,
		lane,
	};
	const once = async () => await tryOnce(call, run, send, host, progress);
	let result = await inTurn(false);
	if ('json' in result) return result.json;
	run.retrying++;
	try {
		while (!('json' in result)) {
			const until = Date.now() + result.wait;
			await waitUntil(
				() => until,
				() => !run.isOver,
			);
			result = await inTurn(true);
		}
		return result.json;
	} catch (thrown) {
		throw thrown === run.end ? endOf(progress, call, run) : thrown;
	} finally {
		run.retrying--;
	}
}

/**
 * Asks AICC one thing.
 *
 * @param send sends with the credential's authentication and gives back any HTTP status
 * @returns the service's answer; its result code is one that means an answer
 * @throws AiccError
 */
export async function request(call: Call, run: Run, send: Send): Promise<JsonObject> {
	return await run.withHost(async (host) => await tryUntilDone(call, run, send, host));
}
