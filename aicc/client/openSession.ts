import type {
	BinaryHelperFunctions,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { checkedCcId } from '../base/callCentre';
import { originFor, type TargetCredential } from '../auth/requestUrl';
import { credentialText } from '../base/credentialText';
import { checkedTimeZone } from '../base/time';
import type { Endpoint } from '../protocol/endpoint';
import { checkedLocale } from '../protocol/locale';
import { notPrepared, REQUEST_TIMEOUT } from '../protocol/network';
import { DEFAULT_CONCURRENCY, type Patience } from './retryPolicy';
import { Session, type Send } from './session';

/** The credential type that each kind of authentication uses. */
export const CREDENTIAL_TYPES = {
	token: 'huaweiAiccTokenApi',
	akSk: 'huaweiAiccAkSkApi',
} as const;

/** What requests are let in with: a bearer token, or a signature. */
export type Authentication = Endpoint['authentication'];

/** Fields of both credential types that hold something nobody may read. */
const SECRET_FIELDS = ['appSecret', 'staticAccessToken', 'accessToken', 'secretKey'];

/** The functions of n8n that are needed to reach AICC; nodes and polls have them alike. */
export interface N8nFunctions {
	getCredentials: (type: string) => Promise<ICredentialDataDecryptedObject>;
	helpers: {
		httpRequestWithAuthentication: (
			this: never,
			credentialType: string,
			options: IHttpRequestOptions,
		) => Promise<unknown>;
		httpRequest?: (options: IHttpRequestOptions) => Promise<unknown>;
		/** Not among the functions of a drop-down. */
		prepareBinaryData?: BinaryHelperFunctions['prepareBinaryData'];
	};
}

/** What a session goes by beside the credential; what is left out is as usual. */
export interface SessionSettings {
	/** Time-out of one request in milliseconds, if the user set one. */
	timeout?: number;
	/** What the user set for all requests: proxy, certificate checks. */
	requestOptions?: Partial<IHttpRequestOptions>;
	signal?: AbortSignal;
	/** How long is waited for what is turned away; `much` when left out. */
	patience?: Patience;
	/** Called once when the session has been stopped. */
	onStop?: () => void;
}

/**
 * Sends with n8n's helper, which adds the credential's authentication. The helper takes the signal
 * that cuts a request off from the functions it is called on.
 */
function sender(
	functions: N8nFunctions,
	authentication: Authentication,
	secrets: readonly string[],
): Send {
	return async (options, signal) => {
		const withSignal = Object.create(functions, {
			getExecutionCancelSignal: { value: () => signal },
		}) as N8nFunctions;
		const { url } = options;
		const sending = functions.helpers.httpRequestWithAuthentication.call(
			withSignal as never,
			CREDENTIAL_TYPES[authentication],
			options,
		) as Promise<IN8nHttpFullResponse>;
		return await sending.catch((error: unknown) => {
			// The credential makes the address whole: what fails before that was not sent.
			throw options.url === url ? notPrepared(error, secrets) : error;
		});
	};
}

/**
 * Sends with n8n's helper, and adds nothing.
 *
 * @param skipSslCertificateValidation whether the credential says so of the platform, whose storage it is
 */
function senderWithoutKeys(
	{ helpers: { httpRequest } }: N8nFunctions,
	skipSslCertificateValidation: boolean,
): Send | undefined {
	if (!httpRequest) return undefined;
	return async (options, signal) =>
		(await httpRequest({
			...options,
			...(skipSslCertificateValidation && { skipSslCertificateValidation }),
			abortSignal: signal,
		})) as IN8nHttpFullResponse;
}

/**
 * Begins a session with the credential of the calling node.
 *
 * @throws AiccError of kind `configuration` when the credential's Base URL, Time Zone, CC ID or
 *   Language is unusable
 */
export async function openSession(
	functions: N8nFunctions,
	authentication: Authentication,
	settings: SessionSettings,
): Promise<Session> {
	const credential = await functions.getCredentials(CREDENTIAL_TYPES[authentication]);
	// Where n8n's administrators let a credential be used; n8n's helper keeps to it.
	const isRestricted = credential.allowedHttpRequestDomains === 'domains';
	const allowedDomains = isRestricted ? String(credential.allowedDomains ?? '') : undefined;
	const limit = Math.floor(Number(credential.maxConcurrentRequests));
	const target = credential as unknown as TargetCredential;
	const secrets = SECRET_FIELDS.map((field) => credentialText(credential[field])).filter(Boolean);
	return new Session({
		send: sender(functions, authentication, secrets),
		sendWithoutKeys: senderWithoutKeys(functions, target.ignoreSslIssues === true),
		saveFile: functions.helpers.prepareBinaryData,
		origin: originFor('baseUrl', target),
		otherOrigin: (field) => originFor(field, target),
		maxConcurrentRequests: limit >= 1 ? limit : DEFAULT_CONCURRENCY,
		timeout: settings.timeout ?? REQUEST_TIMEOUT,
		secrets,
		tenant: {
			timeZone: checkedTimeZone(credential.timeZone),
			ccId: checkedCcId(credential.ccId),
			vdnId: credentialText(credential.vdnId),
			locale: checkedLocale(credential.locale),
		},
		canRenewToken: credential.tokenSource !== 'accessToken',
		requestOptions: { ...settings.requestOptions, allowedDomains },
		signal: settings.signal,
		patience: settings.patience,
		onStop: settings.onStop,
	});
}
