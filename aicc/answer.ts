import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { STATUS_MEANINGS, type CodeMeaning } from './codes';
import { AiccError } from './errors';
import type { AiccInterface } from './interfaces';
import { asText, isObject, parseJson, type JsonObject } from './json';
import { excerpt, redact, redactData, secretsIn } from './redact';

/** Statuses of the firewall and of servers that are overloaded or restarting. */
const PASSING_STATUSES = [429, 502, 503, 504];

/** The one of them that turns a request away at the door: nobody has worked on it. */
const TOO_MANY_REQUESTS = 429;

const FIREWALL_ADVICE =
	'A firewall in front of the platform answers like this for an address that is not on its allow list, for too many requests, and for keys of another family of interfaces. Have the address of this machine listed, lower Max Concurrent Requests in the credential, and check that the keys are for this kind of interface.';

const PASSING_ADVICE =
	'The platform, or the firewall in front of it, is overloaded or being restarted. Try again later, or lower Max Concurrent Requests in the credential.';

const HOST_MISMATCH_STATUS = 418;

const HOST_MISMATCH_ADVICE =
	'The firewall in front of the platform wants to be addressed by its host name. Check the Base URL in the credential.';

/** What a refused signature means first of all; the vendor's page on signing has HTTP 401 for it. */
const SIGNATURE_ADVICE =
	'Check Access Key and Secret Key in the credential, and the clock of this machine.';

/** What came, ready to be judged: parsed once, with every secret taken out of its text. */
export interface Answer {
	status: number;
	headers: IN8nHttpFullResponse['headers'];
	/** The text as it came, without secrets: for messages. */
	text: string;
	/** Takes the secrets out of a part of the answer. */
	clean: (part: string) => string;
	/** The parsed JSON, without secrets; undefined when the text is none. */
	json: unknown;
	/** Address without query. */
	url: string;
}

export function readAnswer(
	response: IN8nHttpFullResponse,
	url: string,
	secrets: readonly string[],
): Answer {
	const raw = typeof response.body === 'string' ? response.body : '';
	const clean = (part: string) => redact(part, secrets);
	const repeated = secretsIn(raw, secrets);
	const json = parseJson(raw);
	return {
		status: response.statusCode,
		headers: response.headers,
		// Only messages need it.
		get text() {
			return clean(raw);
		},
		clean,
		json: repeated.length > 0 ? redactData(json, repeated) : json,
		url,
	};
}

/**
 * Milliseconds that the `Retry-After` header asks to wait, given as seconds or as a date: one by
 * the clock that the `Date` header tells.
 *
 * @param now epoch milliseconds by our clock, for an answer without `Date`
 */
export function retryAfterOf(headers: Answer['headers'], now: number): number | undefined {
	const value = asText(headers['retry-after'])?.trim();
	if (!value) return undefined;
	const serverTime = Date.parse(asText(headers.date) ?? '');
	const from = Number.isNaN(serverTime) ? now : serverTime;
	const isSeconds = /^\d+(\.\d+)?$/.test(value);
	const milliseconds = isSeconds ? Number(value) * 1000 : Date.parse(value) - from;
	return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}

/** Whether the service itself, not a firewall, says that the caller is not let in. */
export function isAccessRefused(answer: Answer): boolean {
	return answer.status === 401 || (answer.status === 403 && isObject(answer.json));
}

function firstText(json: JsonObject, fields: readonly string[]): string | undefined {
	return fields
		.map((field) => asText(json[field]))
		.find((text) => text !== undefined && text !== '');
}

/** The service's result code, as text with its leading zero, when the answer has one. */
export function resultCodeOf(json: JsonObject, called: AiccInterface): string | undefined {
	for (const field of called.codeFields) {
		const value = json[field];
		const text = asText(value)?.trim();
		if (!text) continue;
		// A code that came as a number has lost its leading zero.
		const isListed = (code: string) => called.answers.includes(code) || code in called.codes;
		return typeof value === 'number' && !isListed(text) && isListed(`0${text}`) ? `0${text}` : text;
	}
	return undefined;
}

/** What the service itself says beside a code, without secrets. */
function serviceText(answer: Answer, called: AiccInterface): string | undefined {
	if (!isObject(answer.json)) return undefined;
	const text = firstText(answer.json, [
		...called.textFields,
		'message',
		'error_description',
		'description',
		'error',
	]);
	return text === undefined ? undefined : excerpt(answer.clean(text));
}

function describe(meaning: CodeMeaning | undefined, ownText: string | undefined): string {
	const texts = [meaning?.text, ownText].map((text) => text?.trim().replace(/\.$/, ''));
	const different = texts.filter((text, index) => text && texts.indexOf(text) === index);
	return different.length > 0 ? `: ${different.join('. ')}` : '';
}

