import { waiting } from './time';
import { sleep, type INodeParameters } from 'n8n-workflow';
import { makeObsCodes } from '../../../simulator';
import { OPERATIONS } from '../fixtures';
import { parametersOf } from '../operationCases';
import {
	answered,
	atRequest,
	lookUp,
	messagesOf,
	reasonsOf,
	rememberedHosts,
	usePlainSimulator,
} from './faults';
import { startEndlessServers } from './oddServer';

const platform = usePlainSimulator();

/** Until what is on the wire has arrived. */
const WIRE = 1000;

/** Longer than any wait that might go on after the end. */
const AFTERWARDS = 30_000;

describe('a cancelled execution', () => {
	/** Runs look-ups and cancels them when the n-th request of a route arrives. */
	async function cancelAt(
		route: string,
		count: number,
		items: number,
		parameters?: INodeParameters,
	): Promise<{ sentAfter: number; sent: number; endedAt: number }> {
		const { simulator } = platform;
		let cancel = () => {};
		let sentBefore = 0;
		atRequest(simulator, route, count, () => {
			sentBefore = simulator.stats.requests;
			cancel();
		});
		await lookUp(simulator, items, {
			...(parameters && { parameters }),
			onStarted: (stop) => {
				cancel = stop;
			},
		});
		const endedAt = Date.now();
		expect(rememberedHosts()).toBe(0);
		await sleep(WIRE);
		const sent = simulator.stats.requests;
		await sleep(AFTERWARDS);
		expect(waiting()).toBe(0);
		expect(simulator.stats.requests).toBe(sent);
		expect(simulator.stats.services.fabric.inFlight).toBe(0);
		return { sent, sentAfter: sent - sentBefore, endedAt };
	}

	it('of 2,000 items sends nothing more', async () => {
		platform.simulator.behaviour.delayMs = 100;
		const { sent, sentAfter } = await cancelAt('getCalledInfo', 40, 2000);
		// Those that were on the wire already.
		expect(sentAfter).toBeLessThan(10);
		expect(sent).toBeLessThanOrEqual(51);
	});

	it('does not wait for another try', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'status', status: 503, route: 'getCalledInfo', times: 0 }];
		const begun = Date.now();
		const { sentAfter, endedAt } = await cancelAt('getCalledInfo', 4, 500);
		expect(sentAfter).toBeLessThan(10);
		expect(endedAt - begun).toBeLessThan(5000);
	});

	it('does not wait for the end of Retry-After', async () => {
		const { simulator } = platform;
		const headers = { 'retry-after': '50' };
		simulator.faults = [{ kind: 'status', status: 429, route: 'getCalledInfo', times: 0, headers }];
		const begun = Date.now();
		const { sentAfter, endedAt } = await cancelAt('getCalledInfo', 1, 500);
		expect(sentAfter).toBeLessThan(10);
		expect(endedAt - begun).toBeLessThan(5000);
	});

	it('does not wait for a hanging server', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'hang', route: 'getCalledInfo', times: 0 }];
		const begun = Date.now();
		const { endedAt } = await cancelAt('getCalledInfo', 4, 500);
		expect(endedAt - begun).toBeLessThan(5000);
	});

	it('does not go on when its token comes', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'delay', delayMs: 3000, route: 'tokenByAkSk' }];
		await cancelAt('tokenByAkSk', 1, 500);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBeUndefined();
	});

	it('does not read on in a list', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = 100;
		simulator.data.obsResultCodes = makeObsCodes(2500);
		const { sentAfter } = await cancelAt('queryOBSResultCode', 15, 1, OPERATIONS.obsResultCodes);
		expect(sentAfter).toBeLessThan(10);
	});
});

describe('the time-out of a request', () => {
	const servers = startEndlessServers();

	/** Milliseconds until a request to a server that never ends its answer is given up. */
	async function timeOf(
		route: 'hang' | 'drip',
		requestOptions?: INodeParameters,
		operation: INodeParameters = OPERATIONS.faultCheck,
	) {
		const begun = Date.now();
		const { seen, ...server } = servers[route];
		const credentials = server.credentials();
		const parameters = { ...operation, ...(requestOptions && { requestOptions }) };
		const result = await lookUp(platform.simulator, 1, { credentials, parameters });
		expect(reasonsOf(result)).toEqual([expect.stringContaining('did not answer in time')]);
		return { milliseconds: Date.now() - begun, tries: seen.length };
	}

	it.each(['hang', 'drip'] as const)('is 30 s: %s', async (route) => {
		const { milliseconds, tries } = await timeOf(route);
		expect(tries).toBe(2);
		expect(milliseconds).toBeGreaterThan(60_000);
		expect(milliseconds).toBeLessThan(64_000);
	});

	it.each(['hang', 'drip'] as const)('is that of Request Options: %s', async (route) => {
		const { milliseconds, tries } = await timeOf(route, { timeout: 4000 });
		expect(tries).toBe(5);
		expect(milliseconds).toBeGreaterThan(5 * 4000);
		expect(milliseconds).toBeLessThan(5 * 4000 + 20_000);
	});

	it.each(['hang', 'drip'] as const)('is that for words in place of a file: %s', async (route) => {
		const download = parametersOf('recording/download');
		const { milliseconds, tries } = await timeOf(route, { timeout: 4000 }, download);
		expect(tries).toBe(5);
		// The first bytes may come one by one, as they do here, each second.
		expect(milliseconds).toBeLessThan(5 * (4000 + 4000) + 20_000);
	});

	it('gives the place back', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'hang', route: 'getCalledInfo', times: 4 }];
		const result = await lookUp(simulator, 50);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(50);
	});
});
