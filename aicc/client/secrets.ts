import type { IHttpRequestOptions } from 'n8n-workflow';

import { tokenSentWith } from '../auth/bearer/bearer';
import { secretsSentIn } from '../base/redact';
import type { ApiRequest } from './apiRequest';
import type { Session } from './session';

/**
 * What no message may show: the credential's own secrets, what was made of them for a request, and
 * passwords and keys that the request sends.
 *
 * @param options of the request, as the credential has made them
 */
export function secretsOf(
	{ body, query }: ApiRequest,
	options: IHttpRequestOptions,
	session: Session,
): string[] {
	const authorization = String(options.headers?.Authorization ?? '');
	const signature = authorization.slice(authorization.lastIndexOf('/') + 1);
	const sent = [...secretsSentIn(body), ...secretsSentIn(query)];
	return [...session.secrets, tokenSentWith(options) ?? signature, ...sent];
}
