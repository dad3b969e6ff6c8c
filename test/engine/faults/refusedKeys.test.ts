import './time';
import type { Fault } from '../../../simulator';
import {
	answered,
	atEachRequest,
	failed,
	lookUp,
	messagesOf,
	newTenant,
	numbers,
	usePlainSimulator,
} from './faults';

const platform = usePlainSimulator();

describe('a wrong App Secret', () => {
	it.each([401, 400, 200])(
		'refused with HTTP %i ends 500 items after two tries',
		async (status) => {
			const { simulator } = platform;
			const body = { error: 'invalid_client' };
			simulator.faults = [{ kind: 'json', status, route: 'token', times: 0, body }];
			const result = await lookUp(simulator, 500);
			expect(failed(result)).toBe(500);
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
		expect(failed(result)).toBe(300);
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
		expect(failed(result)).toBe(200);
		expect(simulator.stats.countsByRoute.token).toBeLessThanOrEqual(2);
	});
});

describe('refusals that are not about the token', () => {
	it('with HTTP 403 for some items do not lead to a storm of token requests', async () => {
		const { simulator } = platform;
		atEachRequest(simulator, 'calledInfo', () => {
			const isForbidden = simulator.requests.at(-1)?.body.includes('6666602');
			if (!isForbidden) return undefined;
			return { kind: 'json', status: 403, body: { message: 'Not permitted' } };
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
		expect(failed(result)).toBe(500);
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
