/** Checks and makes `auth-v2` signatures: from the vendor's description, apart from the signer. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it arrived. */
export interface ReceivedRequest {
	method: string;
	/** Path and query as they were on the wire. */
	target: string;
	/** Header names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

/** The keys of an account. */
export interface SignatureKeys {
	accessKey: string;
	secretKey: string;
}

const UNRESERVED = /[A-Za-z0-9\-._~]/;

function encode(text: string): string {
	let encoded = '';
	for (const byte of Buffer.from(text, 'utf8')) {
		const character = String.fromCharCode(byte);
		encoded += UNRESERVED.test(character)
			? character
			: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return encoded;
}

/** @throws URIError when a `%` is not followed by a byte of UTF-8 */
function decode(text: string): string {
	return decodeURIComponent(text.replaceAll('+', ' '));
}

/** The canonical query, or undefined when the query cannot be read. */
function readableQuery(query: string): string | undefined {
	try {
		return queryLine(query);
	} catch {
		return undefined;
	}
}

function queryLine(query: string): string {
	const parts = query.split('&').map((part) => {
		const at = part.indexOf('=');
		const name = at < 0 ? part : part.slice(0, at);
		const value = at < 0 ? '' : part.slice(at + 1);
		return `${encode(decode(name))}=${encode(decode(value))}`;
	});
	return parts.sort().join('&');
}

function hmac(key: string, text: string): Buffer {
	return createHmac('sha256', Buffer.from(key, 'utf8')).update(text, 'utf8').digest();
}

/**
 * The right signature of a request, or undefined when its query cannot be read.
 *
 * @param prefix what stands before it in the header
 * @param names of the headers that are signed, sorted
 */
function signatureOf(
	request: ReceivedRequest,
	prefix: string,
	names: string[],
	secretKey: string,
): Buffer | undefined {
	// Only the first question mark ends the path; a query may hold more of them.
	const [path = '', ...afterPath] = request.target.split('?');
	const rawQuery = afterPath.join('?');
	const query = readableQuery(rawQuery);
	if (query === undefined) return undefined;
	let text = `${request.method}\n${path}\n`;
	if (rawQuery !== '') text += `${query}\n`;
	text += `${names.join(';')}\n`;
	const headerLines = names.map(
		(name) => `${encode(name)}:${encode(String(request.headers[name]))}`,
	);
	text += `${headerLines.sort().join('\n')}\n${encode(request.body)}`;
	return hmac(hmac(secretKey, prefix).toString('hex'), text);
}

/**
 * The `Authorization` of what the platform itself sends.
 *
 * @param request its headers are all signed
 * @param now epoch milliseconds
 */
export function authorizationOf(
	request: ReceivedRequest,
	{ accessKey, secretKey }: SignatureKeys,
	now: number,
): string {
	const names = Object.keys(request.headers).sort();
	const time = `${new Date(now).toISOString().slice(0, 19)}Z`;
	const prefix = `auth-v2/${accessKey}/${time}/${names.join(';')}`;
	const signature = signatureOf(request, prefix, names, secretKey);
	if (signature === undefined) throw new Error('The query of the address cannot be signed');
	return `${prefix}/${signature.toString('hex')}`;
}

/**
 * Says what is wrong with the signature of a request, or nothing.
 *
 * @param now epoch milliseconds of the platform's clock
 * @param toleranceSeconds how far the time in the signature may be from it
 */
export function signatureFault(
	request: ReceivedRequest,
	keys: SignatureKeys,
	now: number,
	toleranceSeconds: number,
): string | undefined {
	const header = request.headers.authorization;
	if (typeof header !== 'string') return 'no Authorization header';
	const parts = header.split('/');
	const [version, accessKey, timestamp = '', signedHeaders = '', signature = ''] = parts;
	if (parts.length !== 5 || version !== 'auth-v2') return 'not an auth-v2 signature';
	if (accessKey !== keys.accessKey) return 'unknown access key';
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp)) return 'malformed time';
	if (Math.abs(Date.parse(timestamp) - now) > toleranceSeconds * 1000) return 'time out of range';
	const names = signedHeaders.split(';');
	if (!names.includes('host')) return 'host is not signed';
	if (names.join(';') !== [...names].sort().join(';').toLowerCase()) return 'headers not in order';
	if (names.some((name) => request.headers[name] === undefined))
		return 'a signed header is missing';

	const expected = signatureOf(request, parts.slice(0, 4).join('/'), names, keys.secretKey);
	if (expected === undefined) return 'malformed query';
	const given = Buffer.from(signature, 'hex');
	const isRight =
		/^[0-9a-f]{64}$/.test(signature) &&
		given.length === expected.length &&
		timingSafeEqual(given, expected);
	return isRight ? undefined : 'the signature does not match';
}
