import { createHmac, X509Certificate } from 'node:crypto';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

import {
	type ReceivedRequest,
	signatureFault,
	type Simulator,
	startSimulator,
} from '../../simulator';
import vectors from './auth-v2-vectors.json';

const TOLERANCE = 900;

/** A vector as the platform would receive it. */
function received(vector: (typeof vectors)[number]): ReceivedRequest {
	const query = new URLSearchParams(vector.query as unknown as Record<string, string>).toString();
	return {
		method: vector.method,
		target: query === '' ? vector.path : `${vector.path}?${query}`,
		headers: { ...vector.headers, authorization: vector.authorization },
		body: vector.payload ?? '',
	};
}

describe.each(vectors)('the signature of vector $name', (vector) => {
	const keys = { accessKey: vector.accessKey, secretKey: vector.secretKey };
	const request = received(vector);
	const judge = (changes: Partial<ReceivedRequest>, usedKeys = keys, now = vector.timestamp) =>
		signatureFault({ ...request, ...changes }, usedKeys, now, TOLERANCE);
	const withHeaders = (headers: ReceivedRequest['headers']) => ({
		headers: { ...request.headers, ...headers },
	});

	it('is accepted', () => {
		expect(judge({})).toBeUndefined();
	});

	it.each<[string, Partial<ReceivedRequest>]>([
		['another method', { method: 'PUT' }],
		['another path', { target: request.target.replace('/rest/', '/Rest/') }],
		[
			'one more query parameter',
			{ target: `${request.target}${request.target.includes('?') ? '&' : '?'}x=1` },
		],
		['another host', withHeaders({ host: 'other.example.com' })],
		['another body', { body: `${request.body} ` }],
		['a signature cut short', withHeaders({ authorization: vector.authorization.slice(0, -1) })],
		[
			'a signature in capitals',
			withHeaders({
				authorization: vector.authorization.replace(/[^/]+$/, (hex) => hex.toUpperCase()),
			}),
		],
		[
			'another time in it',
			withHeaders({ authorization: vector.authorization.replace(/:\d\dZ/, ':01Z') }),
		],
		['no signature', withHeaders({ authorization: undefined })],
	])('is rejected with %s', (_, changes) => {
		expect(judge(changes)).toEqual(expect.any(String));
	});

	it('is rejected for another secret key', () => {
		expect(judge({}, { ...keys, secretKey: `${keys.secretKey}0` })).toMatch(/does not match/);
	});

	it('is rejected for another access key', () => {
		expect(judge({}, { ...keys, accessKey: 'AK' })).toMatch(/access key/);
	});

	it.each([-1, 1])(
		'is accepted at the end of the tolerance and rejected beyond it (%d)',
		(side) => {
			const signedAt = Math.floor(vector.timestamp / 1000) * 1000;
			expect(judge({}, keys, signedAt + side * TOLERANCE * 1000)).toBeUndefined();
			expect(judge({}, keys, signedAt + side * (TOLERANCE * 1000 + 1))).toMatch(/time/);
		},
	);
});

describe('a signature of parts', () => {
	const signed = vectors.filter((vector) => 'content-type' in vector.headers);
	const withQuery = vectors.filter((vector) => Object.keys(vector.query).length > 0);

	it.each(signed)('does not fit another content type ($name)', (vector) => {
		const request = received(vector);
		request.headers['content-type'] = 'application/json;charset=UTF-8';
		expect(signatureFault(request, vector, vector.timestamp, TOLERANCE)).toMatch(/match/);
	});

	it.each(withQuery)('does not fit another value in the query ($name)', (vector) => {
		const request = received(vector);
		request.target = request.target.replace(/=[^&]*/, '=2');
		expect(signatureFault(request, vector, vector.timestamp, TOLERANCE)).toMatch(/match/);
	});

	it.each(withQuery)('fits the parameters in any order ($name)', (vector) => {
		const request = received(vector);
		const [path, query = ''] = request.target.split('?');
		request.target = `${path}?${query.split('&').reverse().join('&')}`;
		expect(signatureFault(request, vector, vector.timestamp, TOLERANCE)).toBeUndefined();
	});

	it('must cover the host', () => {
		const vector = signed[0] as (typeof vectors)[number];
		const request = received(vector);
		request.headers.authorization = vector.authorization.replace(
			'content-type;host',
			'content-type',
		);
		expect(signatureFault(request, vector, vector.timestamp, TOLERANCE)).toMatch(/host/);
	});
});

