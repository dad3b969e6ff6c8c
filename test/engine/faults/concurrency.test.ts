import './time';
import { makeObsCodes } from '../../../simulator';
import { OPERATIONS, requestsOf } from '../fixtures';
import {
	answered,
	atRequest,
	lookUp,
	messagesOf,
	reasonsOf,
	newTenant,
	numbers,
	rememberedHosts,
	run,
	usePlainSimulator,
} from './faults';

const platform = usePlainSimulator();

/** Long enough for requests to pile up. */
const DELAY = 300;

describe('requests in flight to a host', () => {
	it('are ten at most, over all items, nodes and executions', async () => {
		const { simulator } = platform;
		Object.assign(simulator.behaviour, { delayMs: DELAY, maxConcurrent: 10 });
		const credentials = newTenant(simulator);
		const results = await Promise.all([
			lookUp(simulator, 60, { credentials }),
			lookUp(simulator, 60, { credentials }),
			lookUp(simulator, 40, { credentials, parameters: OPERATIONS.faultCheck }),
			lookUp(simulator, 3, { credentials, parameters: OPERATIONS.accessCodes }),
		]);
		expect(results.flatMap(messagesOf)).toEqual([]);
		expect(simulator.stats.overloads).toBe(0);
		expect(simulator.stats.services.fabric.maxInFlight).toBe(10);
	});

	it('are as many as the credential allows', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY;
		const credentials = newTenant(simulator);
		credentials.huaweiAiccTokenApi.maxConcurrentRequests = 3;
		expect(answered(await lookUp(simulator, 20, { credentials }))).toBe(20);
		expect(simulator.stats.services.fabric.maxInFlight).toBe(3);
	});

	it.each([0, -5, 'many', undefined])('are ten when the credential says %p', async (limit) => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY;
		const credentials = newTenant(simulator);
		credentials.huaweiAiccTokenApi.maxConcurrentRequests = limit as number;
		expect(answered(await lookUp(simulator, 30, { credentials }))).toBe(30);
		expect(simulator.stats.services.fabric.maxInFlight).toBe(10);
	});

	it('are as many as the stricter of two credentials allows while both are in use', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY;
		const strict = newTenant(simulator);
		strict.huaweiAiccTokenApi.maxConcurrentRequests = 2;
		const strictRun = lookUp(simulator, 10, { credentials: strict }).then((result) => {
			const { maxInFlight } = simulator.stats.services.fabric;
			return { ...result, maxInFlight };
		});
		const wideRun = lookUp(simulator, 40);
		const { maxInFlight, ...result } = await strictRun;
		expect(answered(result)).toBe(10);
		expect(maxInFlight).toBe(2);
		expect(answered(await wideRun)).toBe(40);
		expect(simulator.stats.services.fabric.maxInFlight).toBe(10);
	});

	it('are counted for each host by itself', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY;
		await Promise.all([
			lookUp(simulator, 30),
			lookUp(simulator, 30, { parameters: OPERATIONS.externalResult }),
		]);
		expect(simulator.stats.services.fabric.maxInFlight).toBe(10);
		expect(simulator.stats.services.isales.maxInFlight).toBe(10);
	});
});

describe('executions take turns', () => {
	it('so that one look-up beside 500 is done early', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY;
		const credentials = newTenant(simulator);
		const long = lookUp(simulator, 500, { credentials });
		const short = await lookUp(simulator, 1, { credentials });
		expect(answered(short)).toBe(1);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeLessThan(60);
		expect(answered(await long)).toBe(500);
	});

	it('also when the long one has a failing service and waits', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'status', status: 503, route: 'getCalledInfo', times: 0 }];
		const long = lookUp(simulator, 500);
		const short = await lookUp(simulator, 1, { parameters: OPERATIONS.faultCheck });
		expect(short.rows).toMatchObject([{ found: true }]);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeLessThan(200);
		expect(reasonsOf(await long)).toHaveLength(1);
	});
});

describe('items are begun in turn', () => {
	it('so that the first request does not wait until all 500 items have been read', async () => {
		const { simulator } = platform;
		let read = 0;
		const items = Array.from({ length: 500 }, () => ({
			get called() {
				read++;
				return '6666601';
			},
		}));
		let readAtFirst = Infinity;
		atRequest(simulator, 'tokenByAkSk', 1, () => {
			readAtFirst = read;
		});
		expect(answered(await lookUp(simulator, 0, { items }))).toBe(500);
		// n8n reads each item itself before, which is a half of all; the node's own share comes after.
		expect(readAtFirst).toBeLessThan(0.6 * read);
	});
});

describe('pages of a list', () => {
	it('are read side by side after the first one, and come out in order', async () => {
		const { simulator } = platform;
		simulator.data.obsResultCodes = makeObsCodes(1001);
		simulator.behaviour.delayMs = DELAY;
		// The second page comes last.
		simulator.faults = [{ kind: 'delay', delayMs: 5000, route: 'queryOBSResultCode', skip: 1 }];
		let inFlightAtSecond = 0;
		atRequest(simulator, 'queryOBSResultCode', 2, () => {
			inFlightAtSecond = simulator.stats.services.isales.inFlight;
		});
		const { rows, error } = await run(simulator, {
			items: [{}],
			parameters: OPERATIONS.obsResultCodes,
		});
		expect(error).toBeUndefined();
		expect(rows.map(({ obsCode }) => obsCode)).toEqual(
			simulator.data.obsResultCodes.map(({ obsCode }) => obsCode),
		);
		expect(inFlightAtSecond).toBe(5);
		expect(simulator.stats.services.isales.maxInFlight).toBeGreaterThan(7);
		const pages = requestsOf(simulator, 'queryOBSResultCode').map(({ query }) => query.pageNum);
		expect(pages[0]).toBe('1');
		expect([...new Set(pages)]).toHaveLength(21);
		expect(pages).toHaveLength(21);
	});
});

describe('nothing is kept of a host that is not in use', () => {
	it('after answers', async () => {
		await lookUp(platform.simulator, 20);
		expect(rememberedHosts()).toBe(0);
	});

	it('after failures', async () => {
		const { simulator } = platform;
		simulator.faults = [
			{ kind: 'status', status: 503, times: 0, headers: { 'retry-after': '3600' } },
		];
		expect(reasonsOf(await lookUp(simulator, 20))).toHaveLength(1);
		expect(rememberedHosts()).toBe(0);
	});

	it('while it is remembered in use', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY;
		let remembered = 0;
		atRequest(simulator, 'getCalledInfo', 5, () => {
			remembered = rememberedHosts();
		});
		await run(simulator, { items: numbers(20) });
		expect(remembered).toBe(1);
	});
});
