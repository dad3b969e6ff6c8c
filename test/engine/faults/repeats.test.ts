import './time';
import { freePort } from '../../../scripts/lib/ports';
import type { Fault } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { OPERATIONS, requestsOf } from '../fixtures';
import {
	answered,
	lookUp,
	messagesOf,
	reasonsOf,
	newTenant,
	rememberedHosts,
	run,
	usePlainSimulator,
} from './faults';

const platform = usePlainSimulator();

/** How long something that is asked for alone is tried when nobody is answered: times, seconds. */
interface Patience {
	tries: [least: number, most: number];
	seconds: [least: number, most: number];
}

const FIVE_TRIES: Patience = { tries: [5, 5], seconds: [5, 20] };
/** It may be one too many, or not on the firewall's list. */
const A_MINUTE: Patience = { tries: [10, 30], seconds: [50, 70] };
/** It is one too many. */
const FIVE_MINUTES: Patience = { tries: [50, 130], seconds: [290, 320] };
const TWICE: Patience = { tries: [2, 2], seconds: [60, 70] };

const PASSING: Array<[name: string, fault: Fault, shown: RegExp, patience: Patience]> = [
	['HTTP 429', { kind: 'status', status: 429 }, /HTTP 429/, FIVE_MINUTES],
	['HTTP 502', { kind: 'status', status: 502 }, /HTTP 502/, FIVE_TRIES],
	['HTTP 503', { kind: 'status', status: 503 }, /HTTP 503/, FIVE_TRIES],
	['HTTP 504', { kind: 'status', status: 504 }, /HTTP 504/, FIVE_TRIES],
	['a firewall page with HTTP 429', { kind: 'html', status: 429 }, /HTTP 429/, FIVE_MINUTES],
	['a firewall page with HTTP 403', { kind: 'html', status: 403 }, /firewall.*HTTP 403/i, A_MINUTE],
	['an empty HTTP 403', { kind: 'raw', status: 403, body: '' }, /firewall.*HTTP 403/i, A_MINUTE],
	['a cut before work', { kind: 'cut', when: 'before' }, /connection was cut/, FIVE_TRIES],
	['a cut after work', { kind: 'cut', when: 'after' }, /connection was cut/, FIVE_TRIES],
	['a cut in the answer', { kind: 'cut', when: 'midBody' }, /connection was cut/, FIVE_TRIES],
	['no answer in time', { kind: 'hang' }, /did not answer in time/, TWICE],
];

const ITEMS = 25;
const POSITIONS: Array<[name: string, skip: number]> = [
	['first', 0],
	['middle', 12],
	['last', ITEMS - 1],
];

describe.each(PASSING)('%s', (_name, fault, shown, patience) => {
	it.each(POSITIONS)('in the %s look-up is tried again', async (_position, skip) => {
		const { simulator } = platform;
		simulator.faults = [{ ...fault, route: 'getCalledInfo', skip }];
		const result = await lookUp(simulator, ITEMS);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(ITEMS);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBe(ITEMS + 1);
		expect(simulator.stats.tokenRequests).toBe(1);
	});

	it.each([0, 1, 2])('in page %i of three fetches that page alone again', async (skip) => {
		const { simulator } = platform;
		simulator.faults = [{ ...fault, route: 'queryOBSResultCode', skip }];
		const { rows, error } = await run(simulator, { parameters: OPERATIONS.obsResultCodes });
		expect(error).toBeUndefined();
		expect(rows.map(({ obsCode }) => obsCode)).toEqual(
			simulator.data.obsResultCodes.map(({ obsCode }) => obsCode),
		);
		expect(simulator.stats.countsByRoute.queryOBSResultCode).toBe(4);
	});

	it('for good ends in an error that says how often it was tried and what came', async () => {
		const { simulator } = platform;
		simulator.faults = [{ ...fault, route: 'getCalledInfo', times: 0 }];
		const begun = Date.now();
		const [message] = messagesOf(await lookUp(simulator, 1));
		const seconds = (Date.now() - begun) / 1000;
		const tries = requestsOf(simulator, 'getCalledInfo').length;
		expect(message).toMatch(shown);
		expect(message).toMatch(new RegExp(`tried ${tries} times in \\d+ s$`));
		for (const [value, [least, most]] of [
			[tries, patience.tries],
			[seconds, patience.seconds],
		] as const) {
			expect(value).toBeGreaterThanOrEqual(least);
			expect(value).toBeLessThanOrEqual(most);
		}
		expect(rememberedHosts()).toBe(0);
	});
});

