/**
 * The one way out: every request to AICC goes through `request`. It waits for its turn, is tried
 * again when that may help, has its token renewed or its clock put right, and comes back as the
 * parsed answer of the service or as an error in words.
 */
import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { failureOf, isAccessRefused, passingFailureOf, readAnswer, type Answer } from './answer';
import { tokenSentWith } from './bearer';
import { correctClock, withClockDifference } from './clock';
import { AiccError } from './errors';
import { waitUntil, type Host } from './hosts';
import type { AiccInterface } from './interfaces';
import type { JsonObject } from './json';
import { networkError } from './network';
import { HOPELESS_REFUSALS, MAX_TRIES, MAX_TRYING_TIME, waitAfter } from './pace';
import type { Run, Send } from './run';
import { markDead, markWorked, workedBefore } from './tokens';

export interface Call {
	interface: AiccInterface;
	/** Values of the placeholders in the path. */
	path?: Readonly<Record<string, string>>;
	query?: IDataObject;
	body?: IDataObject;
}

/** Path segments that would lead out of their place. */
const DOT_SEGMENTS = ['.', '..'];

/**
 * The path with its values; each stays within its own place whatever characters it has.
 *
 * @throws AiccError of kind `input` for a value that no path can hold
 */
function fillPath(called: AiccInterface, values: Call['path'] = {}): string {
	return Object.entries(values).reduce((path, [name, value]) => {
		if (value === '' || DOT_SEGMENTS.includes(value)) {
			throw new AiccError('input', `"${value}" cannot be used as an ID`, {
				description: 'Enter the ID as the service shows it.',
			});
		}
		return path.replace(`{${name}}`, () => encodeURIComponent(value));
	}, called.path);
}

function optionsFor(call: Call, run: Run): IHttpRequestOptions {
	const options: IHttpRequestOptions = {
		...run.requestOptions,
		method: call.interface.method,
		url: fillPath(call.interface, call.path),
		timeout: run.timeout,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	if (call.query) options.qs = { ...call.query };
	if (call.body) {
		options.body = JSON.stringify(call.body);
		options.headers = { 'Content-Type': 'application/json' };
	}
	return options;
}

/** One sending of one request. */
interface Attempt {
	/** What came, unless the connection failed. */
	answer?: Answer;
	failure?: AiccError;
	token?: string;
}

async function attempt(call: Call, run: Run, send: Send): Promise<Attempt> {
	const options = optionsFor(call, run);
	const url = `${run.origin}${call.interface.path}`;
	let response: IN8nHttpFullResponse;
	try {
		response = await send(options);
	} catch (error) {
		return { failure: networkError(error, url, run.secrets) };
	}
	const token = tokenSentWith(options);
	const answer = readAnswer(response, url, token ? [...run.secrets, token] : run.secrets);
	const failure =
		passingFailureOf(answer, call.interface.title, Date.now()) ?? failureOf(answer, call.interface);
	return { answer, failure, token };
}

/** What has been done so far for one request. */
interface Progress {
	tries: number;
	/** Milliseconds of trying and waiting, without waiting for its turn. */
	spent: number;
	begunAt: number;
	renewed: boolean;
	clockCorrected: boolean;
}

/**
 * Puts right what made the service refuse the caller.
 *
 * @returns whether sending again makes sense
 */
function mendAccess({ answer, token }: Attempt, host: Host, progress: Progress): boolean {
	if (!answer || !isAccessRefused(answer)) return false;
	if (token !== undefined) {
		if (progress.renewed || (answer.status === 403 && !workedBefore(token))) return false;
		progress.renewed = true;
		markDead(token);
		return true;
	}
	if (answer.status !== 401 || progress.clockCorrected) return false;
	progress.clockCorrected = correctClock(host, answer.headers.date, Date.now());
	return progress.clockCorrected;
}

function givenUp(failure: AiccError, progress: Progress): AiccError {
	const seconds = Math.round(progress.spent / 1000);
	const times = progress.tries === 1 ? 'once' : `${progress.tries} times in ${seconds} s`;
	return new AiccError(failure.kind, `${failure.message}; tried ${times}`, {
		...failure,
		passing: undefined,
	});
}

/** Milliseconds until the next try, or undefined when the request is given up. */
function nextWait(
	failure: AiccError,
	called: AiccInterface,
	progress: Progress,
): number | undefined {
	const { passing } = failure;
	if (!passing || progress.tries >= MAX_TRIES) return undefined;
	if (called.changes && !passing.nothingSent) return undefined;
	const wait = waitAfter(progress.tries, passing, Math.random());
	return progress.spent + wait > MAX_TRYING_TIME ? undefined : wait;
}

/** Whether the requests of the run that still wait would fare no better than this failed one. */
function isHopeless({ answer, failure }: Attempt, run: Run, progress: Progress): boolean {
	if (failure?.passing) return run.lastAnswer < progress.begunAt;
	if (failure?.kind !== 'credential') return false;
	const isTokenRefused = answer === undefined;
	return isTokenRefused || run.noteRefusal() >= HOPELESS_REFUSALS;
}

async function tryUntilDone(call: Call, run: Run, send: Send, host: Host): Promise<JsonObject> {
	const progress: Progress = {
		tries: 0,
		spent: 0,
		begunAt: Date.now(),
		renewed: false,
		clockCorrected: false,
	};
	for (;;) {
		await host.acquire(run);
		const sentAt = Date.now();
		if (progress.tries === 0) progress.begunAt = sentAt;
		const outcome = await attempt(call, run, send).finally(() => host.release());
		const { answer, failure, token } = outcome;
		const isAccepted = answer !== undefined && !failure?.passing && !isAccessRefused(answer);
		if (isAccepted) {
			run.noteAnswer();
			if (token !== undefined) markWorked(token);
		}
		if (!failure) return answer?.json as JsonObject;
		run.throwIfOver();
		if (mendAccess(outcome, host, progress)) continue;

		progress.tries++;
		progress.spent += Date.now() - sentAt;
		const wait = nextWait(failure, call.interface, progress);
		if (wait === undefined) {
			const error = failure.passing
				? givenUp(failure, progress)
				: withClockDifference(failure, answer, Date.now());
			if (isHopeless(outcome, run, progress)) run.stop(error);
			throw error;
		}
		progress.spent += wait;
		const isShared = failure.passing?.retryAfter !== undefined || failure.passing?.concernsAll;
		if (isShared) host.pause(wait);
		const until = Date.now() + wait;
		await waitUntil(
			() => until,
			() => !run.isOver,
		);
		run.throwIfOver();
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
