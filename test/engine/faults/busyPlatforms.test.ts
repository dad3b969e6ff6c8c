/** A platform that takes fewer requests at once than there are places for, or others ask it as well. */
import { skipTime } from './time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CAMPAIGN_IDS, type Behaviour } from '../../../simulator';
import type { RunResult } from '../engine';
import { OPERATIONS, requestsOf } from '../fixtures';
import {
	answered,
	atEachRequest,
	lookUp,
	messagesOf,
	newTenant,
	nodeOfAnotherProcess,
	reasonsOf,
	run,
	usePlainSimulator,
} from './faults';

const platform = usePlainSimulator();

const DELAY_MS = 300;

/** @param maxConcurrent requests that are taken at once; the next one is turned away */
function takeOnly(maxConcurrent: number, more: Partial<Behaviour> = {}): void {
	Object.assign(platform.simulator.behaviour, { delayMs: DELAY_MS, maxConcurrent, ...more });
}

/** Makes the greatest number in flight be counted anew. */
function countAnew(): void {
	const { fabric } = platform.simulator.stats.services;
	fabric.maxInFlight = fabric.inFlight;
	platform.simulator.stats.overloads = 0;
}

describe('a platform that takes fewer than Max Concurrent Requests', () => {
	const kinds = ['html403', '429', '503'] as const;
	// One kind shows how many are turned away in the long run; of the others, 90 are told apart from it.
	const cases = [5, 3, 1].flatMap((taken) =>
		kinds.map((overload) => {
			const isLong = overload === '429';
			return { taken, overload, count: isLong ? 300 : 90, most: isLong ? 40 : 20 };
		}),
	);

	it.each(cases)('$taken at once, else $overload, fails no item of $count', async (one) => {
		const { taken, overload, count, most } = one;
		takeOnly(taken, { overload });
		const begun = Date.now();
		const result = await lookUp(platform.simulator, count);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(count);
		// What the test's clock rounds up to is as much again.
		const ideal = (count / taken) * DELAY_MS;
		expect(Date.now() - begun).toBeLessThan(2 * ideal);
		expect(platform.simulator.stats.overloads).toBeLessThan(most);
	});

	it('fails no page of a list either', async () => {
		takeOnly(2);
		const { error, items } = await run(platform.simulator, {
			parameters: OPERATIONS.obsResultCodes,
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(platform.simulator.data.obsResultCodes.length);
	});

	it('is asked for as many by the next execution', async () => {
		takeOnly(3);
		await lookUp(platform.simulator, 60);
		countAnew();
		expect(answered(await lookUp(platform.simulator, 20))).toBe(20);
		expect(platform.simulator.stats.services.fabric.maxInFlight).toBeLessThanOrEqual(4);
		expect(platform.simulator.stats.overloads).toBeLessThanOrEqual(1);
	});

	it('is remembered from the end of a long execution on', async () => {
		takeOnly(3);
		const { simulator } = platform;
		// So slow that the execution takes longer than anything is remembered.
		simulator.behaviour.delayMs = 25_000;
		await lookUp(simulator, 90);
		simulator.behaviour.delayMs = DELAY_MS;
		countAnew();
		await lookUp(simulator, 20);
		expect(simulator.stats.overloads).toBeLessThanOrEqual(1);
	});

	it('is asked anew after ten minutes', async () => {
		takeOnly(1);
		await lookUp(platform.simulator, 20);
		takeOnly(10);
		countAnew();
		skipTime(601_000);
		await lookUp(platform.simulator, 40);
		expect(platform.simulator.stats.services.fabric.maxInFlight).toBe(10);
	});

	it('is asked for more when it takes more', async () => {
		takeOnly(2);
		const credentials = newTenant(platform.simulator);
		credentials.huaweiAiccTokenApi.maxConcurrentRequests = 5;
		await lookUp(platform.simulator, 60, { credentials });
		takeOnly(10);
		countAnew();
		// The third place comes after 384 answers, the fourth and fifth after 72 and 96; all ten after 1,400.
		await lookUp(platform.simulator, 600, { credentials });
		expect(platform.simulator.stats.services.fabric.maxInFlight).toBe(5);
		expect(platform.simulator.stats.overloads).toBe(0);
	});
});

describe('a platform that other processes ask as well', () => {
	/** So many look-ups in each of four processes, which find the token in the credential. */
	async function inFourProcesses(count: number): Promise<RunResult[]> {
		const { saved: credentials } = await lookUp(platform.simulator, 1);
		const nodes = Array.from({ length: 4 }, nodeOfAnotherProcess);
		return await Promise.all(
			nodes.map(async (node) => await lookUp(platform.simulator, count, { node, credentials })),
		);
	}

	it('answers the items of all four', async () => {
		takeOnly(10);
		const results = await inFourProcesses(100);
		expect(results.flatMap(messagesOf)).toEqual([]);
		expect(results.map(answered)).toEqual([100, 100, 100, 100]);
		// Without a limit that adapts two thirds of all requests are turned away.
		expect(platform.simulator.stats.overloads).toBeLessThan(80);
	});

	it.each([
		[2, '429'],
		[3, '503'],
	] as const)('answers the items of four although it takes %i at once, else %s', async (...one) => {
		const [taken, overload] = one;
		takeOnly(taken, { overload });
		const results = await inFourProcesses(30);
		expect(results.flatMap(messagesOf)).toEqual([]);
		expect(results.map(answered)).toEqual([30, 30, 30, 30]);
	});
});

describe('a platform that takes one at once, and answers slowly', () => {
	it('lets each of four processes have a turn', async () => {
		const { saved: credentials } = await lookUp(platform.simulator, 1);
		takeOnly(1, { overload: '429', delayMs: 5000 });
		const nodes = Array.from({ length: 4 }, nodeOfAnotherProcess);
		const results = await Promise.all(
			nodes.map(async (node) => await lookUp(platform.simulator, 30, { node, credentials })),
		);
		expect(results.flatMap(messagesOf)).toEqual([]);
		// While one has no turn the others take 450 s for theirs, and after 300 s it gives up.
		expect(results.map(answered)).toEqual([30, 30, 30, 30]);
		// Turns are steps that nothing shortens, so this one takes as long as the machine is busy.
	}, 180_000);
});

describe('a platform that answers more and more slowly', () => {
	it('is asked for fewer at once, but not for fewer than half', async () => {
		takeOnly(0);
		await lookUp(platform.simulator, 200);
		platform.simulator.behaviour.delayMs = 5 * DELAY_MS;
		await lookUp(platform.simulator, 30);
		countAnew();
		expect(answered(await lookUp(platform.simulator, 20))).toBe(20);
		const { maxInFlight } = platform.simulator.stats.services.fabric;
		expect(maxInFlight).toBeLessThan(10);
		expect(maxInFlight).toBeGreaterThanOrEqual(5);
	});
});

describe('an item that is always turned away while others are answered', () => {
	it('is given up in the end, and holds up no other', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY_MS;
		atEachRequest(simulator, 'queryfaultyuser', () => ({ kind: 'status', status: 429 }));
		const checks = lookUp(simulator, 1, { parameters: OPERATIONS.faultCheck });
		const others = await lookUp(simulator, 200);
		expect(answered(others)).toBe(200);
		expect(reasonsOf(await checks)).toEqual([expect.stringMatching(/HTTP 429.*tried \d+ times/)]);
	});

	it('does not slow down another interface of the host, however many such items there are', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY_MS;
		await lookUp(simulator, 20);
		simulator.faults = [{ kind: 'status', status: 429, route: 'queryfaultyuser', times: 0 }];
		// More than may be begun at once, which is 100.
		const checks = lookUp(simulator, 150, { parameters: OPERATIONS.faultCheck });
		const begun = Date.now();
		expect(answered(await lookUp(simulator, 400))).toBe(400);
		// Ten at once take 12 seconds.
		expect(Date.now() - begun).toBeLessThan(40_000);
		expect(answered(await checks)).toBe(0);
		// Three a second, in five minutes.
		expect(requestsOf(simulator, 'queryfaultyuser').length).toBeLessThan(900);
	});

	it('does not take the places of the others', async () => {
		const { simulator } = platform;
		simulator.behaviour.delayMs = DELAY_MS;
		const bad = '6666699';
		simulator.data.calledNumbers[bad] = { retCode: '0', retMsg: 'success' };
		atEachRequest(simulator, 'getCalledInfo', () =>
			simulator.requests.at(-1)?.body.includes(bad) ? { kind: 'status', status: 429 } : undefined,
		);
		const items = Array.from({ length: 200 }, (_, index) => ({
			called: index === 0 ? bad : '6666601',
		}));
		const begun = Date.now();
		const result = await lookUp(simulator, 0, { items });
		expect(answered(result)).toBe(199);
		expect(Date.now() - begun).toBeLessThan(120_000);
		const sent = requestsOf(simulator, 'getCalledInfo').filter(({ body }) => body.includes(bad));
		expect(sent.length).toBeLessThanOrEqual(60);
	});
});