describe('a server that is not there', () => {
	it('is tried until it is back', async () => {
		const fabricPort = await freePort();
		const credentials = newTenant(platform.simulator);
		credentials.huaweiAiccTokenApi.baseUrl = `http://127.0.0.1:${fabricPort}`;
		const pending = lookUp(platform.simulator, ITEMS, { credentials });
		const simulator = await startSimulator({ https: false, fabricPort });
		const result = await pending;
		await simulator.stop();
		expect(messagesOf(result)).toEqual([]);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBe(ITEMS);
	});

	it('ends in an error when it stays away', async () => {
		const credentials = newTenant(platform.simulator);
		credentials.huaweiAiccTokenApi.baseUrl = `http://127.0.0.1:${await freePort()}`;
		const messages = reasonsOf(await lookUp(platform.simulator, ITEMS, { credentials }));
		expect(messages).toEqual([
			expect.stringMatching(/^The server refused the connection .*; tried 5 times in \d+ s$/),
		]);
	});
});

describe('waits', () => {
	/** Milliseconds between the look-ups that came. */
	function gaps(): number[] {
		const times = requestsOf(platform.simulator, 'getCalledInfo').map(({ at }) => at);
		return times.slice(1).map((at, index) => at - (times[index] ?? 0));
	}

	it('grow, each with some chance in it', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'status', status: 503, route: 'getCalledInfo', times: 0 }];
		await lookUp(simulator, 1);
		const waits = gaps();
		expect(waits).toHaveLength(4);
		waits.forEach((wait, index) => {
			expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index);
			// Some more is what the test's clock rounds up to.
			expect(wait).toBeLessThan(1000 * 2 ** index + 500);
		});
	});

	/** Has the tenth look-up turned away as one too many, once. */
	function turnTenthAway(retryAfter: string): void {
		const { simulator } = platform;
		simulator.behaviour.delayMs = 100;
		const headers = { 'retry-after': retryAfter };
		simulator.faults = [{ kind: 'status', status: 429, route: 'getCalledInfo', skip: 9, headers }];
	}

	const inSevenSeconds: Array<[name: string, value: () => string]> = [
		['seconds', () => '7'],
		['a date', () => new Date(Date.now() + 8500).toUTCString()],
	];

	it.each(inSevenSeconds)('follow Retry-After given as %s, for everybody', async (_name, value) => {
		const { simulator } = platform;
		turnTenthAway(value());
		const [many, one] = await Promise.all([lookUp(simulator, 40), lookUp(simulator, 1)]);
		expect(answered(many) + answered(one)).toBe(41);
		const silences = gaps();
		const longest = Math.max(...silences);
		expect(longest).toBeGreaterThanOrEqual(6000);
		expect(longest).toBeLessThan(9000);
		// Nobody was sent meanwhile but those that were in flight already.
		expect(silences.indexOf(longest)).toBeLessThan(20);
	});

	it("take a date in Retry-After by the server's clock", async () => {
		const { simulator } = platform;
		simulator.behaviour.clockOffsetSeconds = 2400;
		const date = new Date(Date.now() + 2_405_000).toUTCString();
		simulator.faults = [
			{ kind: 'status', status: 503, route: 'getCalledInfo', headers: { 'retry-after': date } },
		];
		const begun = Date.now();
		expect(answered(await lookUp(simulator, 1))).toBe(1);
		expect(Date.now() - begun).toBeGreaterThan(3000);
		expect(Date.now() - begun).toBeLessThan(9000);
	});

	it('are not begun when Retry-After asks for more than a minute', async () => {
		const { simulator } = platform;
		const headers = { 'retry-after': '3600' };
		simulator.faults = [{ kind: 'status', status: 503, route: 'getCalledInfo', times: 0, headers }];
		const begun = Date.now();
		const messages = reasonsOf(await lookUp(simulator, 200));
		expect(messages).toEqual([expect.stringMatching(/HTTP 503.*tried once.*3600 s/)]);
		expect(Date.now() - begun).toBeLessThan(10_000);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeLessThanOrEqual(10);
	});

	it('are begun after minutes when one too many is asked to wait so long', async () => {
		turnTenthAway('90');
		const begun = Date.now();
		expect(messagesOf(await lookUp(platform.simulator, 40))).toEqual([]);
		expect(Date.now() - begun).toBeGreaterThanOrEqual(90_000);
	});

	it('do not keep n8n busy', async () => {
		const { simulator } = platform;
		const headers = { 'retry-after': '40' };
		simulator.faults = [{ kind: 'status', status: 503, route: 'getCalledInfo', headers }];
		// Time is mocked here: of the 40 seconds only the work that is done meanwhile is left.
		const begun = performance.now();
		expect(answered(await lookUp(simulator, 1))).toBe(1);
		expect(performance.now() - begun).toBeLessThan(20_000);
	});

	it.each(['soon', '-3', ''])('are as usual when Retry-After is %p', async (value) => {
		const { simulator } = platform;
		simulator.faults = [
			{ kind: 'status', status: 503, route: 'getCalledInfo', headers: { 'retry-after': value } },
		];
		expect(answered(await lookUp(simulator, 3))).toBe(3);
	});
});
