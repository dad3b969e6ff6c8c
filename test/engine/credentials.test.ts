import axios from 'axios';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';

import { startSimulator, type Simulator } from '../../simulator';
import { signatureFault } from '../../simulator/verifySignature';
import { loadPackage, runNode, type RunResult } from './engine';
import { bodiesOf, credentialsFor, NODE, OPERATIONS, shown } from './fixtures';

const started: Simulator[] = [];

/** A platform that no other test has used: its address, and so its tokens, are new to the node. */
async function platform(options: Parameters<typeof startSimulator>[0] = {}): Promise<Simulator> {
	const simulator = await startSimulator({ https: false, ...options });
	started.push(simulator);
	return simulator;
}

afterEach(async () => {
	await Promise.all(started.splice(0).map(async (simulator) => await simulator.stop()));
});

type Credential = ICredentialDataDecryptedObject;

/** Asks for a called device with the token credential, changed as wanted. */
async function call(simulator: Simulator, changes: Credential = {}, items: IDataObject[] = [{}]) {
	const credential = { ...credentialsFor(simulator).huaweiAiccTokenApi, ...changes };
	return await runNode(NODE, {
		parameters: OPERATIONS.calledDevice,
		credentials: { huaweiAiccTokenApi: credential },
		items,
	});
}

/** Asks for OBS result codes with the AK/SK credential, changed as wanted. */
async function list(simulator: Simulator, changes: Credential = {}) {
	const credential = { ...credentialsFor(simulator).huaweiAiccAkSkApi, ...changes };
	return await runNode(NODE, {
		parameters: { ...OPERATIONS.obsResultCodes, returnAll: false },
		credentials: { huaweiAiccAkSkApi: credential },
	});
}

function savedToken({ saved }: RunResult): Credential {
	return saved.huaweiAiccTokenApi as Credential;
}

function headersOf(simulator: Simulator, route: string) {
	return simulator.requests.filter((r) => r.route === route).map(({ headers }) => headers);
}

