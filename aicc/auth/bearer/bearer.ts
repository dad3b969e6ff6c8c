import type { IDataObject } from 'n8n-workflow';

import { credentialText, headerText } from '../../base/credentialText';
import {
	keepBody,
	resolveTarget,
	withoutHeaders,
	writeTarget,
	type RequestOptions,
} from '../requestUrl';
import type { TokenCredential } from './tokenRequest';
import { usableToken } from './tokens';

const SCHEME = 'Bearer ';

/** Headers that this sets; an earlier pass over the same options may have left them. */
const OWN_HEADERS = ['authorization', 'x-app-key', 'x-tenantspaceid'];

/**
 * Adds the bearer token and the account's headers to a request of the API Fabric.
 *
 * X-APP-Key is optional on most pages and mandatory on some; sending it always is safe.
 *
 * @param now epoch milliseconds
 * @throws see `usableToken` and `resolveTarget`
 */
export function addBearer(
	options: RequestOptions,
	credential: TokenCredential,
	now: number,
): RequestOptions {
	const target = resolveTarget(options, credential);
	const token = usableToken(credential, now);
	writeTarget(options, target, credential);
	keepBody(options);
	const headers: IDataObject = withoutHeaders(options.headers, OWN_HEADERS);
	headers.Authorization = `${SCHEME}${token}`;
	const appKey = headerText(credentialText(credential.appKey), 'App Key');
	if (appKey) headers['X-APP-Key'] = appKey;
	const tenantSpaceId = headerText(credentialText(credential.tenantSpaceId), 'Tenant Space ID');
	if (tenantSpaceId) headers['X-TenantSpaceID'] = tenantSpaceId;
	options.headers = headers;
	return options;
}

/** The token that a request was sent with, if any. */
export function tokenSentWith(options: RequestOptions): string | undefined {
	const value = options.headers?.Authorization;
	return typeof value === 'string' && value.startsWith(SCHEME)
		? value.slice(SCHEME.length)
		: undefined;
}
