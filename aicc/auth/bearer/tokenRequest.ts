import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { retryableFailureOf, readAnswer, type Answer } from '../../protocol/answer';
import { credentialText } from '../../base/credentialText';
import { AiccError } from '../../base/errors';
import { asText, isObject, type JsonObject } from '../../base/json';
import { networkError, REQUEST_TIMEOUT, timedOut } from '../../protocol/network';
import { excerpt } from '../../base/redact';
import { originOf } from '../requestUrl';
import { cutAfter } from '../../base/waiting';

/** The interface that gives bearer tokens, and the longest life that can be asked for one. Source:
 * vendor page cec_07_0002. */
export const TOKEN_INTERFACE = {
	path: '/apigovernance/api/oauth/tokenByAkSk',
	maxLifetimeSeconds: 3600,
} as const;

/** Sends a request as its options say, and gives back an answer with any HTTP status. */
export type HttpRequest = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

/** Fields of the credential type `huaweiAiccTokenApi`. */
export interface TokenCredential {
	baseUrl: string;
	tokenSource?: 'appKeyAndSecret' | 'accessToken';
	appKey?: string;
	appSecret?: string;
	staticAccessToken?: string;
	tokenBaseUrl?: string;
	tenantSpaceId?: string;
	ignoreSslIssues?: boolean;
	accessToken?: string;
	accessTokenExpiresAt?: string;
}

/** A token, and how long it may be sent. */
export interface KnownToken {
	token: string;
	/** Epoch milliseconds from which it is not used any more; Infinity when the end is unknown. */
	usableUntil: number;
}

/** A token is renewed this long before its end, or a tenth of its life if that is shorter. */
const RENEWAL_MARGIN_SECONDS = 60;
const RENEWAL_MARGIN_SHARE = 0.1;

interface TokenAnswer {
	token: string;
	/** Undefined when the answer does not say. */
	lifetimeSeconds?: number;
}

/** Names of the life of a token: the documented one, and one that other deployments use. */
const LIFETIME_FIELDS = ['Expires', 'expiresIn'];

const TOKEN_REQUEST = { title: 'get an access token' };

/** Redirects and missing pages, and answers that are no JSON: something else lives there. */
function isSomethingElse({ status, json }: Answer): boolean {
	return status === 404 || (status >= 300 && status < 400) || !isObject(json);
}

function refusal(answer: Answer): AiccError {
	const { status: httpStatus, url } = answer;
	const said = `The interface said: ${excerpt(answer.text) || 'nothing'}`;
	if (httpStatus >= 500) {
		return new AiccError(
			'credential',
			`The token interface failed (HTTP ${httpStatus}) at ${url}`,
			{
				httpStatus,
				description: `Try again later; if it stays, check Base URL, App Key and App Secret in the credential. ${said}`,
			},
		);
	}
	if (isSomethingElse(answer)) {
		return new AiccError(
			'credential',
			`There is no token interface at ${url} (HTTP ${httpStatus})`,
			{
				httpStatus,
				description: `Check Base URL in the credential, or enter the address of the token interface as Token Base URL: on some platforms it has a port of its own. ${said}`,
			},
		);
	}
	return new AiccError(
		'credential',
		`The token interface refused the App Key or App Secret (HTTP ${httpStatus})`,
		{
			httpStatus,
			description: `Check App Key and App Secret in the credential: both belong to the API Fabric; keys for AK/SK interfaces do not work here. ${said}`,
		},
	);
}

/** How long a token says it lives; more than was asked for is not believed. */
function lifetimeOf(json: JsonObject): number | undefined {
	const lifetime = LIFETIME_FIELDS.map((field) => Number(asText(json[field])?.trim() || NaN)).find(
		(seconds) => seconds > 0,
	);
	return lifetime === undefined
		? undefined
		: Math.min(lifetime, TOKEN_INTERFACE.maxLifetimeSeconds);
}

/**
 * Reads the answer of tokenByAkSk. Numbers come as text. Source: vendor page cec_07_0002.
 *
 * @throws AiccError when there is no token in it
 */
function readTokenAnswer(
	response: IN8nHttpFullResponse,
	url: string,
	secrets: readonly string[],
): TokenAnswer {
	const answer = readAnswer(response, url, secrets);
	const retryable = retryableFailureOf(answer, TOKEN_REQUEST, Date.now());
	if (retryable) throw retryable;
	const json = isObject(answer.json) ? answer.json : {};
	const token = asText(json.AccessToken)?.trim();
	if (answer.status < 200 || answer.status > 299 || !token) throw refusal(answer);
	return { token, lifetimeSeconds: lifetimeOf(json) };
}

async function send(
	httpRequest: HttpRequest,
	credential: TokenCredential,
	timeout: number,
): Promise<TokenAnswer> {
	const appKey = credentialText(credential.appKey);
	const appSecret = credentialText(credential.appSecret);
	if (!appKey || !appSecret) {
		throw new AiccError('configuration', 'The credential has no App Key or no App Secret', {
			description: 'Enter both in the credential. The operations staff of AICC hand them out.',
		});
	}
	const origin = credentialText(credential.tokenBaseUrl)
		? originOf(credential.tokenBaseUrl, 'Token Base URL')
		: originOf(credential.baseUrl, 'Base URL');
	const url = `${origin}${TOKEN_INTERFACE.path}`;
	const secrets = [appSecret];
	const cutter = new AbortController();
	const endWatch = cutAfter(timeout, () => cutter.abort());
	let response: IN8nHttpFullResponse;
	try {
		response = await httpRequest({
			method: 'POST',
			url,
			headers: {
				'Content-Type': 'application/json',
				'X-Token-Expire': String(TOKEN_INTERFACE.maxLifetimeSeconds),
			},
			body: JSON.stringify({
				app_key: appKey,
				app_secret: appSecret,
			}),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout,
			abortSignal: cutter.signal,
			skipSslCertificateValidation: credential.ignoreSslIssues === true,
		});
	} catch (error) {
		throw cutter.signal.aborted ? timedOut(url) : networkError(error, url, secrets);
	} finally {
		endWatch();
	}
	return readTokenAnswer(response, url, secrets);
}

/** A token that cannot be had holds up every request, not only the one that asked for it. */
function concerningAll(error: unknown): unknown {
	return error instanceof AiccError
		? new AiccError(error.kind, error.message, { ...error, concernsAll: true })
		: error;
}

/**
 * Asks tokenByAkSk for a token with the longest life that can be had.
 *
 * @param timeout milliseconds to wait for the answer
 * @throws AiccError when there is none
 */
export async function fetchToken(
	httpRequest: HttpRequest,
	credential: TokenCredential,
	timeout = REQUEST_TIMEOUT,
): Promise<KnownToken> {
	const askedAt = Date.now();
	const { token, lifetimeSeconds } = await send(httpRequest, credential, timeout).catch(
		(error: unknown) => {
			throw concerningAll(error);
		},
	);
	if (lifetimeSeconds === undefined) return { token, usableUntil: Infinity };
	const margin = Math.min(RENEWAL_MARGIN_SECONDS, lifetimeSeconds * RENEWAL_MARGIN_SHARE);
	return { token, usableUntil: askedAt + (lifetimeSeconds - margin) * 1000 };
}
