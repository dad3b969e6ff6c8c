import { mockFasterTime, skipTime } from './time';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type * as tokens from '../../../aicc/tokens';
import type { TokenCredential } from '../../../aicc/tokenRequest';
import type { Fault } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { OPERATIONS } from '../fixtures';
import {
	answered,
	atRequest,
	lookUp,
	messagesOf,
	newTenant,
	numbers,
	usePlainSimulator,
} from './faults';

jest.mock('n8n-workflow', () => mockFasterTime());

const platform = usePlainSimulator();

const MINUTE = 60_000;

/** The bearer tokens that came with look-ups, each once. */
function tokensSent(): string[] {
	const sent = platform.simulator.requests.filter(({ route }) => route === 'calledInfo');
	return [...new Set(sent.map(({ headers }) => String(headers.authorization)))];
}

/** Look-ups that the platform refused for their token. */
function refused(): number {
	const { behaviour, requests } = platform.simulator;
	return requests.filter(({ status }) => status === behaviour.deadTokenStatus).length;
}

/** Credentials with the token that another process, without our memory, left in n8n's store. */
async function storedByAnotherProcess(
	credentials: ReturnType<typeof newTenant>,
	lifetime = 3600,
): Promise<ReturnType<typeof newTenant>> {
	const { simulator } = platform;
	let another: typeof tokens | undefined;
	jest.isolateModules(() => {
		another = jest.requireActual<typeof tokens>('../../../dist/aicc/tokens');
	});
	const token = simulator.tokens.issue(simulator.account.appKey, lifetime, Date.now());
	const body = JSON.stringify({ AccessToken: token, Expires: String(lifetime) });
	const credential = credentials.huaweiAiccTokenApi;
	const stored = await another?.renewToken(
		async () => ({ body, headers: {}, statusCode: 200 }),
		credential as unknown as TokenCredential,
	);
	return { ...credentials, huaweiAiccTokenApi: { ...credential, ...stored } };
}

/** What an execution left in n8n's store. */
function savedBy({ saved }: { saved: Record<string, ICredentialDataDecryptedObject> }) {
	return saved as ReturnType<typeof newTenant>;
}

describe('one token request', () => {
	it('serves 500 items', async () => {
		const { simulator } = platform;
		expect(answered(await lookUp(simulator, 500))).toBe(500);
		expect(simulator.stats.tokenRequests).toBe(1);
		expect(simulator.stats.countsByRoute.calledInfo).toBe(500);
	});

	it('serves several executions that begin together', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'delay', delayMs: 2000, route: 'token' }];
		const credentials = newTenant(simulator);
		const results = await Promise.all([
			lookUp(simulator, 50, { credentials }),
			lookUp(simulator, 50, { credentials }),
			lookUp(simulator, 5, { credentials, parameters: OPERATIONS.faultCheck }),
			lookUp(simulator, 1, { credentials, parameters: OPERATIONS.accessCodes }),
		]);
		expect(results.flatMap(messagesOf)).toEqual([]);
		expect(simulator.stats.tokenRequests).toBe(1);
	});

	it('is not even needed when another process has left a token in the store', async () => {
		const { simulator } = platform;
		const credentials = await storedByAnotherProcess(newTenant(simulator));
		expect(answered(await lookUp(simulator, 30, { credentials }))).toBe(30);
		expect(simulator.stats.tokenRequests).toBe(0);
		expect(tokensSent()).toEqual([`Bearer ${credentials.huaweiAiccTokenApi.accessToken}`]);
	});

	it('is left in the store with its end', async () => {
		const { simulator } = platform;
		const begun = Date.now();
		const { huaweiAiccTokenApi } = savedBy(await lookUp(simulator, 3));
		expect(tokensSent()).toEqual([`Bearer ${huaweiAiccTokenApi.accessToken}`]);
		const [end = ''] = String(huaweiAiccTokenApi.accessTokenExpiresAt).split(' ');
		expect(Date.parse(end) - begun).toBeGreaterThan(58 * MINUTE);
		expect(Date.parse(end) - begun).toBeLessThan(60 * MINUTE);
	});
});

