import type { IHttpRequestOptions } from 'n8n-workflow';

import { tokenSentWith } from '../auth/bearer/bearer';
import type { Session } from './session';

/**
 * What no message may show: the credential's own secrets, and what was made of them for a request.
 *
 * @param options of the request, as the credential has made them
 */
export function secretsIn(options: IHttpRequestOptions, session: Session): string[] {
	const authorization = String(options.headers?.Authorization ?? '');
	const signature = authorization.slice(authorization.lastIndexOf('/') + 1);
	return [...session.secrets, tokenSentWith(options) ?? signature];
}
