import type { IHttpRequestOptions } from 'n8n-workflow';

import { tokenSentWith } from '../auth/bearer/bearer';
import { passwordsIn } from '../base/redact';
import type { ApiRequest } from './apiRequest';
import type { Session } from './session';

/**
 * What no message may show: the credential's own secrets, what was made of them for a request, and
 * passwords that the request sets.
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
	const passwords = [...passwordsIn(body), ...passwordsIn(query)];
	return [...session.secrets, tokenSentWith(options) ?? signature, ...passwords];
}
