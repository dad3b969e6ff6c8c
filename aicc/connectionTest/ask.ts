/** One small question to a product, asked with the keys of a credential. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import type { HttpRequest } from '../auth/bearer/tokenRequest';
import { AiccError } from '../base/errors';
import type { JsonObject } from '../base/json';
import { waitUntil } from '../base/waiting';
import { sentences } from '../base/words';
import { impatientWait } from '../client/retryPolicy';
import { CHECK_FIELDS } from '../endpoints/advice';
import { readAnswer, retryableFailureOf } from '../protocol/answer';
import type { Endpoint } from '../protocol/endpoint';
import { failureOf, type Keys } from '../protocol/failures';
import { networkError } from '../protocol/network';

/** Milliseconds to wait for an answer: somebody sits there and looks. */
export const TEST_TIMEOUT = 10_000;

/** What a test asks for, and what an answer of the right service has in it. */
export interface Question {
	endpoint: Endpoint;
	options: Pick<IHttpRequestOptions, 'qs' | 'body' | 'headers'>;
	/** A field that the answer has. */
	field: string;
	/**
	 * What to do when the service says no: by HTTP status, and else to a code of its own that is about
	 * what was asked.
	 */
	advice: { 401: string; 403: string; 404: string; code: string };
}

/** With what a question is asked, and of whom. */
export interface Asking {
	keys: Keys;
	/** Scheme, host and port. */
	origin: string;
	secrets: readonly string[];
	send: (options: IHttpRequestOptions) => ReturnType<HttpRequest>;
}

/** What to do about a firewall, before the name of the interfaces. */
export const ALLOW_LIST =
	'Have the address of this machine put on the allow list of the platform, and check that the keys are for';

/** The body of a question and its type. */
export function jsonBody(body: JsonObject): Question['options'] {
	return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

/** Asks again when it was one too many: other processes may keep the platform busy. */
async function whileTurnedAway<T extends { failure?: AiccError }>(
	ask: () => Promise<T>,
): Promise<T> {
	let outcome = await ask();
	for (let tries = 1; ; tries++) {
		const wait = impatientWait(outcome.failure?.retryable, tries, Math.random());
		if (wait === undefined) return outcome;
		const until = Date.now() + wait;
		await waitUntil(
			() => until,
			() => true,
		);
		outcome = await ask();
	}
}

/** The failure of an answer without its documented part: it did not come from the right service. */
function missingField(json: JsonObject, field: string, httpStatus: number): AiccError | undefined {
	if (json[field] !== undefined) return undefined;
	return new AiccError('unavailable', `The answer has no "${field}": it did not come from AICC`, {
		description: 'Check the Base URL.',
		httpStatus,
		mayBeDone: false,
	});
}

/** Whether the service has answered, and says no to what it was asked with. */
export function isAboutTheQuestion(
	{ httpStatus, resultCode }: AiccError,
	{ codes }: Endpoint,
): boolean {
	if (resultCode === undefined) return httpStatus === 400;
	return codes[resultCode]?.advice === CHECK_FIELDS;
}

/** Whether it has a code that no page lists: it may be about the question, too. */
function isUnlisted({ resultCode }: AiccError, { codes }: Endpoint): boolean {
	return resultCode !== undefined && codes[resultCode] === undefined;
}

/** Asks a question. @throws AiccError that says what speaks against the credential */
export async function askQuestion(
	{ endpoint, options, field, advice }: Question,
	{ keys, origin, secrets, send }: Asking,
): Promise<void> {
	const request = {
		...options,
		method: endpoint.method,
		url: `${origin}${endpoint.path}`,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: TEST_TIMEOUT,
	} satisfies IHttpRequestOptions;
	const { answer, failure } = await whileTurnedAway(async () => {
		const response = await send(request).catch((error: unknown) => {
			throw networkError(error, origin, secrets);
		});
		const came = readAnswer(response, `${origin}${endpoint.path}`, secrets);
		const turnedDown =
			retryableFailureOf(came, endpoint, Date.now()) ??
			failureOf(came, endpoint, keys) ??
			missingField(came.json as JsonObject, field, came.status);
		return { answer: came, failure: turnedDown };
	});
	if (!failure) return;
	const { status } = answer;
	const isNamed = status === 401 || status === 403 || status === 404;
	// What the product itself means by a status says more.
	const isMeant = endpoint.statuses?.[status] !== undefined;
	// Without a code of its own the service may have said nothing of the question.
	const mayBeIt = isAboutTheQuestion(failure, endpoint) || isUnlisted(failure, endpoint);
	const ownAdvice = isNamed ? advice[status] : mayBeIt ? advice.code : undefined;
	throw new AiccError(failure.kind, failure.message, {
		...failure,
		description: isMeant ? failure.description : (ownAdvice ?? failure.description),
	});
}

/** What is wrong and what to do about it. */
export function inWords(failure: AiccError, address: string): string {
	return sentences([failure.message, failure.description, schemeAdvice(failure, address)]);
}

/** What the scheme of the address may have to do with a connection that broke off. */
function schemeAdvice({ kind, httpStatus, mayBeDone }: AiccError, address: string): string {
	const isCut = kind === 'unavailable' && httpStatus === undefined && mayBeDone === true;
	if (!isCut || !/^http:/i.test(address)) return '';
	return `The address begins with http://: a server that expects encryption cuts such a connection. Try https://`;
}
