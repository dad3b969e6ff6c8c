import { skipTime } from './time';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type * as tokens from '../../../aicc/auth/bearer/tokens';
import type { TokenCredential } from '../../../aicc/auth/bearer/tokenRequest';
import { startSimulator } from '../../../simulator';
import { loadAnew } from '../../harness/process';
import { OPERATIONS } from '../fixtures';
import {
	answered,
	atEachRequest,
	atRequest,
	lookUp,
	messagesOf,
	reasonsOf,
	newTenant,
	usePlainSimulator,
} from './faults';

const platform = usePlainSimulator();

const MINUTE = 60_000;

/** Six times as many as are under way at once. */
const ITEMS = 60;

/** The bearer tokens that came with look-ups, each once. */
function tokensSent(): string[] {
	const sent = platform.simulator.requests.filter(({ route }) => route === 'getCalledInfo');
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
	const another = loadAnew<typeof tokens>('aicc/auth/bearer/tokens');
	const token = simulator.tokens.issue(simulator.account.appKey, lifetime, Date.now());
	const body = JSON.stringify({ AccessToken: token, Expires: String(lifetime) });
	const credential = credentials.huaweiAiccTokenApi;
	const stored = await another.renewToken(
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
		expect(simulator.stats.countsByRoute.getCalledInfo).toBe(500);
	});

	it('serves several executions that begin together', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'delay', delayMs: 2000, route: 'tokenByAkSk' }];
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
	const atPositions = ([401, 403] as const).flatMap((status) =>
		[2, ITEMS / 2, ITEMS].map((count) => ({ status, count })),
	);

	it.each(atPositions)('with HTTP $status at request $count costs one more', async (one) => {
		const { status, count } = one;
		const { simulator } = platform;
		simulator.behaviour.deadTokenStatus = status;
		atRequest(simulator, 'getCalledInfo', count, () => simulator.tokens.endAll());
		const result = await lookUp(simulator, ITEMS);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(ITEMS);
		expect(simulator.stats.tokenRequests).toBe(2);
		expect(refused()).toBeGreaterThanOrEqual(1);
		expect(refused()).toBeLessThanOrEqual(10);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBe(ITEMS + refused());
	});

	it.each([401, 403] as const)('and is in the store is renewed after HTTP %i', async (status) => {
		const { simulator } = platform;
		simulator.behaviour.deadTokenStatus = status;
		const credentials = await storedByAnotherProcess(newTenant(simulator));
		simulator.tokens.endAll();
		expect(answered(await lookUp(simulator, 30, { credentials }))).toBe(30);
		expect(simulator.stats.tokenRequests).toBe(1);
	});

	it.each([401, 403])('for the service only, by HTTP %i, is used on', async (status) => {
		const { simulator } = platform;
		const body = {
			AccessToken: simulator.tokens.issue(simulator.account.appKey, 3600, Date.now()),
		};
		simulator.faults = [{ kind: 'json', status: 200, route: 'tokenByAkSk', times: 0, body }];
		atEachRequest(simulator, 'getCalledInfo', (count) =>
			count === ITEMS / 2 ? { kind: 'json', status, body: { error: 'no' } } : undefined,
		);
		const credentials = newTenant(simulator);
		const result = await lookUp(simulator, ITEMS, { credentials });
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(ITEMS);
		expect(answered(await lookUp(simulator, 3, { credentials: savedBy(result) }))).toBe(3);
	});

	it('may end many times', async () => {
		const { simulator } = platform;
		atEachRequest(simulator, 'getCalledInfo', (count) => {
			if (count % 24 === 0) simulator.tokens.endAll();
		});
		expect(answered(await lookUp(simulator, 120))).toBe(120);
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
		atRequest(simulator, 'getCalledInfo', ITEMS / 2, () => skipTime(9.5 * MINUTE));
		expect(answered(await lookUp(simulator, ITEMS))).toBe(ITEMS);
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
					route: 'tokenByAkSk',
					body: { AccessToken: token, Expires: lifetime },
				},
			];
			const result = await lookUp(simulator, 20);
			expect(messagesOf(result)).toEqual([]);
			expect(simulator.stats.countsByRoute.tokenByAkSk).toBe(1);
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
			.filter(({ route }) => route === 'getCalledInfo')
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
		expect(reasonsOf(result)).toEqual([expect.stringMatching(/refused the App Key or App Secret/)]);
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
