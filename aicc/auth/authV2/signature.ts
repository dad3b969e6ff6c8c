/**
 * The request signature `auth-v2` of CC-iSales, CC-CMS and CC-FS, step by step.
 *
 * Pure functions: the clock comes in, text goes out. Source: vendor page "C2 Monitoring, System
 * Outbound Call, CDR, and Knowledge Base Interface Authentication" (cec_07_0003).
 */
import { createHmac } from 'node:crypto';

/** What is signed. `path` and `body` must be the very text that goes on the wire. */
export interface SignableRequest {
	method: string;
	/** Path as sent, without query. */
	path: string;
	/** Decoded query parameters, in any order; a name may occur more than once. */
	query: ReadonlyArray<readonly [name: string, value: string]>;
	/** Headers to sign; `host` must be among them. */
	headers: Readonly<Record<string, string>>;
	/** Empty or absent when the request has no body. */
	body?: string;
}

/** The keys of an account, as they are: nothing that was pasted along with them. */
export interface AccessKeyPair {
	accessKey: string;
	secretKey: string;
}

/** Characters that `encodeURIComponent` leaves alone but the scheme encodes. */
const LEFT_BY_ENCODE_URI_COMPONENT = /[!'()*]/g;

/** Percent-encodes the UTF-8 bytes of a text; only `A-Z a-z 0-9 - . _ ~` stay as they are. */
export function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(
		LEFT_BY_ENCODE_URI_COMPONENT,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** The query as it is signed and sent: encoded `name=value` texts, sorted by character code. */
export function canonicalQuery(query: SignableRequest['query']): string {
	return query
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.sort()
		.join('&');
}

/** Names of the signed headers: lower case, sorted, joined with `;`. */
function signedHeaderNames(headers: SignableRequest['headers']): string {
	return Object.keys(headers)
		.map((name) => name.toLowerCase())
		.sort()
		.join(';');
}

function canonicalHeaders(headers: SignableRequest['headers']): string {
	return Object.entries(headers)
		.map(([name, value]) => `${percentEncode(name.toLowerCase())}:${percentEncode(value)}`)
		.sort()
		.join('\n');
}

/**
 * The text over which the signature is made. Without a body it ends with a line break.
 *
 * @param names of the signed headers, as the signature has them
 */
export function canonicalRequest(
	request: SignableRequest,
	names = signedHeaderNames(request.headers),
): string {
	const query = canonicalQuery(request.query);
	return [
		request.method.toUpperCase(),
		request.path,
		...(query ? [query] : []),
		names,
		canonicalHeaders(request.headers),
		request.body ? percentEncode(request.body) : '',
	].join('\n');
}

/** UTC with whole seconds, cut and not rounded: `yyyy-MM-ddTHH:mm:ssZ`. `now` in epoch ms. */
export function signatureTimestamp(now: number): string {
	return `${new Date(now).toISOString().slice(0, 19)}Z`;
}

function hmacHex(key: string, message: string): string {
	return createHmac('sha256', key).update(message, 'utf8').digest('hex');
}

/** What a signature says of itself before its last part. */
export interface SignatureHead {
	/** UTC, as it is written in the signature. */
	time: string;
	/** Names of the signed headers, as they are written in it. */
	names: string;
}

/** The value of an `Authorization` header with this head. */
export function signedWith(
	{ time, names }: SignatureHead,
	request: SignableRequest,
	{ accessKey, secretKey }: AccessKeyPair,
): string {
	const prefix = ['auth-v2', accessKey, time, names].join('/');
	const signingKey = hmacHex(secretKey, prefix);
	return `${prefix}/${hmacHex(signingKey, canonicalRequest(request, names))}`;
}

/**
 * The value of the `Authorization` header of a request.
 *
 * @param now epoch milliseconds that the signature carries
 */
export function authorization(request: SignableRequest, keys: AccessKeyPair, now: number): string {
	const head = { time: signatureTimestamp(now), names: signedHeaderNames(request.headers) };
	return signedWith(head, request, keys);
}