describe('a token that ends in mid-run', () => {
	const atPositions: Array<[status: 401 | 403, count: number]> = [
		[401, 2],
		[401, 250],
		[401, 500],
		[403, 2],
		[403, 250],
		[403, 500],
	];

	it.each(atPositions)('with HTTP %i at request %i costs one more', async (status, count) => {
		const { simulator } = platform;
		simulator.behaviour.deadTokenStatus = status;
		atRequest(simulator, 'calledInfo', count, () => simulator.tokens.endAll());
		const result = await lookUp(simulator, 500);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(500);
		expect(simulator.stats.tokenRequests).toBe(2);
		expect(refused()).toBeGreaterThanOrEqual(1);
		expect(refused()).toBeLessThanOrEqual(10);
		expect(simulator.stats.countsByRoute.calledInfo).toBe(500 + refused());
	});

	it.each([401, 403] as const)('and is in the store is renewed after HTTP %i', async (status) => {
		const { simulator } = platform;
		simulator.behaviour.deadTokenStatus = status;
		const credentials = await storedByAnotherProcess(newTenant(simulator));
		simulator.tokens.endAll();
		expect(answered(await lookUp(simulator, 30, { credentials }))).toBe(30);
		expect(simulator.stats.tokenRequests).toBe(1);
	});

	it('may end many times', async () => {
		const { simulator } = platform;
		let count = 0;
		const { takeFault } = simulator;
		jest.spyOn(simulator, 'takeFault').mockImplementation((service, route) => {
			if (route === 'calledInfo' && ++count % 60 === 0) simulator.tokens.endAll();
			return takeFault.call(simulator, service, route);
		});
		expect(answered(await lookUp(simulator, 300))).toBe(300);
		expect(simulator.stats.tokenRequests).toBeLessThanOrEqual(8);
	});
});

describe('a token is renewed before its end', () => {
	it.each(['Expires', 'expiresIn'] as const)('when %s tells it', async (announceExpiry) => {
		const { simulator } = platform;
		Object.assign(simulator.behaviour, { announceExpiry, tokenLifetimeSeconds: 600 });
		const first = await lookUp(simulator, 20);
		skipTime(8 * MINUTE);
		const second = await lookUp(simulator, 20, { credentials: savedBy(first) });
		expect(simulator.stats.tokenRequests).toBe(1);
		// Not over yet, but so soon that a slow request would find it over.
		skipTime(1.5 * MINUTE);
		const third = await lookUp(simulator, 20, { credentials: savedBy(second) });
		expect(simulator.stats.tokenRequests).toBe(2);
		expect([first, second, third].map(answered)).toEqual([20, 20, 20]);
		expect(refused()).toBe(0);
	});

	it('in the middle of a run', async () => {
		const { simulator } = platform;
		simulator.behaviour.tokenLifetimeSeconds = 600;
		atRequest(simulator, 'calledInfo', 100, () => skipTime(9.5 * MINUTE));
		expect(answered(await lookUp(simulator, 200))).toBe(200);
		expect(simulator.stats.tokenRequests).toBe(2);
		expect(refused()).toBe(0);
	});

	it('and used until it is refused when nobody tells', async () => {
		const { simulator } = platform;
		simulator.behaviour.announceExpiry = 'none';
		const first = await lookUp(simulator, 20);
		skipTime(61 * MINUTE);
		const second = await lookUp(simulator, 20, { credentials: savedBy(first) });
		expect([first, second].map(answered)).toEqual([20, 20]);
		expect(simulator.stats.tokenRequests).toBe(2);
		expect(refused()).toBeGreaterThan(0);
	});

	it.each(['0', '-1', 'soon', '1e999', 9e15, null, [], '99999999999999999999'])(
		'unless its life is told as %p',
		async (lifetime) => {
			const { simulator } = platform;
			const token = simulator.tokens.issue(simulator.account.appKey, 3600, Date.now());
			simulator.faults = [
				{
					kind: 'json',
					status: 200,
					route: 'token',
					body: { AccessToken: token, Expires: lifetime },
				},
			];
			const result = await lookUp(simulator, 20);
			expect(messagesOf(result)).toEqual([]);
			expect(simulator.stats.countsByRoute.token).toBe(1);
		},
	);
});

