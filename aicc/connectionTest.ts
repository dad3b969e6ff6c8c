/**
 * Whether a credential works: asks one small question with it, once, and says in words what to do
 * when there is no good answer.
 */
import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Endpoint } from './protocol/endpoint';
import { retryableFailureOf, readAnswer } from './protocol/answer';
import { addBearer } from './auth/bearer/bearer';
import { credentialText } from './base/credentialText';
import { AiccError } from './base/errors';
import { failureOf, type Keys } from './protocol/failures';
import { queryAccessCodeList } from './endpoints/fabric/queryAccessCodeList';
import { queryOBSResultCode } from './endpoints/isales/queryOBSResultCode';
import type { JsonObject } from './base/json';
import { networkError } from './protocol/network';
import { signRequest, type AkSkCredential } from './auth/authV2/signing';
import { originOf } from './auth/requestUrl';
import { checkedTimeZone } from './base/time';
import { fetchToken, type HttpRequest, type TokenCredential } from './auth/bearer/tokenRequest';
import { usableToken } from './auth/bearer/tokens';
import { impatientWait } from './client/retryPolicy';
import { waitUntil } from './base/waiting';
import { sentences } from './base/words';

export interface ConnectionTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** Milliseconds to wait for an answer: somebody sits there and looks. */
const TEST_TIMEOUT = 10_000;

/** What the test asks for, and what an answer of the right service has in it. */
interface Question {
	endpoint: Endpoint;
	options: Pick<IHttpRequestOptions, 'qs' | 'body' | 'headers'>;
	/** The field with the rows. */
	rows: string;
	/** What to do when the service says no: by HTTP status, and else to its own code. */
	advice: { 401: string; 403: string; 404: string; code: string };
}

const ALLOW_LIST =
	'Have the address of this machine put on the allow list of the platform, and check that the keys are for';

const TOKEN_QUESTION: Question = {
	endpoint: queryAccessCodeList,
	options: {
		body: JSON.stringify({ limit: 1, offset: 0 }),
		headers: { 'Content-Type': 'application/json' },
	},
	rows: 'data',
	advice: {
		401: 'Check the access token and the App Key, and that the related services have been purchased.',
		403: `${ALLOW_LIST} the API Fabric.`,
		404: 'There is no interface of the AICC API Fabric at this address: check the Base URL.',
		code: 'Check the Base URL, and that the related services have been purchased.',
	},
};

const AK_SK_QUESTION: Question = {
	endpoint: queryOBSResultCode,
	options: { qs: { pageNum: 1, pageSize: 1 } },
	rows: queryOBSResultCode.list.rows,
	advice: {
		401: 'Check Access Key and Secret Key, and that the clock of this machine is right.',
		403: `${ALLOW_LIST} CC-iSales.`,
		404: 'There is no interface of CC-iSales at this address: check the Base URL.',
		code: 'Check the VDN ID: it is the number of your virtual call centre.',
	},
};

const PLAIN_HTTP_ADVICE =
	'The Base URL begins with http://: a server that expects encryption cuts such a connection. Try https://.';

/** What the scheme of the address may have to do with a connection that broke off. */
function schemeAdvice({ kind, httpStatus, mayBeDone }: AiccError, address: string): string {
	const isCut = kind === 'unavailable' && httpStatus === undefined && mayBeDone === true;
	return isCut && /^http:/i.test(address) ? PLAIN_HTTP_ADVICE : '';
}

/** Asks again when it was one too many: other processes may keep the platform busy. */
async function whileTurnedAway<T extends { failure?: AiccError }>(
	ask: () => Promise<T>,
): Promise<T> {
	let outcome = await ask();
	for (let tries = 1; ; tries++) {
		const wait = impatientWait(outcome.failure?.retryable, tries);
		if (wait === undefined) return outcome;
		const until = Date.now() + wait;
		await waitUntil(
			() => until,
			() => true,
		);
		outcome = await ask();
	}
}

