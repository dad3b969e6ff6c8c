/**
 * Whether a credential works: asks small questions with it, each once, and says in words what to do
 * when there is no good answer.
 */
import type { AkSkCredential } from './auth/authV2/signing';
import { addBearer } from './auth/bearer/bearer';
import { fetchToken, type HttpRequest, type TokenCredential } from './auth/bearer/tokenRequest';
import { usableToken } from './auth/bearer/tokens';
import { originOf } from './auth/requestUrl';
import { credentialText } from './base/credentialText';
import { AiccError } from './base/errors';
import { askProducts } from './connectionTest/akSk';
import {
	ALLOW_LIST,
	askQuestion,
	inWords,
	jsonBody,
	TEST_TIMEOUT,
	type Question,
} from './connectionTest/ask';
import { queryAccessCodeList } from './endpoints/fabric/queryAccessCodeList';
import { networkError } from './protocol/network';

/** What n8n shows of a test, in the words of the user. */
export interface ConnectionTestResult {
	status: 'OK' | 'Error';
	message: string;
}

const TOKEN_QUESTION: Question = {
	endpoint: queryAccessCodeList,
	options: jsonBody({ limit: 1, offset: 0 }),
	field: 'data',
	advice: {
		401: 'Check the access token and the App Key, and that the related services have been purchased.',
		403: `${ALLOW_LIST} the API Fabric.`,
		404: 'There is no interface of the AICC API Fabric at this address: check the Base URL.',
		code: 'Check the Base URL, and that the related services have been purchased.',
	},
};

async function askWithToken(credential: TokenCredential, httpRequest: HttpRequest): Promise<void> {
	const origin = originOf(credential.baseUrl, 'Base URL');
	const isOwn = credential.tokenSource === 'accessToken';
	const token = isOwn
		? usableToken(credential, Date.now())
		: (await fetchToken(httpRequest, credential, TEST_TIMEOUT)).token;
	const known = { ...credential, accessToken: token, accessTokenExpiresAt: '' };
	const secrets = [credentialText(credential.appSecret), token];
	await askQuestion(TOKEN_QUESTION, {
		keys: isOwn ? 'ownToken' : 'fetchedToken',
		origin,
		secrets,
		send: async (options) => await httpRequest(addBearer(options, known, Date.now())),
	});
}

/** @param asking gives what the user reads when the credential works, and throws when it does not */
async function resultOf(
	baseUrl: string,
	asking: () => Promise<string>,
): Promise<ConnectionTestResult> {
	try {
		return { status: 'OK', message: await asking() };
	} catch (thrown) {
		const error =
			thrown instanceof AiccError
				? thrown
				: networkError(thrown, originOf(baseUrl, 'Base URL'), []);
		return { status: 'Error', message: `${inWords(error, credentialText(baseUrl))}.` };
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
	return await resultOf(credential.baseUrl, async () => {
		await askWithToken(credential, httpRequest);
		return 'Connection successful!';
	});
}

/**
 * Tests a credential of type `huaweiAiccAkSkApi`: asks CC-iSales for an OBS result code, CC-CMS for a
 * call, and CC-FS for a recording that is not there. It works when one of them takes the keys; the
 * message says which do not.
 */
export async function testAkSkCredential(
	credential: AkSkCredential,
	httpRequest: HttpRequest,
): Promise<ConnectionTestResult> {
	return await resultOf(credential.baseUrl, async () => await askProducts(credential, httpRequest));
}
