import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { loadAnew } from '../harness/process';
import { loadPackage, type RunResult } from './engine';
import { askForDevice, bodiesOf, headersOf, shown, useNewPlatforms } from './fixtures';
import { sendThroughHelper, SHAPES } from './requester';

const platform = useNewPlatforms();

type Credential = ICredentialDataDecryptedObject;
type Authenticate = (credential: Credential, options: object) => Promise<IHttpRequestOptions>;
type CredentialModule = Record<'HuaweiAiccTokenApi', new () => { authenticate: Authenticate }>;

function savedToken({ saved }: RunResult): Credential {
	return saved.huaweiAiccTokenApi as Credential;
}

describe('the token credential', () => {
	it('asks for a token as documented and sends it with the App Key', async () => {
		const simulator = await platform();
		const { appKey, appSecret } = simulator.account;
		const result = await askForDevice(simulator);
		expect(result.error).toBeUndefined();
		expect(simulator.requests).toHaveLength(2);
		expect(simulator.requests[0]).toMatchObject({
			method: 'POST',
			path: '/apigovernance/api/oauth/tokenByAkSk',
			query: {},
			headers: { 'content-type': 'application/json', 'x-token-expire': '3600' },
		});
		expect(simulator.requests[0]?.headers).not.toHaveProperty('authorization');
		expect(bodiesOf(simulator, 'tokenByAkSk')).toEqual([
			{ app_key: appKey, app_secret: appSecret },
		]);
		expect(simulator.requests[1]?.headers).toMatchObject({
			authorization: `Bearer ${savedToken(result).accessToken}`,
			'x-app-key': appKey,
		});
		expect(simulator.requests[1]?.headers).not.toHaveProperty('x-tenantspaceid');
	});

	it('takes blanks away that came with copying', async () => {
		const simulator = await platform();
		const { appKey, appSecret } = simulator.account;
		const { error } = await askForDevice(simulator, {
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
		expect((await askForDevice(simulator, { tenantSpaceId })).error).toBeUndefined();
		expect(headersOf(simulator, 'getCalledInfo')).toMatchObject([
			{ 'x-tenantspaceid': tenantSpaceId },
		]);
	});

	it('asks the Token Base URL for the token when there is one', async () => {
		const [api, desk] = [await platform(), await platform()];
		api.tokens = desk.tokens;
		expect((await askForDevice(api, { tokenBaseUrl: desk.fabricUrl })).error).toBeUndefined();
		expect(api.requests.map(({ route }) => route)).toEqual(['getCalledInfo']);
		expect(desk.requests.map(({ route }) => route)).toEqual(['tokenByAkSk']);
	});

	it.each([
		['Expires', 3600],
		['expiresIn', 3600],
	] as const)('keeps the end of the token, told as %s', async (announceExpiry, lifetime) => {
		const simulator = await platform();
		simulator.behaviour.announceExpiry = announceExpiry;
		const before = Date.now();
		const { accessTokenExpiresAt } = savedToken(await askForDevice(simulator));
		const end = Date.parse(String(accessTokenExpiresAt).split(' ')[0] ?? '');
		expect(end).toBeGreaterThan(before + (lifetime - 120) * 1000);
		expect(end).toBeLessThan(Date.now() + lifetime * 1000);
	});

	it('uses a token whose end is not told until it is refused', async () => {
		const simulator = await platform();
		simulator.behaviour.announceExpiry = 'none';
		const first = await askForDevice(simulator);
		const second = await askForDevice(simulator, savedToken(first));
		expect(second.error).toBeUndefined();
		expect(simulator.stats.tokenRequests).toBe(1);
		simulator.tokens.endAll();
		expect((await askForDevice(simulator, savedToken(second))).error).toBeUndefined();
		expect(simulator.stats.tokenRequests).toBe(2);
	});

	it('uses the token that n8n stored in the next execution', async () => {
		const simulator = await platform();
		const first = await askForDevice(simulator);
		const second = await askForDevice(simulator, savedToken(first));
		expect(second.error).toBeUndefined();
		expect(simulator.stats).toMatchObject({ tokenRequests: 1, requests: 3 });
		expect(savedToken(second).accessToken).toBe(savedToken(first).accessToken);
	});

	it('uses the token that n8n stored in the next process', async () => {
		const simulator = await platform();
		const credential = savedToken(await askForDevice(simulator));
		const { HuaweiAiccTokenApi } = loadAnew<CredentialModule>(
			'credentials/HuaweiAiccTokenApi.credentials',
		);
		const { authenticate } = new HuaweiAiccTokenApi();
		const options = await authenticate(credential, { url: '/x' });
		expect(options.headers?.Authorization).toBe(`Bearer ${credential.accessToken}`);
	});

	describe('renews the token', () => {
		afterEach(() => jest.useRealTimers());

		it('shortly before its end, without sending the old one', async () => {
			const simulator = await platform();
			const first = await askForDevice(simulator);
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
			const second = await askForDevice(simulator, savedToken(first));
			expect(second.error).toBeUndefined();
			expect(simulator.stats.tokenRequests).toBe(1);

			jest.setSystemTime(begun + 3599 * 1000);
			const third = await askForDevice(simulator, savedToken(second));
			expect(third.error).toBeUndefined();
			expect(simulator.stats.tokenRequests).toBe(2);
			expect(savedToken(third).accessToken).not.toBe(savedToken(first).accessToken);
			expect(simulator.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
		});

		it.each(['appKey', 'appSecret', 'tenantSpaceId', 'tokenBaseUrl'] as const)(
			'after %s was edited, without sending the old one',
			async (field) => {
				const simulator = await platform();
				const saved = savedToken(await askForDevice(simulator));
				const value = field === 'tokenBaseUrl' ? simulator.fabricUrl : 'another-value';
				simulator.options.account = { ...simulator.account, [field]: value };
				simulator.requests = [];
				const result = await askForDevice(simulator, { ...saved, [field]: value });
				expect(result.error).toBeUndefined();
				expect(simulator.requests.map(({ route }) => route)).toEqual([
					'tokenByAkSk',
					'getCalledInfo',
				]);
				expect(headersOf(simulator, 'getCalledInfo')[0]?.authorization).not.toContain(
					String(saved.accessToken),
				);
			},
		);

		it('after the host was edited, without telling the new host the old one', async () => {
			const [old, other] = [await platform(), await platform()];
			const saved = savedToken(await askForDevice(old));
			const { error } = await askForDevice(other, { ...saved, baseUrl: other.fabricUrl });
			expect(error).toBeUndefined();
			expect(JSON.stringify(other.requests)).not.toContain(saved.accessToken);
			expect(other.requests.map(({ route }) => route)).toEqual(['tokenByAkSk', 'getCalledInfo']);
		});

		it('not after something else was edited', async () => {
			const simulator = await platform();
			const saved = savedToken(await askForDevice(simulator));
			await askForDevice(simulator, { ...saved, maxConcurrentRequests: 3, ignoreSslIssues: false });
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
			const { error } = await askForDevice(simulator, own(` ${token} `));
			expect(error).toBeUndefined();
			expect(simulator.requests.map(({ route }) => route)).toEqual(['getCalledInfo']);
			expect(headersOf(simulator, 'getCalledInfo')).toMatchObject([
				{ authorization: `Bearer ${token}`, 'x-app-key': simulator.account.appKey },
			]);
		});

		it.each([
			'Bearer ',
			'bearer ',
			'BEARER\t',
			'Bearer  \u3000',
			'Bearer: ',
			'Bearer Bearer ',
			'Authorization: Bearer ',
			'\ufeffBearer\u00a0',
		])('takes off what was pasted along: "%s"', async (before) => {
			const simulator = await platform();
			const token = simulator.tokens.issue(simulator.account.appKey, 3600, Date.now());
			for (const pasted of [`${before}${token}\n`, `"${before}${token}"`]) {
				const { error } = await askForDevice(simulator, own(pasted));
				expect(error).toBeUndefined();
			}
			const sent = headersOf(simulator, 'getCalledInfo').map(({ authorization }) => authorization);
			expect(sent).toEqual([`Bearer ${token}`, `Bearer ${token}`]);
		});

		it.each(['bearertoken', 'Bearer.abc', 'authorization'])(
			'sends a token as it is that only begins like that: %s',
			async (token) => {
				const simulator = await platform();
				await askForDevice(simulator, own(token));
				expect(headersOf(simulator, 'getCalledInfo')[0]?.authorization).toBe(`Bearer ${token}`);
			},
		);

		it('needs no App Key and sends none', async () => {
			const simulator = await platform();
			simulator.behaviour.appKeyOptional = true;
			const token = simulator.tokens.issue(simulator.account.appKey, 3600, Date.now());
			const { error } = await askForDevice(simulator, { ...own(token), appKey: '' });
			expect(error).toBeUndefined();
			expect(headersOf(simulator, 'getCalledInfo')[0]).not.toHaveProperty('x-app-key');
		});

		it.each(['', ' ', 'Bearer', 'Bearer '])('sends nothing when it is only "%s"', async (token) => {
			const simulator = await platform();
			const { error } = await askForDevice(simulator, own(token));
			expect(error?.message).toContain('no Access Token');
			expect(simulator.requests).toEqual([]);
		});

		it('says that the token is dead, and asks for none', async () => {
			const simulator = await platform();
			const { error } = await askForDevice(simulator, own('not-alive-any-more'));
			expect(error?.message).toMatch(/: HTTP 401: .*Unauthorized operation/);
			expect(error?.description).toMatch(/^The Access Token in the credential has run out/);
			expect(simulator.stats.tokenRequests).toBe(0);
		});

		it('sends nothing when the token is missing', async () => {
			const simulator = await platform();
			const { error } = await askForDevice(simulator, own(' '));
			expect(error?.message).toContain('no Access Token');
			expect(shown(error).description).toContain('Token Source');
			expect(simulator.requests).toEqual([]);
		});
	});

	it('says that the key is wrong without trying it for each item', async () => {
		const simulator = await platform();
		const items = Array.from({ length: 40 }, () => ({}));
		const { error } = await askForDevice(simulator, { appSecret: 'wrong-secret' }, items);
		expect(error?.message).toContain('refused the App Key or App Secret (HTTP 401)');
		expect(shown(error).description).toContain('Check App Key and App Secret');
		// The ten in flight share one; those let in before its answer was judged share another.
		expect(simulator.stats.tokenRequests).toBeLessThanOrEqual(2);
		expect(simulator.requests.every(({ route }) => route === 'tokenByAkSk')).toBe(true);
	});

	it('says that the token interface is elsewhere', async () => {
		const [api, desk] = [await platform(), await platform()];
		const { error } = await askForDevice(api, { tokenBaseUrl: desk.isalesUrl });
		expect(error?.message).toContain('There is no token interface at');
		expect(shown(error).description).toContain('Token Base URL');
		expect(api.requests).toEqual([]);
	});

	it.each(['appKey', 'appSecret'])('sends nothing without %s', async (field) => {
		const simulator = await platform();
		const { error } = await askForDevice(simulator, { [field]: ' ' });
		expect(error?.message).toContain('no App Key or no App Secret');
		expect(simulator.requests).toEqual([]);
	});
});

it.each([
	['appKeyAndSecret', true],
	['accessToken', false],
])('with Token Source %s the App Key is asked for once', async (tokenSource, isRequired) => {
	const { properties } = (await loadPackage()).getCredential('huaweiAiccTokenApi').type;
	const shownFields = properties.filter(
		({ name, displayOptions }) =>
			name === 'appKey' && displayOptions?.show?.tokenSource?.includes(tokenSource) === true,
	);
	expect(shownFields.map(({ required }) => required === true)).toEqual([isRequired]);
});

it('the token is stored where n8n looks for it', async () => {
	const { properties } = (await loadPackage()).getCredential('huaweiAiccTokenApi').type;
	const expirable = properties.filter((property) => property.typeOptions?.expirable === true);
	expect(expirable.map(({ name, type }) => [name, type])).toEqual([['accessToken', 'hidden']]);
});

describe("through n8n's own helpers", () => {
	it('the token credential works for the HTTP Request node', async () => {
		const simulator = await platform({ https: true });
		const shape = SHAPES['the HTTP Request node'];
		const path = '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo';
		const options = shape(simulator.fabricUrl, path, {
			method: 'POST',
			body: { caller: '1', called: '6666601' },
		});
		const { rows, error } = await sendThroughHelper(
			simulator,
			'requestWithAuthentication',
			'huaweiAiccTokenApi',
			options,
		);
		expect(error).toBeUndefined();
		expect(rows[0]).toMatchObject({ retCode: '0' });
		expect(headersOf(simulator, 'getCalledInfo')).toMatchObject([
			{ 'x-app-key': simulator.account.appKey },
		]);
	});

	it('the token credential gives its token to no other host', async () => {
		const [simulator, other] = [await platform(), await platform()];
		const url = `${other.fabricUrl.replace('127.0.0.1', 'localhost')}/x`;
		const { error } = await sendThroughHelper(
			simulator,
			'httpRequestWithAuthentication',
			'huaweiAiccTokenApi',
			{ url },
		);
		expect(error?.message).toMatch(/This credential is for .* goes to/);
		expect(other.requests).toEqual([]);
	});
});