describe('a campaign that several processes fill', () => {
	const ADD: INodeParameters = { ...OPERATIONS.callDataAdd, calledNumber: '={{ $json.called }}' };

	function numbers(from: number, count: number): IDataObject[] {
		return Array.from({ length: count }, (_, index) => ({
			called: String(13_000_000_000 + from + index),
		}));
	}

	it('has every number once', async () => {
		const share = 160;
		const fills = [0, 1, 2].map(
			async (process) =>
				await run(platform.simulator, {
					node: nodeOfAnotherProcess(),
					parameters: ADD,
					items: numbers(process * share, share),
					onError: 'continueRegularOutput',
				}),
		);
		const results = await Promise.all(fills);
		expect(results.flatMap(messagesOf)).toEqual([]);
		const book = platform.simulator.data.callData[CAMPAIGN_IDS.empty] ?? [];
		const called = book.map((record) => record.called).sort();
		expect(called).toEqual(numbers(0, 3 * share).map((item) => item.called));
	}, 120_000);

	it('is filled at the documented pace again by one that is alone', async () => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'code', code: '0200022', route: 'addCalldata', skip: 1, times: 3 }];
		await run(simulator, { parameters: ADD, items: numbers(0, 100) });
		await run(simulator, { parameters: ADD, items: numbers(1000, 400) });
		const times = requestsOf(simulator, 'addCalldata').map(({ at }) => at);
		const last = times.slice(-6);
		const seconds = ((last.at(-1) ?? 0) - (last[0] ?? 0)) / 5000;
		expect(seconds).toBeLessThan(1.8);
	}, 120_000);
});
