import './time';
import { bodiesOf } from '../fixtures';
import { Poller } from '../poller';
import {
	answered,
	atEachRequest,
	failed,
	lookUp,
	messagesOf,
	reasonsOf,
	numbers,
	run,
	usePlainSimulator,
} from './faults';

const platform = usePlainSimulator();

describe('a service that is down', () => {
	const msisdnOf = (body: unknown) => (body as { msisdn: string }).msisdn;

	it('is not asked for each of 2,000 items, and all of them fail within a minute', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'html', status: 502, route: 'getCalledInfo', times: 0 }];
		const begun = Date.now();
		const result = await lookUp(simulator, 2000);
		expect(failed(result)).toBe(2000);
		expect(reasonsOf(result)).toEqual([expect.stringMatching(/HTTP 502.*tried 5 times/)]);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeLessThan(1000);
		expect(Date.now() - begun).toBeLessThan(60_000);
	});

	it('is given up in mid-run as well', async () => {
		const { simulator } = platform;
		simulator.faults = [
			{ kind: 'status', status: 503, route: 'getCalledInfo', skip: 60, times: 0 },
		];
		const result = await lookUp(simulator, 1000);
		expect(answered(result)).toBe(60);
		// Of those that were under way while others were still answered, one try does not count.
		const reasons = reasonsOf(result).map((reason) => reason.replace(/tried [56] times in.*/, ''));
		expect([...new Set(reasons)]).toEqual([expect.stringMatching(/\(HTTP 503\); $/)]);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeLessThan(860);
	});

	it('is not asked for each of 250 watched subscribers', async () => {
		const { simulator } = platform;
		// A 503 would slow down by itself.
		simulator.faults = [{ kind: 'html', status: 502, route: 'queryfaultyuser', times: 0 }];
		const poller = await Poller.start(simulator, {
			event: 'faultUserFound',
			msisdns: Array.from({ length: 250 }, (_, index) => String(6680512200000 + index)).join(),
			complaintScene: '1',
		});
		expect((await poller.failure()).message).toMatch(/HTTP 502.*; (tried 5 times|not tried again)/);
		expect(new Set(bodiesOf(simulator, 'queryfaultyuser').map(msisdnOf)).size).toBeLessThan(150);
	});

	it('is waited for when it comes back', async () => {
		const { simulator } = platform;
		const backAt = Date.now() + 6000;
		atEachRequest(simulator, 'getCalledInfo', () =>
			Date.now() < backAt ? { kind: 'status', status: 503 } : undefined,
		);
		const result = await lookUp(simulator, 150);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(150);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeLessThan(200);
	});

	it('that hangs does not hold the look-ups for more than about a minute', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'hang', route: 'getCalledInfo', times: 0 }];
		const begun = Date.now();
		const result = await lookUp(simulator, 200);
		expect(reasonsOf(result)).toEqual([expect.stringMatching(/in time.*tried 2 times/)]);
		expect(Date.now() - begun).toBeLessThan(100_000);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeLessThanOrEqual(40);
	});

	it('fails one item that is always refused, and no other', async () => {
		const { simulator } = platform;
		const items = [...numbers(10), { called: '6666699' }, ...numbers(10)];
		const result = await lookUp(simulator, 0, { items });
		expect(answered(result)).toBe(20);
		expect(reasonsOf(result)).toHaveLength(1);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBe(21);
	});
});

describe("n8n's Retry On Fail", () => {
	it('asks a service again that was given up', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'status', status: 503, route: 'getCalledInfo', times: 0 }];
		const result = await run(simulator, {
			items: numbers(3),
			retryOnFail: true,
			onFailure: () => {
				simulator.faults = [];
			},
		});
		expect(result.error).toBeUndefined();
		expect(answered(result)).toBe(3);
	});
});
