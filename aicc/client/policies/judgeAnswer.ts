import { readAnswer, retryableFailureOf } from '../../protocol/answer';
import { failureOf, type Keys } from '../../protocol/failures';
import type { ApiRequest } from '../apiRequest';
import type { Policy } from '../policy';
import { secretsOf } from '../secrets';
import type { Session } from '../session';

function keysOf({ endpoint }: ApiRequest, session: Session): Keys {
	if (endpoint.authentication === 'akSk') return 'signature';
	return session.canRenewToken ? 'fetchedToken' : 'ownToken';
}

/** Reads what came, takes the secrets out of it, and says in words why it is no success. */
export const judgeAnswer: Policy = (next) => async (request, session) => {
	const response = await next(request, session);
	const { http, options, file } = response;
	if (!http) return response;
	// The credential has made the address whole.
	const [address = ''] = options.url.split('?');
	const answer = readAnswer(http, address, secretsOf(request, options, session));
	// A file is told by its content type, and has been judged by that.
	if (file) return { ...response, answer };
	const failure =
		retryableFailureOf(answer, request.endpoint, Date.now()) ??
		failureOf(answer, request.endpoint, keysOf(request, session));
	return { ...response, answer, failure };
};