function statusAdvice(status: number, called: AiccInterface): string | undefined {
	if (status === HOST_MISMATCH_STATUS) return HOST_MISMATCH_ADVICE;
	const advice = STATUS_MEANINGS[status]?.advice;
	const isSignatureRefused = status === 401 && called.authentication === 'akSk';
	return isSignatureRefused ? [SIGNATURE_ADVICE, advice].join(' ') : advice;
}

function statusError(answer: Answer, called: AiccInterface): AiccError {
	const { status } = answer;
	const meaning = STATUS_MEANINGS[status];
	const ownText = serviceText(answer, called);
	if (status >= 300 && status < 400) {
		return new AiccError(
			'unavailable',
			`${answer.url} leads on to another address (HTTP ${status})`,
			{
				httpStatus: status,
				description:
					'Redirects are not followed, because they would take the key along. Set the Base URL in the credential to the address that answers itself.',
			},
		);
	}
	const kind = isAccessRefused(answer) ? 'credential' : 'service';
	const code = isObject(answer.json) ? resultCodeOf(answer.json, called) : undefined;
	return new AiccError(
		kind,
		`The service refused ${called.title} with HTTP ${status}${describe(meaning, ownText)}`,
		{
			httpStatus: status,
			resultCode: code,
			serviceText: ownText,
			description: statusAdvice(status, called),
			// Without a code of its own it may be anybody's word, halfway through the work.
			mayBeDone: status >= 500 && code === undefined,
		},
	);
}

/** The error for an answer that makes no sense. @param what says what came */
function senseless(answer: Answer, what: string): AiccError {
	return new AiccError('unavailable', `${answer.url} answered with ${what}`, {
		httpStatus: answer.status,
		mayBeDone: true,
		description: `Check that the Base URL in the credential is that of AICC and not of another page. What came: ${excerpt(answer.text) || 'nothing'}`,
	});
}

function nameOf(json: unknown, text: string): string {
	if (text.trim() === '') return 'an empty text';
	if (json === undefined)
		return /^\s*</.test(text) ? 'an HTML page' : 'something that is not complete JSON';
	if (json === null) return 'null';
	return Array.isArray(json) ? 'a list' : `a ${typeof json}`;
}

/**
 * The failure of an answer that did not come from the service itself, or that says it is too busy.
 *
 * @param title what was asked for
 * @param now epoch milliseconds, for `Retry-After` given as a date
 */
export function passingFailureOf(
	answer: Answer,
	title: string,
	now: number,
): AiccError | undefined {
	const { status } = answer;
	const isFirewall = status === 403 && !isObject(answer.json);
	if (!isFirewall && !PASSING_STATUSES.includes(status)) return undefined;
	return new AiccError(
		'unavailable',
		isFirewall
			? `The firewall refused ${title} (HTTP 403, not an answer of the service)`
			: `The service could not take ${title} (HTTP ${status})`,
		{
			httpStatus: status,
			description: isFirewall ? FIREWALL_ADVICE : PASSING_ADVICE,
			passing: { retryAfter: retryAfterOf(answer.headers, now) },
			mayBeDone: !isFirewall && status !== TOO_MANY_REQUESTS,
		},
	);
}

/** The failure that an answer of the service stands for, if it is one. */
export function failureOf(answer: Answer, called: AiccInterface): AiccError | undefined {
	const { status } = answer;
	if (status < 200 || status > 299) return statusError(answer, called);
	if (!isObject(answer.json)) return senseless(answer, nameOf(answer.json, answer.text));
	const code = resultCodeOf(answer.json, called);
	if (code === undefined) return senseless(answer, 'no result code');
	if (called.answers.includes(code)) return undefined;
	const meaning = called.codes[code];
	const ownText = serviceText(answer, called);
	return new AiccError(
		'service',
		`The service refused ${called.title} with code ${code}${describe(meaning, ownText)}`,
		{
			httpStatus: status,
			resultCode: code,
			serviceText: ownText,
			description:
				meaning?.advice ??
				'This code is not in the documents of the service: go by its own text, or ask the platform.',
		},
	);
}

/** The object that an answer has as its data. @throws AiccError when there is none */
export function dataOf(answer: JsonObject, called: AiccInterface): JsonObject {
	if (!isObject(answer.data)) throw unexpectedShape(called, 'no data');
	return answer.data;
}

/** An answer whose parts are not of the documented kind. */
export function unexpectedShape(called: AiccInterface, what: string): AiccError {
	return new AiccError('unavailable', `The answer to ${called.title} has ${what}`, {
		description: 'The service answered in a way that is not documented. Ask the platform.',
	});
}