/** Asks the question and throws what speaks against the credential. */
async function ask(
	{ endpoint, options, rows, advice }: Question,
	keys: Keys,
	origin: string,
	secrets: readonly string[],
	send: (options: IHttpRequestOptions) => ReturnType<HttpRequest>,
): Promise<void> {
	const request = {
		...options,
		method: endpoint.method,
		url: endpoint.path,
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
			missingRows(came.json as JsonObject, rows);
		return { answer: came, failure: turnedDown };
	});
	if (!failure) return;
	const { status } = answer;
	const isNamed = status === 401 || status === 403 || status === 404;
	// Without a code of its own the service may have said nothing of the question.
	const isAnswered = failure.resultCode !== undefined || status === 400;
	const ownAdvice = isNamed ? advice[status] : isAnswered ? advice.code : undefined;
	throw new AiccError(failure.kind, failure.message, {
		...failure,
		description: ownAdvice ?? failure.description,
	});
}

/** The failure of an answer without its documented part: it did not come from the right service. */
function missingRows(json: JsonObject, rows: string): AiccError | undefined {
	if (json[rows] !== undefined) return undefined;
	return new AiccError('unavailable', `The answer has no "${rows}": it did not come from AICC`, {
		description: 'Check the Base URL.',
		mayBeDone: false,
	});
}

async function askWithToken(credential: TokenCredential, httpRequest: HttpRequest): Promise<void> {
	const origin = originOf(credential.baseUrl, 'Base URL');
	const isOwn = credential.tokenSource === 'accessToken';
	const token = isOwn
		? usableToken(credential, Date.now())
		: (await fetchToken(httpRequest, credential, TEST_TIMEOUT)).token;
	const known = { ...credential, accessToken: token, accessTokenExpiresAt: '' };
	const secrets = [credentialText(credential.appSecret), token];
	await ask(
		TOKEN_QUESTION,
		isOwn ? 'ownToken' : 'fetchedToken',
		origin,
		secrets,
		async (options) => {
			return await httpRequest(addBearer(options, known, Date.now()));
		},
	);
}

async function askSigned(credential: AkSkCredential, httpRequest: HttpRequest): Promise<void> {
	const origin = originOf(credential.baseUrl, 'Base URL');
	checkedTimeZone(credential.timeZone);
	const secrets = [credentialText(credential.secretKey)];
	await ask(AK_SK_QUESTION, 'signature', origin, secrets, async (options) => {
		return await httpRequest(signRequest(options, credential, Date.now()));
	});
}

async function resultOf(
	baseUrl: string,
	asking: () => Promise<void>,
): Promise<ConnectionTestResult> {
	try {
		await asking();
		return { status: 'OK', message: 'Connection successful!' };
	} catch (thrown) {
		const error =
			thrown instanceof AiccError
				? thrown
				: networkError(thrown, originOf(baseUrl, 'Base URL'), []);
		const more = schemeAdvice(error, credentialText(baseUrl));
		return { status: 'Error', message: `${sentences([error.message, error.description, more])}.` };
	}
}

/**
 * Tests a credential of type `huaweiAiccTokenApi`: fetches a token unless it is the user's own, and
 * asks for one access code.
 *
 * @param httpRequest sends as it is told and gives back any HTTP status
 */
export async function testTokenCredential(
	credential: TokenCredential,
	httpRequest: HttpRequest,
): Promise<ConnectionTestResult> {
	return await resultOf(
		credential.baseUrl,
		async () => await askWithToken(credential, httpRequest),
	);
}

/** Tests a credential of type `huaweiAiccAkSkApi`: asks for one OBS result code. */
export async function testAkSkCredential(
	credential: AkSkCredential,
	httpRequest: HttpRequest,
): Promise<ConnectionTestResult> {
	return await resultOf(credential.baseUrl, async () => await askSigned(credential, httpRequest));
}
