import { networkError } from '../../protocol/network';
import { optionsFor } from '../apiRequest';
import type { Handler } from '../policy';
import { secretsOf } from '../secrets';

/**
 * Sends a request once, with n8n's helper, which adds the keys of the credential.
 *
 * @throws AiccError of kind `input` when a value cannot be part of the path
 */
export const send: Handler = async (request, session) => {
	const options = optionsFor(request, session);
	try {
		return { options, http: await session.send(options, request.signal) };
	} catch (error) {
		const failure = networkError(
			error,
			session.originOf(request.endpoint),
			secretsOf(request, options, session),
		);
		return { options, failure };
	}
};