describe('a token is nobody else’s', () => {
	it('when another tenant asks at the same time', async () => {
		const { simulator } = platform;
		const [one, other] = [newTenant(simulator), newTenant(simulator)];
		const results = await Promise.all([
			lookUp(simulator, 20, { credentials: one }),
			lookUp(simulator, 20, { credentials: other }),
		]);
		expect(results.map(answered)).toEqual([20, 20]);
		expect(simulator.stats.tokenRequests).toBe(2);
		const pairs = simulator.requests
			.filter(({ route }) => route === 'calledInfo')
			.map(({ headers }) => `${headers['x-tenantspaceid']} ${headers.authorization}`);
		expect(new Set(pairs).size).toBe(2);
		expect(tokensSent()).toHaveLength(2);
	});

	it.each(['appKey', 'appSecret'])('when the %s was edited', async (field) => {
		const { simulator } = platform;
		const { huaweiAiccTokenApi, ...rest } = savedBy(await lookUp(simulator, 3));
		const old = tokensSent();
		const edited = {
			...rest,
			huaweiAiccTokenApi: { ...huaweiAiccTokenApi, [field]: 'edited-key' },
		};
		simulator.requests = [];
		const result = await lookUp(simulator, 3, { credentials: edited });
		expect(messagesOf(result)).toEqual([
			expect.stringMatching(/refused the App Key or App Secret/),
		]);
		expect(old).toHaveLength(1);
		expect(tokensSent()).toEqual([]);
	});

	it('when the credential was turned to another host', async () => {
		const { simulator } = platform;
		const other = await startSimulator({ https: false });
		const { huaweiAiccTokenApi, ...rest } = savedBy(await lookUp(simulator, 3));
		const edited = {
			...rest,
			huaweiAiccTokenApi: { ...huaweiAiccTokenApi, baseUrl: other.fabricUrl },
		};
		const result = await lookUp(simulator, 3, { credentials: edited });
		await other.stop();
		expect(answered(result)).toBe(3);
		expect(other.stats.tokenRequests).toBe(1);
		expect(JSON.stringify(other.requests)).not.toContain(huaweiAiccTokenApi.accessToken);
	});
});

describe('a wrong App Secret', () => {
	it.each([401, 400, 200])(
		'refused with HTTP %i ends 500 items after two tries',
		async (status) => {
			const { simulator } = platform;
			const body = { error: 'invalid_client' };
			simulator.faults = [{ kind: 'json', status, route: 'token', times: 0, body }];
			const result = await lookUp(simulator, 500);
			expect(result.items.filter(({ error }) => error)).toHaveLength(500);
			expect(messagesOf(result)).toEqual([
				`The token interface refused the App Key or App Secret (HTTP ${status})`,
			]);
			expect(simulator.stats.countsByRoute.token).toBeLessThanOrEqual(2);
			expect(simulator.stats.countsByRoute.calledInfo).toBeUndefined();
		},
	);

	it('is told with the field to look at', async () => {
		const { simulator } = platform;
		const credentials = newTenant(simulator);
		credentials.huaweiAiccTokenApi.appSecret = 'wrong';
		const { items } = await lookUp(simulator, 2, { credentials });
		expect(items[1]?.error).toMatchObject({
			description: expect.stringMatching(
				/Check App Key and App Secret in the credential/,
			) as string,
		});
	});

	it('answered by the firewall with HTML is tried five times by one request', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'html', status: 403, route: 'token', times: 0 }];
		const result = await lookUp(simulator, 500);
		expect(messagesOf(result)).toEqual([
			expect.stringMatching(/access token.*HTTP 403.*tried 5 times/),
		]);
		expect(simulator.stats.countsByRoute.token).toBeLessThanOrEqual(10);
	});
});

describe('a token interface that fails and then works', () => {
	const faults: Array<[name: string, fault: Fault]> = [
		['HTTP 429', { kind: 'status', status: 429 }],
		['HTTP 503', { kind: 'status', status: 503 }],
		['a firewall page', { kind: 'html', status: 403 }],
		['a cut before work', { kind: 'cut', when: 'before' }],
		['a cut in the answer', { kind: 'cut', when: 'midBody' }],
		['no answer in time', { kind: 'hang' }],
	];

	it.each(faults)('costs one more request: %s', async (_name, fault) => {
		const { simulator } = platform;
		simulator.faults = [{ ...fault, route: 'token' }];
		const result = await lookUp(simulator, 300);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(300);
		expect(simulator.stats.countsByRoute.token).toBe(2);
	});

	it.each(faults)('and for good ends all items: %s', async (_name, fault) => {
		const { simulator } = platform;
		simulator.faults = [{ ...fault, route: 'token', times: 0 }];
		const result = await lookUp(simulator, 300);
		expect(result.items.filter(({ error }) => error)).toHaveLength(300);
		expect(messagesOf(result)).toEqual([expect.stringMatching(/; tried \d times in \d+ s/)]);
		expect(simulator.stats.countsByRoute.token).toBeLessThanOrEqual(10);
		expect(simulator.stats.countsByRoute.calledInfo).toBeUndefined();
	});
});

