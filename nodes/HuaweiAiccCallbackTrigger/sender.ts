import type { IWebhookFunctions } from 'n8n-workflow';

import { accessKeysOf, type AkSkCredential } from '../../aicc/auth/authV2/signing';
import { signatureFault, type Destination } from '../../aicc/auth/authV2/verification';
import { CREDENTIAL_TYPES } from '../../aicc/client/openSession';

/**
 * Where the platform may have sent a push to: where it came in and, as a proxy may have replaced
 * host and path, the URL that the editor shows.
 */
function destinationsOf(functions: IWebhookFunctions, host: string, target: string): Destination[] {
	const [path = '', ...query] = target.split('?');
	const destination = { host, path, query: query.join('?') };
	const shown = functions.getNodeWebhookUrl('default');
	if (shown === undefined) return [destination];
	const { host: shownHost, pathname } = new URL(shown);
	return [
		destination,
		{ ...destination, host: shownHost },
		{ ...destination, host: shownHost, path: pathname },
	];
}

/**
 * Says what is wrong with the signature of a push, in words that tell no secret; undefined when it is
 * right, or when the user chose no credential to check it with.
 *
 * @throws an error of n8n's when the credential is not there any more, AiccError when it has no keys
 */
export async function senderFault(
	functions: IWebhookFunctions,
	body: Buffer,
): Promise<string | undefined> {
	if (!functions.getNode().credentials?.[CREDENTIAL_TYPES.akSk]) return undefined;
	const credential = await functions.getCredentials<AkSkCredential>(CREDENTIAL_TYPES.akSk);
	const { method, originalUrl, headers } = functions.getRequestObject();
	return signatureFault(
		{ method, headers, body: body.toString('utf8') },
		destinationsOf(functions, headers.host ?? '', originalUrl),
		accessKeysOf(credential),
		Date.now(),
	);
}
