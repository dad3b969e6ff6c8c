/**
 * The connection tests of the credentials, as `methods.credentialTest` of every node that uses them.
 * n8n's own test, a request described in the credential, shows bare codes such as ECONNRESET when
 * no answer comes.
 */
import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { testAkSkCredential, testTokenCredential } from '../../aicc/connectionTest';
import type { AkSkCredential } from '../../aicc/auth/authV2/signing';
import type { HttpRequest, TokenCredential } from '../../aicc/auth/bearer/tokenRequest';

type Data = ICredentialsDecrypted['data'];

/** Hosts to which n8n's administrators have limited the credential; undefined for no limit. */
function allowedDomainsOf(data: Data): string | undefined {
	return data?.allowedHttpRequestDomains === 'domains'
		? String(data.allowedDomains ?? '')
		: undefined;
}

/** The one helper that n8n gives a connection test, which takes options in n8n's older shape. */
function senderOf({ helpers }: ICredentialTestFunctions, data: Data): HttpRequest {
	return async (options: IHttpRequestOptions) =>
		(await helpers.request({
			uri: options.url,
			method: options.method,
			headers: options.headers,
			body: options.body,
			json: false,
			resolveWithFullResponse: true,
			simple: false,
			followRedirect: false,
			timeout: options.timeout,
			allowedDomains: allowedDomainsOf(data),
			// n8n words certificate faults in its own way when this is there.
			...(options.skipSslCertificateValidation && { rejectUnauthorized: false }),
		})) as IN8nHttpFullResponse;
}

export const credentialTest = {
	async testHuaweiAiccToken(
		this: ICredentialTestFunctions,
		{ data }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		return await testTokenCredential(data as unknown as TokenCredential, senderOf(this, data));
	},

	async testHuaweiAiccAkSk(
		this: ICredentialTestFunctions,
		{ data }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		return await testAkSkCredential(data as unknown as AkSkCredential, senderOf(this, data));
	},
};
