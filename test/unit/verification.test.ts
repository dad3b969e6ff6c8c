import { createHmac } from 'node:crypto';

import { signatureFault, type IncomingRequest } from '../../aicc/auth/authV2/verification';
import { authorization } from '../../aicc/auth/authV2/signature';
import vectors from './auth-v2-vectors.json';

describe.each(vectors)('the signature of vector $name', (vector) => {
	const { accessKey, secretKey, timestamp } = vector;
	const query = new URLSearchParams(Object.entries(vector.query as Record<string, string>));
	const { host, ...others } = vector.headers as Record<string, string>;
	const request: IncomingRequest = {
		method: vector.method,
		headers: { ...others, host, authorization: vector.authorization, accept: '*/*' },
		body: vector.payload ?? '',
	};
	const there = { host: host ?? '', path: vector.path, query: query.toString() };
	const faultOf = (
		changes: Partial<IncomingRequest>,
		{ destinations = [there], keys = { accessKey, secretKey }, now = timestamp } = {},
	) => signatureFault({ ...request, ...changes }, destinations, keys, now);

	it('is right, for one of several destinations, within a day', () => {
		expect(faultOf({})).toBeUndefined();
		const destinations = [{ ...there, host: 'other' }, there];
		expect(faultOf({}, { destinations })).toBeUndefined();
		expect(faultOf({}, { now: timestamp + 86_000_000 })).toBeUndefined();
		expect(faultOf({}, { now: timestamp - 86_000_000 })).toBeUndefined();
	});

	it.each([
		['another body', { body: `${vector.payload ?? ''} ` }],
		['another method', { method: 'PUT' }],
	])('is wrong for %s', (_what, changes) => {
		expect(faultOf(changes)).toBe('Its signature is wrong');
	});

	it.each(['host', 'path'])('is wrong for another %s', (part) => {
		expect(faultOf({}, { destinations: [{ ...there, [part]: 'other' }] })).toBe(
			'Its signature is wrong',
		);
	});

	it('is wrong for another query, and nowhere', () => {
		expect(faultOf({}, { destinations: [{ ...there, query: 'a=1' }] })).toBe(
			'Its signature is wrong',
		);
		expect(faultOf({}, { destinations: [] })).toBe('Its signature is wrong');
	});

	it('is wrong with another key', () => {
		expect(faultOf({}, { keys: { accessKey, secretKey: 'other' } })).toBe('Its signature is wrong');
		expect(faultOf({}, { keys: { accessKey: 'other', secretKey } })).toBe(
			'It is signed with another Access Key',
		);
	});

	it('does not hold for longer than a day', () => {
		const fault = 'Its time is more than a day from now';
		expect(faultOf({}, { now: timestamp + 87_000_000 })).toBe(fault);
		expect(faultOf({}, { now: timestamp - 87_000_000 })).toBe(fault);
	});

	it.each([
		[undefined, 'It has no auth-v2 signature'],
		['', 'It has no auth-v2 signature'],
		['Bearer abc', 'It has no auth-v2 signature'],
		['auth-v2/', 'It is signed with another Access Key'],
		[`auth-v2/${accessKey}/`, 'Its time is more than a day from now'],
		[`auth-v2/${accessKey}/soon/host/00`, 'Its time is more than a day from now'],
		[vector.authorization.slice(0, -1), 'Its signature is wrong'],
		[`${vector.authorization}/`, 'Its signature is wrong'],
		[vector.authorization.toUpperCase().replace('AUTH', 'auth'), 'It has no auth-v2 signature'],
	])('is none with %j', (given, fault) => {
		expect(faultOf({ headers: { ...request.headers, authorization: given } })).toBe(fault);
	});
});

describe('what is signed', () => {
	const keys = { accessKey: 'AK', secretKey: 'SK' };
	const now = Date.UTC(2026, 0, 1);
	const there = { host: 'n8n.example.com', path: '/webhook/a', query: '' };

	const faultWith = (signed: Record<string, string>, came: IncomingRequest['headers']) => {
		const request = { method: 'POST', path: there.path, query: [], headers: signed, body: '{}' };
		const given = authorization(request, keys, now);
		const headers = { ...came, authorization: given };
		return signatureFault({ method: 'POST', headers, body: '{}' }, [there], keys, now);
	};

	it('may be more headers than the host, all of which must have come', () => {
		const signed = { host: there.host, 'content-length': '2', 'content-type': 'application/json' };
		expect(faultWith(signed, signed)).toBeUndefined();
		expect(faultWith(signed, { ...signed, 'content-type': 'text/plain' })).toBe(
			'Its signature is wrong',
		);
		expect(faultWith(signed, { ...signed, 'content-length': undefined })).toBe(
			'A header that is signed did not come with it',
		);
	});

	/** A signature made step by step, as another sender may write it. */
	const signedBy = (names: string, lines: string[], time: string) => {
		const hmac = (key: string, text: string) =>
			createHmac('sha256', key).update(text).digest('hex');
		const head = `auth-v2/${keys.accessKey}/${time}/${names}`;
		const signed = ['POST', there.path, names, ...lines, '%7B%7D'].join('\n');
		return `${head}/${hmac(hmac(keys.secretKey, head), signed)}`;
	};

	const CAME = {
		host: there.host,
		'content-length': '2',
		'content-type': 'application/json',
		'x-any': 'a b',
	};
	const LINES = {
		host: `host:${there.host}`,
		length: 'content-length:2',
		type: 'content-type:application%2Fjson',
		other: 'x-any:a%20b',
	};

	it.each<[string, string, string[], string]>([
		['as the vendor does', 'content-length;content-type;host', ['length', 'type', 'host'], ':00Z'],
		['with the host alone', 'host', ['host'], ':00Z'],
		['with another header', 'host;x-any', ['host', 'other'], ':00Z'],
		['in another order', 'host;content-type', ['type', 'host'], ':00Z'],
		['in capitals', 'Content-Type;Host', ['type', 'host'], ':00Z'],
		['with parts of a second', 'host', ['host'], ':00.123Z'],
	])('may be written %s', (_, names, lines, second) => {
		const texts = lines.map((name) => LINES[name as keyof typeof LINES]);
		const given = signedBy(names, texts, `2026-01-01T00:00${second}`);
		const begin = given.slice(0, given.lastIndexOf('/') + 1);
		const hex = given.slice(begin.length);
		const faultOf = (value: string, headers: IncomingRequest['headers'] = CAME) => {
			const request = { method: 'POST', headers: { ...headers, authorization: value }, body: '{}' };
			return signatureFault(request, [there], keys, now);
		};
		expect(faultOf(given)).toBeUndefined();
		expect(faultOf(begin + hex.toUpperCase())).toBeUndefined();
		expect(faultOf(begin + hex.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBe(
			'Its signature is wrong',
		);
		expect(faultOf(`${begin}${hex}/`)).toBe('Its signature is wrong');
		// A header that is not named may be anything.
		expect(faultOf(given, { ...CAME, accept: '*/*' })).toBeUndefined();
	});

	it('is the host that the sender knew, whatever a proxy made of it', () => {
		expect(faultWith({ host: there.host }, { host: 'n8n:5678' })).toBeUndefined();
	});

	it('must have the host among them', () => {
		expect(faultWith({ 'content-type': 'a' }, { host: there.host, 'content-type': 'a' })).toBe(
			'Its host is not signed',
		);
		expect(faultWith({ constructor: 'a' }, { host: there.host })).toBe(
			'A header that is signed did not come with it',
		);
	});
});
