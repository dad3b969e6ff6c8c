import type { IDataObject } from 'n8n-workflow';

import { credentialText, headerText } from '../../base/credentialText';
import { AiccError } from '../../base/errors';
import { clockOffsetOf } from './clock';
import { authorization, type AccessKeyPair } from './signature';
import {
	keepBody,
	resolveTarget,
	withoutHeaders,
	writeTarget,
	type RequestOptions,
	type TargetCredential,
} from '../requestUrl';

/** The one content type of CC-iSales and CC-CMS, byte for byte. Source: seeds, "fixed to". */
const SIGNED_CONTENT_TYPE = 'application/json; charset=UTF-8';

/** Fields of the credential type `huaweiAiccAkSkApi`. */
export type AkSkCredential = TargetCredential & AccessKeyPair;

/** Headers that signing sets; an earlier pass over the same options may have left them. */
const OWN_HEADERS = ['authorization', 'content-type', 'host'];

/** The body as the text that is sent, or undefined for none. */
function bodyText(options: RequestOptions): string | undefined {
	if ('form' in options || 'formData' in options) {
		throw new AiccError('configuration', 'A form cannot be signed', {
			description:
				'Send the body as JSON: AICC interfaces with AK/SK authentication take no forms.',
		});
	}
	const { body } = options;
	if (body === undefined || body === null) return undefined;
	if (typeof body === 'string') return body === '' ? undefined : body;
	if (Buffer.isBuffer(body)) return body.toString('utf8');
	// n8n sends nothing for an empty object, so nothing may be signed for it either.
	if (typeof body === 'object' && Object.keys(body).length === 0) return undefined;
	return JSON.stringify(body);
}

/**
 * The keys of a credential, without what was pasted along with them.
 *
 * @throws AiccError of kind `configuration` when it has none
 */
export function accessKeysOf(credential: AccessKeyPair): AccessKeyPair {
	const accessKey = headerText(credentialText(credential.accessKey), 'Access Key');
	const secretKey = credentialText(credential.secretKey);
	if (accessKey && secretKey) return { accessKey, secretKey };
	throw new AiccError('configuration', 'The credential has no Access Key or no Secret Key', {
		description: 'Enter both in the credential. The operations staff of AICC hand them out.',
	});
}

/**
 * Signs a request with `auth-v2`: writes one absolute address, the body as text and the headers
 * of the signature into the options. Options that were signed before are signed afresh.
 *
 * @param now epoch milliseconds of this machine's clock
 * @throws AiccError of kind `configuration` when the credential or the address is unusable
 */
export function signRequest(
	options: RequestOptions,
	credential: AkSkCredential,
	now: number,
): RequestOptions {
	const keys = accessKeysOf(credential);
	const target = resolveTarget(options, credential);
	const { url, query } = target;
	const method = String(options.method ?? 'GET').toUpperCase();
	const body = bodyText(options);
	const headers = { 'content-type': SIGNED_CONTENT_TYPE, host: url.host };
	const signature = authorization(
		{ method, path: url.pathname, query, headers, body },
		keys,
		now + clockOffsetOf(url.origin),
	);

	writeTarget(options, target, credential);
	if (body === undefined) delete options.body;
	else options.body = body;
	keepBody(options);
	const signed: IDataObject = withoutHeaders(options.headers, OWN_HEADERS);
	signed['Content-Type'] = SIGNED_CONTENT_TYPE;
	signed.Authorization = signature;
	options.headers = signed;
	return options;
}