describe('the token credential', () => {
	it('asks for a token as documented and sends it with the App Key', async () => {
		const simulator = await platform();
		const { appKey, appSecret } = simulator.account;
		const result = await call(simulator);
		expect(result.error).toBeUndefined();
		expect(simulator.requests).toHaveLength(2);
		expect(simulator.requests[0]).toMatchObject({
			method: 'POST',
			path: '/apigovernance/api/oauth/tokenByAkSk',
			query: {},
			headers: { 'content-type': 'application/json', 'x-token-expire': '3600' },
		});
		expect(simulator.requests[0]?.headers).not.toHaveProperty('authorization');
		expect(bodiesOf(simulator, 'token')).toEqual([{ app_key: appKey, app_secret: appSecret }]);
		expect(simulator.requests[1]?.headers).toMatchObject({
			authorization: `Bearer ${savedToken(result).accessToken}`,
			'x-app-key': appKey,
		});
		expect(simulator.requests[1]?.headers).not.toHaveProperty('x-tenantspaceid');
	});

	it('takes blanks away that came with copying', async () => {
		const simulator = await platform();
		const { appKey, appSecret } = simulator.account;
		const { error } = await call(simulator, {
			baseUrl: ` ${simulator.fabricUrl}/ `,
			appKey: ` ${appKey}\n`,
			appSecret: `\t${appSecret} `,
		});
		expect(error).toBeUndefined();
	});

	it('sends the tenant space when there is one', async () => {
		const simulator = await platform();
		simulator.behaviour.requireTenantSpace = true;
		const { tenantSpaceId } = simulator.account;
		expect((await call(simulator, { tenantSpaceId })).error).toBeUndefined();
		expect(headersOf(simulator, 'calledInfo')).toMatchObject([
			{ 'x-tenantspaceid': tenantSpaceId },
		]);
	});

	it('asks the Token Base URL for the token when there is one', async () => {
		const [api, desk] = [await platform(), await platform()];
		api.tokens = desk.tokens;
		expect((await call(api, { tokenBaseUrl: desk.fabricUrl })).error).toBeUndefined();
		expect(api.requests.map(({ route }) => route)).toEqual(['calledInfo']);
		expect(desk.requests.map(({ route }) => route)).toEqual(['token']);
	});

	it.each([
		['Expires', 3600],
		['expiresIn', 3600],
	] as const)('keeps the end of the token, told as %s', async (announceExpiry, lifetime) => {
		const simulator = await platform();
		simulator.behaviour.announceExpiry = announceExpiry;
		const before = Date.now();
		const { accessTokenExpiresAt } = savedToken(await call(simulator));
		const end = Date.parse(String(accessTokenExpiresAt).split(' ')[0] ?? '');
		expect(end).toBeGreaterThan(before + (lifetime - 120) * 1000);
		expect(end).toBeLessThan(Date.now() + lifetime * 1000);
	});

	it('uses a token whose end is not told until it is refused', async () => {
		const simulator = await platform();
		simulator.behaviour.announceExpiry = 'none';
		const first = await call(simulator);
		const second = await call(simulator, savedToken(first));
		expect(second.error).toBeUndefined();
		expect(simulator.stats.tokenRequests).toBe(1);
		simulator.tokens.endAll();
		expect((await call(simulator, savedToken(second))).error).toBeUndefined();
		expect(simulator.stats.tokenRequests).toBe(2);
	});

	it('uses one token for 500 items', async () => {
		const simulator = await platform();
		const { items } = await call(
			simulator,
			{},
			Array.from({ length: 500 }, () => ({})),
		);
		expect(items).toHaveLength(500);
		expect(simulator.stats.tokenRequests).toBe(1);
		expect(simulator.stats.requests).toBe(501);
	});

	it('uses the token that n8n stored in the next execution', async () => {
		const simulator = await platform();
		const first = await call(simulator);
		const second = await call(simulator, savedToken(first));
		expect(second.error).toBeUndefined();
		expect(simulator.stats).toMatchObject({ tokenRequests: 1, requests: 3 });
		expect(savedToken(second).accessToken).toBe(savedToken(first).accessToken);
	});

	it('uses the token that n8n stored in the next process', async () => {
		const simulator = await platform();
		const credential = savedToken(await call(simulator));
		let type: unknown;
		jest.isolateModules(() => {
			const file = jest.requireActual('../../dist/credentials/HuaweiAiccTokenApi.credentials.js');
			type = new file.HuaweiAiccTokenApi();
		});
		const { authenticate } = type as { authenticate: Authenticate };
		const options = await authenticate(credential, { url: '/x' });
		expect(options.headers?.Authorization).toBe(`Bearer ${credential.accessToken}`);
	});

	describe('renews the token', () => {
		afterEach(() => jest.useRealTimers());

		it('shortly before its end, without sending the old one', async () => {
			const simulator = await platform();
			const first = await call(simulator);
			const begun = Date.now();
			jest.useFakeTimers({
				now: begun + 3500 * 1000,
				doNotFake: [
					'hrtime',
					'nextTick',
					'performance',
					'queueMicrotask',
					'setImmediate',
					'clearImmediate',
					'setInterval',
					'clearInterval',
					'setTimeout',
					'clearTimeout',
				],
			});
			const second = await call(simulator, savedToken(first));
			expect(second.error).toBeUndefined();
			expect(simulator.stats.tokenRequests).toBe(1);

			jest.setSystemTime(begun + 3599 * 1000);
			const third = await call(simulator, savedToken(second));
			expect(third.error).toBeUndefined();
			expect(simulator.stats.tokenRequests).toBe(2);
			expect(savedToken(third).accessToken).not.toBe(savedToken(first).accessToken);
			expect(simulator.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
		});

		it.each(['appKey', 'appSecret', 'tenantSpaceId', 'tokenBaseUrl'] as const)(
			'after %s was edited, without sending the old one',
			async (field) => {
				const simulator = await platform();
				const saved = savedToken(await call(simulator));
				const value = field === 'tokenBaseUrl' ? simulator.fabricUrl : 'another-value';
				simulator.options.account = { ...simulator.account, [field]: value };
				simulator.requests = [];
				const result = await call(simulator, { ...saved, [field]: value });
				expect(result.error).toBeUndefined();
				expect(simulator.requests.map(({ route }) => route)).toEqual(['token', 'calledInfo']);
				expect(headersOf(simulator, 'calledInfo')[0]?.authorization).not.toContain(
					String(saved.accessToken),
				);
			},
		);

		it('after the host was edited, without telling the new host the old one', async () => {
			const [old, other] = [await platform(), await platform()];
			const saved = savedToken(await call(old));
			const { error } = await call(other, { ...saved, baseUrl: other.fabricUrl });
			expect(error).toBeUndefined();
			expect(JSON.stringify(other.requests)).not.toContain(saved.accessToken);
			expect(other.requests.map(({ route }) => route)).toEqual(['token', 'calledInfo']);
		});

		it('not after something else was edited', async () => {
			const simulator = await platform();
			const saved = savedToken(await call(simulator));
			await call(simulator, { ...saved, maxConcurrentRequests: 3, ignoreSslIssues: false });
			expect(simulator.stats.tokenRequests).toBe(1);
		});
	});

	describe('with a token of the user', () => {
		const own = (token: string): Credential => ({
			tokenSource: 'accessToken',
			staticAccessToken: token,
			appSecret: '',
		});

		it('sends that one and asks for none', async () => {
			const simulator = await platform();
			const token = simulator.tokens.issue(simulator.account.appKey, 3600, Date.now());
			const { error } = await call(simulator, own(` ${token} `));
			expect(error).toBeUndefined();
			expect(simulator.requests.map(({ route }) => route)).toEqual(['calledInfo']);
			expect(headersOf(simulator, 'calledInfo')).toMatchObject([
				{ authorization: `Bearer ${token}`, 'x-app-key': simulator.account.appKey },
			]);
		});

		it('says that the token is dead, and asks for none', async () => {
			const simulator = await platform();
			const { error } = await call(simulator, own('not-alive-any-more'));
			expect(error?.message).toContain('HTTP 401: Unauthorized operation');
			expect(simulator.stats.tokenRequests).toBe(0);
		});

		it('sends nothing when the token is missing', async () => {
			const simulator = await platform();
			const { error } = await call(simulator, own(' '));
			expect(error?.message).toContain('no Access Token');
			expect(shown(error).description).toContain('Token Source');
			expect(simulator.requests).toEqual([]);
		});
	});

	it('says that the key is wrong without trying it for each item', async () => {
		const simulator = await platform();
		const items = Array.from({ length: 40 }, () => ({}));
		const { error } = await call(simulator, { appSecret: 'wrong-secret' }, items);
		expect(error?.message).toContain('refused the App Key or App Secret (HTTP 401)');
		expect(shown(error).description).toContain('Check App Key and App Secret');
		// The ten in flight share one; those let in before its answer was judged share another.
		expect(simulator.stats.tokenRequests).toBeLessThanOrEqual(2);
		expect(simulator.requests.every(({ route }) => route === 'token')).toBe(true);
	});

	it('says that the token interface is elsewhere', async () => {
		const [api, desk] = [await platform(), await platform()];
		const { error } = await call(api, { tokenBaseUrl: desk.isalesUrl });
		expect(error?.message).toContain('There is no token interface at');
		expect(shown(error).description).toContain('Token Base URL');
		expect(api.requests).toEqual([]);
	});

	it.each(['appKey', 'appSecret'])('sends nothing without %s', async (field) => {
		const simulator = await platform();
		const { error } = await call(simulator, { [field]: ' ' });
		expect(error?.message).toContain('no App Key or no App Secret');
		expect(simulator.requests).toEqual([]);
	});
});

describe.each([
	['huaweiAiccTokenApi', call],
	['huaweiAiccAkSkApi', list],
] as const)('%s', (type, ask) => {
	it.each([
		'',
		'service.besclouds.com',
		'ftp://service.besclouds.com',
		'https://service.besclouds.com/rest',
		'https://service.besclouds.com?x=1',
		'https://user:word@service.besclouds.com',
		'https://',
	])('names a Base URL that is not usable: "%s"', async (baseUrl) => {
		const simulator = await platform();
		const { error } = await ask(simulator, { baseUrl });
		expect(error?.message).toContain("The credential's Base URL is not a usable address");
		expect(shown(error).description).toContain('without a path');
		expect(simulator.requests).toEqual([]);
	});

	it('trusts a self-signed certificate only when it is told to', async () => {
		const simulator = await platform({ https: true });
		const careful = await ask(simulator, { ignoreSslIssues: false });
		expect(careful.error?.message).toContain("The server's certificate is not trusted");
		expect(shown(careful.error).description).toContain('Ignore SSL Issues');
		expect(simulator.requests).toEqual([]);
		const careless = await ask(simulator, { ignoreSslIssues: true });
		expect(careless.error).toBeUndefined();
		expect(careless.items.length).toBeGreaterThan(0);
	});

	it('does not take the key along to another address', async () => {
		const [simulator, other] = [await platform(), await platform()];
		const headers = { location: `${other.fabricUrl}/elsewhere` };
		for (const route of ['calledInfo', 'obsResultCodes']) {
			simulator.faults.push({ kind: 'status', status: 302, headers, route, times: 0 });
		}
		const { error } = await ask(simulator);
		expect(error?.message).toContain('leads on to another address (HTTP 302)');
		expect(other.requests).toEqual([]);
	});

	it('leaves no secret in what n8n stores of an execution', async () => {
		const simulator = await platform();
		const { account } = simulator;
		const good = await ask(simulator);
		const token = String(good.saved.huaweiAiccTokenApi?.accessToken ?? account.secretKey);
		simulator.faults = [
			{
				kind: 'json',
				status: 400,
				times: 0,
				body: { message: `${account.appSecret} ${account.secretKey} ${token} Bearer ${token}` },
			},
		];
		const bad = await ask(simulator, good.saved[type]);
		expect(bad.error?.message).toContain('HTTP 400');
		for (const { stored } of [good, bad]) {
			expect(stored).not.toContain(token);
			expect(stored).not.toContain('auth-v2/');
			const secret = type === 'huaweiAiccTokenApi' ? account.appSecret : account.secretKey;
			expect(stored).not.toContain(secret);
		}
	});

	it('keeps every secret out of the API of n8n', async () => {
		const { properties } = (await loadPackage()).getCredential(type).type;
		const isBlanked = (name: string) => {
			const property = properties.find((candidate) => candidate.name === name) as INodeProperties;
			return property.typeOptions?.password === true;
		};
		const secrets = {
			huaweiAiccTokenApi: ['appSecret', 'staticAccessToken', 'accessToken', 'accessTokenExpiresAt'],
			huaweiAiccAkSkApi: ['secretKey'],
		};
		expect(secrets[type].filter((name) => !isBlanked(name))).toEqual([]);
		const hidden = properties.filter((property) => property.type === 'hidden');
		expect(hidden.filter(({ name }) => !isBlanked(name))).toEqual([]);
	});
});

it('the token is stored where n8n looks for it', async () => {
	const { properties } = (await loadPackage()).getCredential('huaweiAiccTokenApi').type;
	const expirable = properties.filter((property) => property.typeOptions?.expirable === true);
	expect(expirable.map(({ name, type }) => [name, type])).toEqual([['accessToken', 'hidden']]);
});

type Options = IHttpRequestOptions & IDataObject;
type Authenticate = (credential: Credential, options: object) => Promise<Options>;

async function authenticatorOf(type: string): Promise<Authenticate> {
	return (await loadPackage()).getCredential(type).type.authenticate as Authenticate;
}

/** Signs a request, as often as is told. */
async function sign(simulator: Simulator, options: object, times = 1, changes: Credential = {}) {
	const authenticate = await authenticatorOf('huaweiAiccAkSkApi');
	const credential = { ...credentialsFor(simulator).huaweiAiccAkSkApi, ...changes };
	let signed = options as Options;
	for (let count = 0; count < times; count++) signed = await authenticate(credential, signed);
	return signed;
}

/** Sends what was signed and not a byte else. */
async function send(options: Options) {
	return await axios.request({
		method: options.method,
		url: String(options.uri ?? options.url),
		headers: options.headers as Record<string, string>,
		data: options.body,
		transformRequest: [(data: unknown) => data],
		validateStatus: () => true,
		maxRedirects: 0,
		proxy: false,
	});
}

const OBS_CODES = '/rest/isales/v1/openapi/campaigns/{vdnId}/queryOBSResultCode';
const CALLS = '/rest/cmsapp/v2/openapi/vdn/querycalls';
const PAGE = { pageNum: 1, pageSize: 50 };
const CALLS_BODY = {
	ccId: 1,
	vdn: 40,
	isCallIn: 'true',
	beginDate: '1000000000000',
	endDate: '9000000000000',
};

/** The two shapes in which n8n hands a request to a credential. */
const SHAPES = {
	'a declarative node': (base: string, path: string, more: object) => ({
		baseURL: base,
		url: path,
		headers: { Accept: 'application/json' },
		timeout: 30_000,
		returnFullResponse: true,
		...more,
	}),
	'the HTTP Request node': (base: string, path: string, more: object) => ({
		uri: `${base}${path}`,
		headers: { accept: 'application/json', 'content-type': 'application/json' },
		json: false,
		gzip: true,
		followRedirect: true,
		rejectUnauthorized: true,
		...more,
	}),
};

describe.each(Object.entries(SHAPES))('the AK/SK credential, asked by %s', (_, shape) => {
	describe.each([1, 2])('and signing %d times', (times) => {
		async function exchange(path: string, more: object) {
			const simulator = await platform();
			const options = await sign(simulator, shape(simulator.isalesUrl, path, more), times);
			const answer = await send(options);
			return { answer, options, request: simulator.requests[0] };
		}

		it('reads a list', async () => {
			const { answer, options } = await exchange(OBS_CODES, { method: 'GET', qs: PAGE });
			expect(answer.data).toMatchObject({ resultCode: '0200000', totalCount: 120 });
			const names = Object.keys(options.headers ?? {}).map((name) => name.toLowerCase());
			expect(names.sort()).toEqual(['accept', 'authorization', 'content-type']);
		});

		it.each<[string, object | string]>([
			['an object', CALLS_BODY],
			['a text', JSON.stringify(CALLS_BODY, null, '\t')],
			['bytes', Buffer.from(JSON.stringify(CALLS_BODY))],
			['text beyond ASCII', { ...CALLS_BODY, name: '外呼 ü 😀 \n "quoted" a=b&c' }],
		])('posts JSON given as %s', async (_given, body) => {
			const { answer, request } = await exchange(CALLS, { method: 'POST', body });
			expect(answer.data).toMatchObject({ resultCode: '0100000' });
			const isText = typeof body === 'string' || Buffer.isBuffer(body);
			expect(request?.body).toBe(isText ? String(body) : JSON.stringify(body));
		});

		it('sends nothing for an empty object, and signs nothing', async () => {
			const { answer, request } = await exchange(CALLS, { method: 'POST', body: {} });
			expect(request?.body).toBe('');
			expect(answer.status).toBe(400);
			expect(answer.data.message).toContain('not a JSON object');
		});

		it('sends no body with GET', async () => {
			const { answer, request } = await exchange(OBS_CODES, {
				method: 'GET',
				qs: PAGE,
				body: { a: 1 },
			});
			expect(answer.data.resultCode).toBe('0200000');
			expect(request?.body).toBe('');
		});

		it.each<[string, IDataObject, Record<string, string>]>([
			['blanks', { q: ' a  b ' }, { q: ' a  b ' }],
			['plus and percent', { q: '1+1=100%', r: '%2B' }, { q: '1+1=100%', r: '%2B' }],
			['separators', { 'a&b': 'c=d&e?f#g/h;i' }, { 'a&b': 'c=d&e?f#g/h;i' }],
			['text beyond ASCII', { 名: '外呼 é' }, { 名: '外呼 é' }],
			['marks', { q: "~-._*'()!" }, { q: "~-._*'()!" }],
			['lists', { ids: ['b', 'a'] }, { 'ids[0]': 'b', 'ids[1]': 'a' }],
			['objects', { a: { b: { c: 1 } } }, { 'a[b][c]': '1' }],
			['nothing', { a: '', b: null, c: undefined }, { a: '', b: '' }],
			['numbers and truth', { a: 0, b: false, c: 1e21 }, { a: '0', b: 'false', c: '1e+21' }],
			['names that differ in case', { b: '1', B: '2', a: '3' }, { b: '1', B: '2', a: '3' }],
		])('signs a query with %s', async (_case, extra, received) => {
			const qs = { ...PAGE, ...extra };
			const { answer, request } = await exchange(OBS_CODES, { method: 'GET', qs });
			expect(answer.data).toMatchObject({ resultCode: '0200000' });
			expect(request?.query).toEqual({ pageNum: '1', pageSize: '50', ...received });
		});

		it('signs a query that is in the address already', async () => {
			const path = `${OBS_CODES}?q=%E5%A4%96+x%2B1&pageSize=50&q=2`;
			const { answer, request } = await exchange(path, { method: 'GET', qs: { pageNum: 1 } });
			expect(answer.data).toMatchObject({ resultCode: '0200000' });
			expect(request?.query).toEqual({ q: ['外 x+1', '2'], pageSize: '50', pageNum: '1' });
		});

		it.each(['/rest/a b/外呼/%2F', "/rest/!'()*;:@&=+$,~", '/rest/x/'])(
			'signs the path as it is sent: %s',
			async (path) => {
				const simulator = await platform();
				const asked = shape(simulator.isalesUrl, path, { method: 'PUT', body: { a: 1 } });
				const options = await sign(simulator, asked, times);
				await send(options);
				const [request] = simulator.requests;
				const { pathname } = new URL(String(options.uri ?? options.url));
				expect(request?.path).toBe(pathname);
				const received = { ...request, target: request?.path } as never;
				expect(signatureFault(received, simulator.account, Date.now(), 60)).toBeUndefined();
			},
		);
	});

	const refusals: Array<[string, string, object, RegExp]> = [
		['a form', '', { method: 'POST', form: { a: 1 } }, /form cannot be signed/],
		['a form with files', '', { method: 'POST', formData: { a: 1 } }, /form cannot be signed/],
		['another host', 'http://other.example.com', {}, /This credential is for .* goes to/],
		['its host after an @', 'http://127.0.0.1@other.example.com', {}, /goes to/],
		['its host in a longer one', 'http://127.0.0.1.example.com', {}, /goes to/],
		['the same host with another scheme', 'https://127.0.0.1', {}, /goes to https:/],
	];
	it.each(refusals)('refuses %s', async (_case, base, more, words) => {
		const simulator = await platform();
		const options = shape(base || simulator.isalesUrl, CALLS, more);
		await expect(sign(simulator, options)).rejects.toThrow(words);
		expect(JSON.stringify(options)).not.toContain('auth-v2');
	});

	it('refuses to send a key without encryption that is meant for HTTPS', async () => {
		const simulator = await platform();
		const options = shape('http://10.0.0.1:28443', CALLS, { method: 'GET' });
		const signing = sign(simulator, options, 1, { baseUrl: 'https://10.0.0.1:28443' });
		await expect(signing).rejects.toThrow(/is for https:\/\/10.0.0.1, .* goes to http:/);
	});

	it('takes another port of the same host: CC-CMS has its own', async () => {
		const simulator = await platform();
		const options = shape(simulator.isalesUrl, CALLS, { method: 'POST', body: CALLS_BODY });
		const signed = await sign(simulator, options, 1, { baseUrl: 'http://127.0.0.1:1' });
		expect((await send(signed)).data.resultCode).toBe('0100000');
	});

	it.each([undefined, '', 0, 10_000, 'x'])('names a VDN ID that is missing: %p', async (vdnId) => {
		const simulator = await platform();
		const options = shape(simulator.isalesUrl, OBS_CODES, { method: 'GET' });
		await expect(sign(simulator, options, 1, { vdnId } as Credential)).rejects.toThrow(
			/VDN ID is missing/,
		);
	});

	it.each(['accessKey', 'secretKey'])('names a missing %s', async (field) => {
		const simulator = await platform();
		const options = shape(simulator.isalesUrl, CALLS, {});
		await expect(sign(simulator, options, 1, { [field]: '' })).rejects.toThrow(
			/no Access Key or no Secret Key/,
		);
	});
});

it('the AK/SK credential says that its keys or the clock are wrong', async () => {
	const simulator = await platform();
	const { error } = await list(simulator, { secretKey: 'wrong-secret-key' });
	expect(error?.message).toContain('HTTP 401');
	expect(shown(error).description).toMatch(/Access Key and Secret Key/);
});

/** A node that sends one request with n8n's own helper, as other nodes do. */
function requester(
	helper: 'requestWithAuthentication' | 'httpRequestWithAuthentication',
	type: string,
	options: object,
): INodeType {
	return {
		description: {
			displayName: 'Requester',
			name: 'requester',
			group: ['output'],
			version: 1,
			description: '',
			defaults: { name: 'Requester' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type, required: true }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const answer = await this.helpers[helper].call(this, type, options as IHttpRequestOptions);
			const json = typeof answer === 'string' ? (JSON.parse(answer) as IDataObject) : answer;
			return [[{ json }]];
		},
	};
}

describe("through n8n's own helpers", () => {
	async function ask(simulator: Simulator, node: INodeType) {
		return await runNode(node, { parameters: {}, credentials: credentialsFor(simulator) });
	}

	it.each(Object.keys(SHAPES) as Array<keyof typeof SHAPES>)(
		'the AK/SK credential works for %s',
		async (name) => {
			const simulator = await platform({ https: true });
			const helper =
				name === 'a declarative node'
					? 'httpRequestWithAuthentication'
					: 'requestWithAuthentication';
			const post = SHAPES[name](simulator.isalesUrl, CALLS, {
				method: 'POST',
				returnFullResponse: false,
				qs: { q: 'a b+外' },
				body: { ...CALLS_BODY, name: '外呼' },
			});
			const posted = await ask(simulator, requester(helper, 'huaweiAiccAkSkApi', post));
			expect(posted.error).toBeUndefined();
			expect(posted.rows[0]?.resultCode).toBe('0100000');
			expect(simulator.requests[0]?.query).toEqual({ q: 'a b+外' });

			const get = SHAPES[name](simulator.isalesUrl, OBS_CODES, {
				method: 'GET',
				returnFullResponse: false,
				qs: PAGE,
				body: {},
			});
			const read = await ask(simulator, requester(helper, 'huaweiAiccAkSkApi', get));
			expect(read.rows[0]).toMatchObject({ totalCount: 120 });
		},
	);

	it('a request is signed afresh when n8n sends it a second time', async () => {
		const simulator = await platform();
		simulator.faults = [{ kind: 'status', status: 401, route: 'queryCalls' }];
		const options = {
			url: `${simulator.isalesUrl}${CALLS}`,
			method: 'POST',
			qs: { q: 'a b' },
			body: CALLS_BODY,
		};
		const { rows, error } = await ask(
			simulator,
			requester('httpRequestWithAuthentication', 'huaweiAiccAkSkApi', options),
		);
		expect(error).toBeUndefined();
		expect(rows[0]?.resultCode).toBe('0100000');
		expect(simulator.requests).toHaveLength(2);
	});

	it('the token credential works for the HTTP Request node', async () => {
		const simulator = await platform({ https: true });
		const shape = SHAPES['the HTTP Request node'];
		const path = '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo';
		const options = shape(simulator.fabricUrl, path, {
			method: 'POST',
			body: { caller: '1', called: '6666601' },
		});
		const node = requester('requestWithAuthentication', 'huaweiAiccTokenApi', options);
		const { rows, error } = await ask(simulator, node);
		expect(error).toBeUndefined();
		expect(rows[0]).toMatchObject({ retCode: '0' });
		expect(headersOf(simulator, 'calledInfo')).toMatchObject([
			{ 'x-app-key': simulator.account.appKey },
		]);
	});

	it('the token credential gives its token to no other host', async () => {
		const [simulator, other] = [await platform(), await platform()];
		const url = `${other.fabricUrl.replace('127.0.0.1', 'localhost')}/x`;
		const node = requester('httpRequestWithAuthentication', 'huaweiAiccTokenApi', { url });
		const { error } = await ask(simulator, node);
		expect(error?.message).toMatch(/This credential is for .* goes to/);
		expect(other.requests).toEqual([]);
	});
});