describe('a token interface that makes no sense', () => {
	const answers: Array<[name: string, fault: Fault, shown: RegExp]> = [
		['HTML', { kind: 'html', status: 200 }, /no token interface at http.*tokenByAkSk/],
		['nothing', { kind: 'raw', status: 200, body: '' }, /no token interface at/],
		['cut JSON', { kind: 'raw', status: 200, body: '{"AccessTo' }, /no token interface at/],
		['null', { kind: 'json', status: 200, body: null }, /no token interface at/],
		['a list', { kind: 'json', status: 200, body: [] }, /no token interface at/],
		['no token', { kind: 'json', status: 200, body: {} }, /refused the App Key or App Secret/],
		['a token of no use', { kind: 'json', status: 200, body: { AccessToken: {} } }, /refused/],
		['HTTP 404', { kind: 'status', status: 404 }, /no token interface at/],
		['HTTP 500', { kind: 'status', status: 500 }, /token interface failed \(HTTP 500\)/],
		[
			'a redirect',
			{ kind: 'status', status: 302, headers: { location: '/' } },
			/no token interface/,
		],
	];

	it.each(answers)('ends all items after two tries: %s', async (_name, fault, shown) => {
		const { simulator } = platform;
		simulator.faults = [{ ...fault, route: 'token', times: 0 }];
		const result = await lookUp(simulator, 200);
		expect(messagesOf(result)).toEqual([expect.stringMatching(shown)]);
		expect(result.items.filter(({ error }) => error)).toHaveLength(200);
		expect(simulator.stats.countsByRoute.token).toBeLessThanOrEqual(2);
	});
});

describe('refusals that are not about the token', () => {
	it('with HTTP 403 for some items do not lead to a storm of token requests', async () => {
		const { simulator } = platform;
		const { takeFault } = simulator;
		jest.spyOn(simulator, 'takeFault').mockImplementation((service, route) => {
			const isForbidden = simulator.requests.at(-1)?.body.includes('6666602');
			return isForbidden
				? { kind: 'json', status: 403, body: { message: 'Not permitted' } }
				: takeFault.call(simulator, service, route);
		});
		const items = numbers(300).map((item, index) => (index % 5 ? item : { called: '6666602' }));
		const result = await lookUp(simulator, 0, { items });
		expect(answered(result)).toBe(240);
		expect(messagesOf(result)).toEqual([expect.stringContaining('Not permitted')]);
		expect(simulator.stats.tokenRequests).toBeLessThanOrEqual(3);
	});

	it.each([401, 403])('with HTTP %i for all items end the run', async (status) => {
		const { simulator } = platform;
		const body = { message: 'Not purchased' };
		simulator.faults = [{ kind: 'json', status, route: 'calledInfo', times: 0, body }];
		const result = await lookUp(simulator, 500);
		expect(result.items.filter(({ error }) => error)).toHaveLength(500);
		expect(messagesOf(result)).toEqual([expect.stringContaining('Not purchased')]);
		expect(simulator.stats.tokenRequests).toBeLessThanOrEqual(2);
		expect(simulator.stats.countsByRoute.calledInfo).toBeLessThanOrEqual(40);
	});

	it('of a token of the user’s own are not tried again', async () => {
		const { simulator } = platform;
		const credentials = newTenant(simulator);
		Object.assign(credentials.huaweiAiccTokenApi, {
			tokenSource: 'accessToken',
			staticAccessToken: 'made-up-token-of-the-user',
		});
		const result = await lookUp(simulator, 1, { credentials });
		expect(messagesOf(result)).toEqual([expect.stringContaining('HTTP 401')]);
		expect(simulator.stats.countsByRoute.calledInfo).toBe(1);
		expect(simulator.stats.tokenRequests).toBe(0);
	});
});
