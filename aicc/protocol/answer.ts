import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { Endpoint } from './endpoint';
import { unknownChange } from './uncertainWrites';
import { AiccError } from '../base/errors';
import { asText, isObject, parseJson, valueAt, type JsonObject } from '../base/json';
import { excerpt, hasPassword, redact, redactData, secretsIn } from '../base/redact';
import { couldNot } from '../base/words';

/** Statuses of the firewall and of servers that are overloaded or restarting. */
const RETRYABLE_STATUSES = [429, 502, 503, 504];

/** The one of them that turns a request away at the door: nobody has worked on it. */
const TOO_MANY_REQUESTS = 429;

const FIREWALL_ADVICE =
	'A firewall in front of the platform answers like this for an address that is not on its allow list, for keys of another family of interfaces, and for too many requests. Have the address of this machine listed, and check that the keys are for this kind of interface. If it has worked before, others keep the platform busy: try again later.';

const RETRYABLE_ADVICE =
	'The platform, or the firewall in front of it, is overloaded or being restarted. Try again later.';

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

/**
 * Reads what came over the wire, whatever it is: nothing is judged here.
 *
 * @param url that was asked, without query: messages name it
 * @param secrets what must be in no message and no item; passwords, and keys in the form in which
 *   they travel, are found without it
 */
export function readAnswer(
	response: IN8nHttpFullResponse,
	url: string,
	secrets: readonly string[],
): Answer {
	const raw = typeof response.body === 'string' ? response.body : '';
	const clean = (part: string) => redact(part, secrets);
	const repeated = secretsIn(raw, secrets);
	const json = parseJson(raw);
	const isTold = repeated.length > 0 || hasPassword(raw);
	return {
		status: response.statusCode,
		headers: response.headers,
		// Only messages need it.
		get text() {
			return clean(raw);
		},
		clean,
		json: isTold ? redactData(json, repeated) : json,
		url,
	};
}

/**
 * Milliseconds that the `Retry-After` header asks to wait, given as seconds or as a date: one by
 * the clock that the `Date` header tells.
 *
 * @param now epoch milliseconds by our clock, for an answer without `Date`
 */
function retryAfterOf(headers: Answer['headers'], now: number): number | undefined {
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
export function resultCodeOf(json: JsonObject, endpoint: Endpoint): string | undefined {
	for (const field of endpoint.codeFields) {
		const value = valueAt(json, field);
		const text = asText(value)?.trim();
		if (!text) continue;
		// A code that came as a number has lost its leading zero.
		const isListed = (code: string) =>
			endpoint.successCodes.includes(code) || code in endpoint.codes;
		return typeof value === 'number' && !isListed(text) && isListed(`0${text}`) ? `0${text}` : text;
	}
	return undefined;
}

/** What the service itself says beside a code, without secrets. */
export function serviceText(answer: Answer, endpoint: Endpoint): string | undefined {
	if (!isObject(answer.json)) return undefined;
	const text = firstText(answer.json, [
		...endpoint.textFields,
		'message',
		'error_description',
		'description',
		'error',
	]);
	return text === undefined ? undefined : excerpt(answer.clean(text));
}

/**
 * The failure of an answer that did not come from the service itself, or that says it is too busy.
 *
 * @param endpoint what was asked for
 * @param now epoch milliseconds, for `Retry-After` given as a date
 */
export function retryableFailureOf(
	answer: Answer,
	endpoint: Pick<Endpoint, 'title' | 'statuses'>,
	now: number,
): AiccError | undefined {
	const { status } = answer;
	if (endpoint.statuses?.[status]) return undefined;
	const isFirewall = status === 403 && !isObject(answer.json);
	if (!isFirewall && !RETRYABLE_STATUSES.includes(status)) return undefined;
	const isCrowd = status === TOO_MANY_REQUESTS;
	const turnedAwayBy = isFirewall ? 'firewall' : isCrowd ? 'crowd' : undefined;
	return new AiccError(
		'unavailable',
		couldNot(
			endpoint,
			isFirewall
				? 'the firewall refused it (HTTP 403, not an answer of the service)'
				: `the service could not take it (HTTP ${status})`,
		),
		{
			httpStatus: status,
			description: isFirewall ? FIREWALL_ADVICE : RETRYABLE_ADVICE,
			retryable: { retryAfter: retryAfterOf(answer.headers, now), turnedAwayBy },
			mayBeDone: turnedAwayBy === undefined,
		},
	);
}

/** An answer whose parts are not of the documented kind. After a change nobody knows what it means. */
export function unexpectedShape(endpoint: Endpoint, what: string): AiccError {
	const failure = new AiccError('unavailable', couldNot(endpoint, `the answer has ${what}`), {
		description:
			endpoint.shapeAdvice ??
			'The service answered in a way that is not documented. Ask the platform.',
	});
	return endpoint.write ? unknownChange(failure, endpoint) : failure;
}
