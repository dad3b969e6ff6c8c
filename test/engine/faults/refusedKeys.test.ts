import './time';
import type { Fault } from '../../../simulator';
import { bodiesOf, errorIn, OPERATIONS } from '../fixtures';
import {
	answered,
	atEachRequest,
	failed,
	lookUp,
	messagesOf,
	newTenant,
	numbers,
	reasonsOf,
	run,
	usePlainSimulator,
} from './faults';

const platform = usePlainSimulator();

/** More than are begun before the first one is done, which is 100: some are still to be begun. */
const MANY = 130;

describe('a wrong App Secret', () => {
	// The promise is of 500; the others differ in how the refusal is told.
	it.each([
		[401, 500],
		[400, MANY],
		[200, MANY],
	])('refused with HTTP %i ends %i items after two tries', async (status, count) => {
		const { simulator } = platform;
		const body = { error: 'invalid_client' };
		simulator.faults = [{ kind: 'json', status, route: 'tokenByAkSk', times: 0, body }];
		const result = await lookUp(simulator, count);
		expect(failed(result)).toBe(count);
		expect(reasonsOf(result)).toEqual([
			`The token interface refused the App Key or App Secret (HTTP ${status})`,
		]);
		expect(simulator.stats.countsByRoute.tokenByAkSk).toBeLessThanOrEqual(2);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeUndefined();
	});

	it('is told with the field to look at', async () => {
		const { simulator } = platform;
		const credentials = newTenant(simulator);
		credentials.huaweiAiccTokenApi.appSecret = 'wrong';
		const { items } = await lookUp(simulator, 2, { credentials });
		expect(errorIn(items[1])).toMatchObject({
			description: expect.stringMatching(/Check App Key and App Secret in the credential/),
			outcome: 'notSent',
		});
	});

	it('answered by the firewall with HTML is tried five times by one request', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'html', status: 403, route: 'tokenByAkSk', times: 0 }];
		const result = await lookUp(simulator, MANY);
		expect(reasonsOf(result)).toEqual([
			expect.stringMatching(/access token.*HTTP 403.*tried 5 times/),
		]);
		expect(simulator.stats.countsByRoute.tokenByAkSk).toBeLessThanOrEqual(10);
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
		simulator.faults = [{ ...fault, route: 'tokenByAkSk' }];
		// Four times as many as wait for the token at once.
		const result = await lookUp(simulator, 40);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(40);
		expect(simulator.stats.countsByRoute.tokenByAkSk).toBe(2);
	});

	it.each(faults)('and for good ends all items: %s', async (_name, fault) => {
		const { simulator } = platform;
		simulator.faults = [{ ...fault, route: 'tokenByAkSk', times: 0 }];
		const result = await lookUp(simulator, MANY);
		expect(failed(result)).toBe(MANY);
		expect(reasonsOf(result)).toEqual([expect.stringMatching(/; tried \d times in \d+ s/)]);
		expect(simulator.stats.countsByRoute.tokenByAkSk).toBeLessThanOrEqual(10);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeUndefined();
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
		simulator.faults = [{ ...fault, route: 'tokenByAkSk', times: 0 }];
		const result = await lookUp(simulator, MANY);
		expect(reasonsOf(result)).toEqual([expect.stringMatching(shown)]);
		expect(failed(result)).toBe(MANY);
		expect(simulator.stats.countsByRoute.tokenByAkSk).toBeLessThanOrEqual(2);
	});
});

