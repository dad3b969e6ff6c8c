/** Checks the signature `auth-v2` of a request that comes in: the platform signs some of what it pushes. */
import { timingSafeEqual } from 'node:crypto';

import { signedWith, type AccessKeyPair } from './signature';

/** A request as it came. The body is the very text that was on the wire: it is signed. */
export interface IncomingRequest {
	method: string;
	/** Names in lower case. */
	headers: Readonly<Record<string, string | string[] | undefined>>;
	body: string;
}

/** What of an address is signed. */
export interface Destination {
	/** With the port, unless it is the scheme's own. */
	host: string;
	path: string;
	/** As on the wire, without `?`; empty for none. */
	query: string;
}

/**
 * Milliseconds. No page says for how long a signature holds, or whether a repeat is signed anew: a day
 * bears wrong clocks and hours of repeats, and ends what somebody has recorded.
 */
const MAX_AGE = 24 * 60 * 60 * 1000;

/**
 * The headers that a signature names, in whatever order and case, or undefined when one of them is not
 * there or there twice.
 */
function namedHeaders(
	names: string,
	headers: IncomingRequest['headers'],
): Record<string, string> | undefined {
	const named: Record<string, string> = {};
	for (const name of names.toLowerCase().split(';')) {
		const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
		if (typeof value !== 'string') return undefined;
		named[name] = value;
	}
	return named;
}

function isSame(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Says what is wrong with the signature of a request, or nothing.
 *
 * @param destinations where the sender may have sent it to; the signature must be for one of them
 * @param now epoch milliseconds
 */
export function signatureFault(
	{ method, headers, body }: IncomingRequest,
	destinations: Destination[],
	keys: AccessKeyPair,
	now: number,
): string | undefined {
	const given = headers.authorization;
	const scheme = 'auth-v2/';
	if (typeof given !== 'string' || !given.startsWith(scheme)) return 'It has no auth-v2 signature';
	const begin = `${scheme}${keys.accessKey}/`;
	if (!given.startsWith(begin)) return 'It is signed with another Access Key';
	const [time = '', names = '', hex = '', ...more] = given.slice(begin.length).split('/');
	const at = Date.parse(time);
	if (!(Math.abs(now - at) <= MAX_AGE)) return 'Its time is more than a day from now';
	const signed = namedHeaders(names, headers);
	if (!signed) return 'A header that is signed did not come with it';
	if (signed.host === undefined) return 'Its host is not signed';
	// Senders differ in how they write it; what is named is what is signed.
	const written = [`${begin}${time}`, names, hex.toLowerCase(), ...more].join('/');
	const isRight = destinations.some(({ host, path, query }) => {
		const request = {
			method,
			path,
			query: [...new URLSearchParams(query)],
			headers: { ...signed, host },
			body,
		};
		return isSame(written, signedWith({ time, names }, request, keys));
	});
	return isRight ? undefined : 'Its signature is wrong';
}
