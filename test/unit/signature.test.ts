import {
	authorization,
	canonicalRequest,
	percentEncode,
	signatureTimestamp,
	type SignableRequest,
} from '../../aicc/auth/authV2/signature';
import vectors from './auth-v2-vectors.json';

describe.each(vectors)('vector $name', (vector) => {
	const request: SignableRequest = {
		method: vector.method,
		path: vector.path,
		query: Object.entries(vector.query as Record<string, string>),
		headers: vector.headers as unknown as Record<string, string>,
		body: vector.payload ?? undefined,
	};

	it('has the canonical request', () => {
		expect(canonicalRequest(request)).toBe(vector.canonicalRequest);
	});

	it('has the timestamp', () => {
		expect(signatureTimestamp(vector.timestamp)).toBe(vector.authorization.split('/')[2]);
	});

	it('has the authorization', () => {
		const keys = { accessKey: vector.accessKey, secretKey: vector.secretKey };
		expect(authorization(request, keys, vector.timestamp)).toBe(vector.authorization);
	});
});

it('encodes every byte but letters, digits and - . _ ~', () => {
	expect(percentEncode("aZ09-._~ !'()*/:+%&=?é外")).toBe(
		'aZ09-._~%20%21%27%28%29%2A%2F%3A%2B%25%26%3D%3F%C3%A9%E5%A4%96',
	);
});

it('cuts the seconds instead of rounding them', () => {
	expect(signatureTimestamp(Date.UTC(2026, 0, 1, 0, 0, 59, 999))).toBe('2026-01-01T00:00:59Z');
});