/** A client that answers with any HTTP status, and knows nothing of the package. */
function client(baseURL: string): AxiosInstance {
	return axios.create({ baseURL, validateStatus: () => true, timeout: 5_000, proxy: false });
}

function hmac(key: string, text: string): string {
	return createHmac('sha256', key).update(text).digest('hex');
}

/** Headers of a signed GET: plain paths and queries only, so that nothing needs to be encoded. */
function signedHeaders(simulator: Simulator, path: string, query: string, at = Date.now()) {
	const { accessKey, secretKey } = simulator.account;
	const type = 'application/json; charset=UTF-8';
	const time = new Date(at).toISOString().replace(/\.\d+/, '');
	const prefix = `auth-v2/${accessKey}/${time}/content-type;host`;
	const host = new URL(simulator.isalesUrl).host.replace(':', '%3A');
	const text = `GET\n${path}\n${query}\ncontent-type;host\ncontent-type:application%2Fjson%3B%20charset%3DUTF-8\nhost:${host}\n`;
	return {
		'Content-Type': type,
		Authorization: `${prefix}/${hmac(hmac(secretKey, prefix), text)}`,
	};
}

describe('the platform', () => {
	let simulator: Simulator;
	let fabric: AxiosInstance;
	beforeAll(async () => {
		simulator = await startSimulator({ https: false });
		fabric = client(simulator.fabricUrl);
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => await simulator.stop());

	const LOGIN = '/apigovernance/api/oauth/tokenByAkSk';
	const ACCESS_CODES = '/apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList';
	const OBS_CODES = '/rest/isales/v1/openapi/campaigns/40/queryOBSResultCode';

	async function askForToken(changes: object = {}, lifetime = '3600'): Promise<AxiosResponse> {
		const { appKey, appSecret } = simulator.account;
		const body = { app_key: appKey, app_secret: appSecret, ...changes };
		return await fabric.post(LOGIN, body, { headers: { 'X-Token-Expire': lifetime } });
	}

	async function bearer(): Promise<Record<string, string>> {
		const { data } = await askForToken();
		return { Authorization: `Bearer ${data.AccessToken}`, 'X-APP-Key': simulator.account.appKey };
	}

	async function obsCodes(query: string, at?: number): Promise<AxiosResponse> {
		const headers = signedHeaders(simulator, OBS_CODES, query, at);
		return await client(simulator.isalesUrl).get(`${OBS_CODES}?${query}`, { headers });
	}

	describe('gives tokens', () => {
		it('with numbers as text, as documented', async () => {
			const { status, data } = await askForToken();
			expect(status).toBe(200);
			expect(data).toEqual({
				AccessToken: expect.stringMatching(/^\S{20,}$/),
				ApplyType: 'Bearer',
				CreateTime: expect.stringMatching(/^\d{10}$/),
				Expires: '3600',
				Scope: '',
				AppKey: simulator.account.appKey,
				UserID: 'Anonymous',
			});
		});

		it('that live as long as was asked for, at most 3600 seconds', async () => {
			expect((await askForToken({}, '60')).data.Expires).toBe('60');
			expect((await askForToken({}, '3601')).status).toBe(400);
		});

		it.each([
			['json401', 401, /invalid_client/],
			['html403', 403, /<html>/],
		] as const)('and answers a wrong secret with %s', async (wrongKeyAnswer, status, text) => {
			simulator.behaviour.wrongKeyAnswer = wrongKeyAnswer;
			const answer = await askForToken({ app_secret: 'wrong' });
			expect(answer.status).toBe(status);
			expect(JSON.stringify(answer.data)).toMatch(text);
		});

		it('in the shapes that were seen elsewhere', async () => {
			simulator.behaviour.announceExpiry = 'expiresIn';
			expect((await askForToken()).data).toMatchObject({ expiresIn: '3600' });
			simulator.behaviour.announceExpiry = 'none';
			expect((await askForToken()).data).not.toHaveProperty('Expires');
		});

		it('only so many a minute', async () => {
			simulator.behaviour.tokenRequestsPerMinute = 2;
			const statuses = [];
			for (let count = 0; count < 3; count++) statuses.push((await askForToken()).status);
			expect(statuses).toEqual([200, 200, 429]);
		});
	});

	describe('lets in', () => {
		it('whoever has a living token and its App Key', async () => {
			const headers = await bearer();
			expect((await fabric.post(ACCESS_CODES, {}, { headers })).data.returnCode).toBe('0');
		});

		it.each([401, 403] as const)('nobody else, and says so with %d and JSON', async (status) => {
			simulator.behaviour.deadTokenStatus = status;
			const headers = await bearer();
			const strangers: Array<Record<string, string>> = [
				{},
				{ ...headers, 'X-APP-Key': 'other' },
				{ ...headers, Authorization: headers.Authorization?.replace(' ', '  ') ?? '' },
				{ ...headers, Authorization: 'Bearer made-up' },
			];
			for (const stranger of strangers) {
				const answer = await fabric.post(ACCESS_CODES, {}, { headers: stranger });
				expect(answer.status).toBe(status);
				expect(answer.data.error).toBe('invalid_token');
			}
		});

		it('no token whose life is over', async () => {
			simulator.behaviour.tokenLifetimeSeconds = 0;
			const headers = await bearer();
			expect((await fabric.post(ACCESS_CODES, {}, { headers })).status).toBe(401);
		});

		it('no token after all have been ended', async () => {
			const headers = await bearer();
			await fabric.post('/simulator/end-tokens');
			expect((await fabric.post(ACCESS_CODES, {}, { headers })).status).toBe(401);
		});

		it('only the right tenant space when that is wanted', async () => {
			simulator.behaviour.requireTenantSpace = true;
			const headers = await bearer();
			expect((await fabric.post(ACCESS_CODES, {}, { headers })).status).toBe(401);
			const right = { ...headers, 'X-TenantSpaceID': simulator.account.tenantSpaceId };
			expect((await fabric.post(ACCESS_CODES, {}, { headers: right })).status).toBe(200);
		});

		it('signatures of its own clock only', async () => {
			const query = 'pageNum=1&pageSize=1';
			expect((await obsCodes(query)).status).toBe(200);
			simulator.behaviour.clockOffsetSeconds = 3600;
			const late = await obsCodes(query);
			expect(late.status).toBe(401);
			const platformTime = Date.parse(String(late.headers.date));
			expect((await obsCodes(query, platformTime)).status).toBe(200);
		});
	});

	describe('pages', () => {
		async function page(body: object): Promise<{ ids: string[]; total: number }> {
			const headers = await bearer();
			const { data } = await fabric.post(ACCESS_CODES, body, { headers });
			const rows = (data.data?.calledRouteList ?? []) as Array<{ id: string }>;
			return { ids: rows.map(({ id }) => id), total: data.data?.total };
		}
		const idsFrom = (start: number, count: number) =>
			simulator.data.accessCodes.slice(start, start + count).map(({ id }) => id);

		it('access codes by a hundred, whatever more is asked for', async () => {
			expect(await page({})).toEqual({ ids: idsFrom(0, 100), total: 437 });
			expect(await page({ limit: 500, offset: 7 })).toEqual({ ids: idsFrom(7, 100), total: 437 });
			expect(await page({ limit: 3, offset: 100 })).toEqual({ ids: idsFrom(100, 3), total: 437 });
		});

		it('access codes beyond offset 100 as it is told', async () => {
			const headers = await bearer();
			const refused = await fabric.post(ACCESS_CODES, { offset: 101 }, { headers });
			expect(refused.data).toEqual({ returnCode: '1', description: expect.any(String) });
			simulator.behaviour.beyondOffset = 'repeat';
			expect((await page({ offset: 300 })).ids).toEqual(idsFrom(100, 100));
			simulator.behaviour.beyondOffset = 'continue';
			expect((await page({ offset: 400 })).ids).toEqual(idsFrom(400, 37));
		});

		it('access codes as a bare list when it is old', async () => {
			simulator.behaviour.accessCodesBareArray = true;
			const { data } = await fabric.post(ACCESS_CODES, {}, { headers: await bearer() });
			expect(data.data).toHaveLength(100);
		});

		it('only what the filters leave', async () => {
			const headers = await bearer();
			const ask = async (body: object) => (await fabric.post(ACCESS_CODES, body, { headers })).data;
			const { data } = await ask({ mediatypeId: 53, description: '热线', accessCode: '99' });
			expect(data.total).toBeGreaterThan(0);
			for (const row of data.calledRouteList) {
				expect(row.mediatypeId).toBe(53);
				expect(row.description).toContain('热线');
				expect(row.accessCode).toContain('99');
			}
			expect((await ask({ mediatypeId: 18 })).returnCode).toBe('1');
		});

		it.each([
			{ limit: '100' },
			{ offset: '0' },
			{ accessCode: 99 },
			{ pageNum: 1 },
			{ offset: -1 },
		])('no access codes for %j', async (body) => {
			const headers = await bearer();
			expect((await fabric.post(ACCESS_CODES, body, { headers })).status).toBe(400);
		});

		it('OBS codes by fifty at most', async () => {
			const { data } = await obsCodes('pageNum=3&pageSize=50');
			expect(data).toMatchObject({ resultCode: '0200000', totalCount: 120 });
			expect(data.obsCodes).toEqual(simulator.data.obsResultCodes.slice(100));
			expect((await obsCodes('pageNum=1&pageSize=51')).data.resultCode).toBe('02000007');
			expect((await obsCodes('pageNum=0&pageSize=50')).data.resultCode).toBe('02000007');
		});
	});

	describe('fails on demand', () => {
		const GET = async () => await client(simulator.isalesUrl).get('/nothing');

		it.each([
			['html403', 403],
			['429', 429],
			['502', 502],
			['503', 503],
		] as const)('above so many requests at once: %s', async (overload, status) => {
			Object.assign(simulator.behaviour, { maxConcurrent: 2, overload, retryAfterSeconds: 7 });
			simulator.behaviour.delayMs = 200;
			const answers = await Promise.all([GET(), GET(), GET(), GET()]);
			const refused = answers.filter((answer) => answer.status === status);
			expect(refused).toHaveLength(2);
			expect(refused[0]?.headers).toMatchObject({
				'retry-after': '7',
				'content-type': expect.stringContaining('html'),
			});
			expect(simulator.stats.services.isales.maxInFlight).toBeGreaterThan(2);
			expect(simulator.stats.overloads).toBe(2);
			for (let count = 0; count < 3; count++) expect((await GET()).status).toBe(404);
		});

		it.each([
			['before', 'ECONNRESET', 0],
			['after', 'ECONNRESET', 1],
			['midBody', 'ERR_BAD_RESPONSE', 1],
		] as const)('by cutting the connection %s', async (when, code, tokenRequests) => {
			simulator.faults = [{ kind: 'cut', when, route: 'tokenByAkSk' }];
			await expect(askForToken()).rejects.toMatchObject({ code });
			expect(simulator.stats.tokenRequests).toBe(tokenRequests);
			expect((await askForToken()).status).toBe(200);
		});

		it('by never answering', async () => {
			simulator.faults = [{ kind: 'hang' }];
			const waiting = fabric.post(LOGIN, {}, { timeout: 100 });
			await expect(waiting).rejects.toMatchObject({ code: 'ECONNABORTED' });
		});

		it('by answering late', async () => {
			simulator.faults = [{ kind: 'delay', delayMs: 150 }];
			const begun = Date.now();
			expect((await askForToken()).status).toBe(200);
			expect(Date.now() - begun).toBeGreaterThanOrEqual(140);
		});

		it('with a page, other JSON, broken text or a status', async () => {
			simulator.faults = [
				{ kind: 'html', status: 502, body: '<h1>Bad gateway</h1>' },
				{ kind: 'json', body: [1], headers: { 'x-fault': 'yes' } },
				{ kind: 'raw', body: '{"a":', contentType: 'text/plain' },
				{ kind: 'status', status: 503 },
			];
			const answers = [];
			for (let count = 0; count < 5; count++) answers.push(await askForToken());
			expect(answers.map(({ status }) => status)).toEqual([502, 200, 200, 503, 200]);
			expect(answers[0]?.data).toBe('<h1>Bad gateway</h1>');
			expect(answers[1]?.data).toEqual([1]);
			expect(answers[1]?.headers['x-fault']).toBe('yes');
			expect(answers[2]?.data).toBe('{"a":');
			expect(answers[2]?.headers['content-type']).toContain('text/plain');
		});

		it('for the requests that are meant and no others', async () => {
			simulator.faults = [
				{ kind: 'status', route: 'tokenByAkSk', service: 'fabric', skip: 1, times: 2 },
				{ kind: 'status', service: 'isales', times: 0 },
			];
			const statuses = [];
			for (let count = 0; count < 4; count++) statuses.push((await askForToken()).status);
			expect(statuses).toEqual([200, 500, 500, 200]);
			for (let count = 0; count < 3; count++) expect((await GET()).status).toBe(500);
		});
	});

	it('keeps a book of what arrived, byte for byte', async () => {
		await fabric.post('/a%20b?x=%2B', '{ "a":  1 }', {
			headers: { 'Content-Type': 'application/json' },
		});
		expect(simulator.requests).toEqual([
			expect.objectContaining({
				service: 'fabric',
				route: 'unknown',
				method: 'POST',
				path: '/a%20b',
				query: { x: '+' },
				body: '{ "a":  1 }',
				status: 404,
			}),
		]);
	});

	it('is steered from another process', async () => {
		await fabric.put('/simulator/behaviour', { tokenLifetimeSeconds: 5 });
		expect((await askForToken()).data.Expires).toBe('5');
		await fabric.put('/simulator/faults', [{ kind: 'status', status: 418 }]);
		expect((await askForToken()).status).toBe(418);
		await fabric.put('/simulator/data/accessCodes', []);
		expect((await fabric.get('/simulator/data/accessCodes')).data).toEqual([]);
		expect((await fabric.get('/simulator/stats')).data).toMatchObject({ requests: 2 });
		expect((await fabric.get('/simulator/requests')).data).toHaveLength(2);
		await fabric.post('/simulator/reset');
		expect((await fabric.get('/simulator/data/accessCodes')).data).toHaveLength(437);
		expect((await fabric.get('/simulator/stats')).data).toMatchObject({ requests: 0 });
	});
});

it('speaks HTTPS with a certificate of its own for the address it listens on', async () => {
	const simulator = await startSimulator();
	try {
		for (const url of [simulator.fabricUrl, simulator.isalesUrl]) {
			expect(url).toMatch(/^https:/);
			await expect(client(url).get('/')).rejects.toMatchObject({
				code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
			});
		}
		const certificate = new X509Certificate(simulator.certificate);
		expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
	} finally {
		await simulator.stop();
	}
});