describe('refusals that are not about the token', () => {
	it('with HTTP 403 for some items do not lead to a storm of token requests', async () => {
		const { simulator } = platform;
		atEachRequest(simulator, 'getCalledInfo', () => {
			const isForbidden = simulator.requests.at(-1)?.body.includes('6666602');
			if (!isForbidden) return undefined;
			return { kind: 'json', status: 403, body: { message: 'Not permitted' } };
		});
		// One in five: ten come one after the other.
		const items = numbers(50).map((item, index) => (index % 5 ? item : { called: '6666602' }));
		const result = await lookUp(simulator, 0, { items });
		expect(answered(result)).toBe(40);
		expect(messagesOf(result)).toEqual([expect.stringContaining('Not permitted')]);
		expect(simulator.stats.tokenRequests).toBeLessThanOrEqual(3);
	});

	it.each([401, 403])('with HTTP %i for all items end the run', async (status) => {
		const { simulator } = platform;
		const body = { message: 'Not purchased' };
		simulator.faults = [{ kind: 'json', status, route: 'getCalledInfo', times: 0, body }];
		const result = await lookUp(simulator, MANY);
		expect(failed(result)).toBe(MANY);
		expect(reasonsOf(result)).toEqual([expect.stringContaining('Not purchased')]);
		expect(simulator.stats.tokenRequests).toBeLessThanOrEqual(2);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeLessThanOrEqual(40);
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
		expect(errorIn(result.items[0])).toMatchObject({
			description: expect.stringMatching(/^The Access Token in the credential has run out or is/),
			outcome: 'refused',
			httpStatus: 401,
		});
		expect(JSON.stringify(result.items)).not.toMatch(/purchased/);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBe(1);
		expect(simulator.stats.tokenRequests).toBe(0);
	});
});

describe('a wrong Secret Key', () => {
	const byItem = { number: '={{ $json.called }}', calledNumber: '={{ $json.called }}' };

	it.each([
		['numbers into a campaign', { ...OPERATIONS.callDataAdd, ...byItem }, 'addCalldata'],
		[
			'numbers to the blocklist',
			{ ...OPERATIONS.blocklistAdd, ...byItem, additionalFields: { overwrite: true } },
			'blocklistAdd',
		],
		['numbers to ask for and block', { ...OPERATIONS.blocklistAdd, ...byItem }, 'blocklistQuery'],
		['checks', { ...OPERATIONS.blocklistCheck, ...byItem }, 'blocklistQuery'],
	])('ends three batches of %s at the first refusal', async (_, parameters, route) => {
		const { simulator } = platform;
		const credentials = newTenant(simulator);
		credentials.huaweiAiccAkSkApi.secretKey = 'wrong';
		const items = Array.from({ length: 60 }, (__, index) => ({
			called: String(13_000_000_000 + index),
		}));
		const result = await run(simulator, {
			parameters,
			credentials,
			items,
			onError: 'continueRegularOutput',
		});
		expect(simulator.stats.requests).toBe(1);
		const [body] = bodiesOf(simulator, route);
		expect(JSON.stringify(body).match(/1300000\d{4}/g)).toHaveLength(20);
		expect(result.items.map((item) => errorIn(item)?.outcome)).toEqual(
			items.map((__, index) => (index < 20 ? 'refused' : 'notSent')),
		);
		expect(errorIn(result.items[0])).toMatchObject({
			message: expect.stringMatching(/^Could not .*: HTTP 401/),
			description: expect.stringMatching(/Secret Key/),
		});
		expect(errorIn(result.items[59])?.message).toMatch(/^Not sent: Could not .*: HTTP 401/);
		expect(errorIn(result.items[59])).not.toHaveProperty('httpStatus');
	});

	it('ends single requests with those that are under way', async () => {
		const { simulator } = platform;
		const credentials = newTenant(simulator);
		credentials.huaweiAiccAkSkApi.secretKey = 'wrong';
		const result = await lookUp(simulator, MANY, {
			parameters: OPERATIONS.callResult,
			credentials,
		});
		expect(simulator.stats.requests).toBeLessThanOrEqual(10);
		const outcomes = result.items.map((item) => errorIn(item)?.outcome);
		expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(
			simulator.stats.requests,
		);
		expect(outcomes.filter((outcome) => outcome === 'notSent')).toHaveLength(
			MANY - simulator.stats.requests,
		);
	});
});
