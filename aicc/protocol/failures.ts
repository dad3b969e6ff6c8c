/** What an answer of the service means when it is no success, in words. */
import { STATUS_MEANINGS, type CodeMeaning } from './codes';
import type { Endpoint } from './endpoint';
import { isAccessRefused, resultCodeOf, serviceText, type Answer } from './answer';
import { AiccError } from '../base/errors';
import { isObject } from '../base/json';
import { excerpt } from '../base/redact';
import { couldNot, sentences } from '../base/words';

/** What a request was let in with: its advice differs when it is refused. */
export type Keys = 'signature' | 'fetchedToken' | 'ownToken';

const HOST_MISMATCH_STATUS = 418;

/** What gateways say when somebody took too long or went away: the request may be worked on behind them. */
const GIVEN_UP_STATUSES = [408, 499];

/** The status of a success that has nothing to say. */
const NO_CONTENT = 204;

const HOST_MISMATCH_ADVICE =
	'The firewall in front of the platform wants to be addressed by its host name. Check the Base URL in the credential.';

/** What a refused signature means first of all; the vendor's page on signing has HTTP 401 for it. */
const SIGNATURE_ADVICE =
	'Check Access Key and Secret Key in the credential, and the clock of this machine.';

const FETCHED_TOKEN_ADVICE =
	'The service does not accept the access token that the App Key and App Secret of the credential give.';

/** A token that somebody else renews: nothing else is wrong as a rule. */
const OWN_TOKEN_ADVICE =
	'The Access Token in the credential has run out or is wrong. Enter a new one, without the word Bearer, or set Token Source to App Key and App Secret.';

const OWN_TOKEN_FORBIDDEN =
	'Check that the Access Token in the credential is for this interface and for the App Key beside it, and has not run out.';

const UNKNOWN_CODE_ADVICE =
	'This code is not in the documents of the service: go by its own text, or ask the platform.';

function statusAdvice(status: number, keys: Keys): string | undefined {
	if (status === HOST_MISMATCH_STATUS) return HOST_MISMATCH_ADVICE;
	const advice = STATUS_MEANINGS[status]?.advice;
	if (keys === 'ownToken' && status === 401) return OWN_TOKEN_ADVICE;
	if (keys === 'ownToken' && status === 403) return OWN_TOKEN_FORBIDDEN;
	if (status !== 401) return advice;
	return [keys === 'signature' ? SIGNATURE_ADVICE : FETCHED_TOKEN_ADVICE, advice].join(' ');
}

/** What the service says itself, then what it means where that says more. */
function inWords(
	ownText: string | undefined,
	meaning: CodeMeaning | undefined,
	code: string | undefined,
): string {
	const isMeaningNeeded = !ownText || !meaning?.isVague;
	const said = sentences([ownText, isMeaningNeeded ? meaning?.text : undefined]);
	if (code === undefined) return said;
	return said ? `${said} (code ${code})` : `code ${code}`;
}

function statusError(answer: Answer, endpoint: Endpoint, keys: Keys): AiccError {
	const { status } = answer;
	if (status >= 300 && status < 400) {
		return new AiccError(
			'unavailable',
			couldNot(endpoint, `${answer.url} leads on to another address (HTTP ${status})`),
			{
				httpStatus: status,
				description:
					'Redirects are not followed, because they would take the key along. Set the Base URL in the credential to the address that answers itself.',
			},
		);
	}
	const ownText = serviceText(answer, endpoint);
	const code = isObject(answer.json) ? resultCodeOf(answer.json, endpoint) : undefined;
	const isAnswer = code === undefined || endpoint.successCodes.includes(code);
	const meaning = isAnswer ? undefined : endpoint.codes[code];
	const ofProduct = endpoint.statuses?.[status];
	const advice = [ofProduct?.advice, statusAdvice(status, keys)].filter(Boolean).join(' ');
	const said = inWords(ownText, meaning ?? STATUS_MEANINGS[status], code);
	const isTooOften = ofProduct?.isAbout === 'pace';
	const isFinal = ofProduct !== undefined && !isTooOften;
	const isAboutKeys = isAccessRefused(answer) || isFinal;
	return new AiccError(
		isAboutKeys ? 'credential' : isTooOften ? 'unavailable' : 'service',
		couldNot(endpoint, [`HTTP ${status}`, said].filter(Boolean).join(': ')),
		{
			httpStatus: status,
			resultCode: code,
			serviceText: ownText,
			description: meaning?.advice ?? (advice || undefined),
			// Without a code of its own it may be anybody's word, halfway through the work.
			mayBeDone: (status >= 500 || GIVEN_UP_STATUSES.includes(status)) && code === undefined,
			isFinal,
		},
	);
}

const NOT_OURS =
	'Check that the Base URL in the credential is that of AICC and not of another page.';

/**
 * The error for an answer that makes no sense.
 *
 * @param what says what came
 * @param advice what to do about it
 */
function malformed(answer: Answer, endpoint: Endpoint, what: string, advice = NOT_OURS): AiccError {
	return new AiccError('unavailable', couldNot(endpoint, `${answer.url} answered with ${what}`), {
		httpStatus: answer.status,
		mayBeDone: true,
		description: `${advice} What came: ${excerpt(answer.text) || 'nothing'}`,
	});
}

function nameOf(json: unknown, text: string): string {
	if (text.trim() === '') return 'an empty text';
	if (json === undefined)
		return /^\s*</.test(text) ? 'an HTML page' : 'something that is not complete JSON';
	if (json === null) return 'null';
	return Array.isArray(json) ? 'a list' : `a ${typeof json}`;
}

/** Whether an answer is a success as it is, without fields to look at. */
function isAnswerOfOtherForm({ json, text, status }: Answer, endpoint: Endpoint): boolean {
	if (!endpoint.isOfAnyForm) return false;
	const mayBeEmpty = status === NO_CONTENT || endpoint.write !== undefined;
	return Array.isArray(json) || (mayBeEmpty && text.trim() === '');
}

/** The failure that an answer of the service stands for, if it is one. */
export function failureOf(answer: Answer, endpoint: Endpoint, keys: Keys): AiccError | undefined {
	const { status } = answer;
	if (status < 200 || status > 299) return statusError(answer, endpoint, keys);
	if (isAnswerOfOtherForm(answer, endpoint)) return undefined;
	if (!isObject(answer.json)) return malformed(answer, endpoint, nameOf(answer.json, answer.text));
	// Some interfaces have no result code: HTTP 200 is their word for success.
	if (endpoint.codeFields.length === 0) return undefined;
	const code = resultCodeOf(answer.json, endpoint);
	if (code === undefined) {
		if (endpoint.isCodeOptional) return undefined;
		return malformed(answer, endpoint, 'no result code', endpoint.noCodeAdvice);
	}
	if (endpoint.successCodes.includes(code)) return undefined;
	const meaning = endpoint.codes[code];
	const isTooFast = meaning?.isAbout === 'pace';
	const ownText = serviceText(answer, endpoint);
	return new AiccError(
		isTooFast ? 'unavailable' : 'service',
		couldNot(endpoint, inWords(ownText, meaning, code)),
		{
			httpStatus: status,
			resultCode: code,
			serviceText: ownText,
			description: meaning?.advice ?? endpoint.unknownCodeAdvice ?? UNKNOWN_CODE_ADVICE,
			retryable: isTooFast ? { turnedAwayBy: 'pace' } : undefined,
		},
	);
}
