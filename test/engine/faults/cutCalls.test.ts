/** Hundreds of phones to ring while connections are cut at random: who rings, and what is said. */
import './time';
import type { IDataObject, INodeType } from 'n8n-workflow';

import { errorIn } from '../fixtures';
import { parametersOf } from '../operationCases';
import type { RunResult } from '../engine';
import { startCuttingProxy } from './cuttingProxy';
import { newTenant, nodeOfAnotherProcess, run, usePlainSimulator } from './faults';

const holder = usePlainSimulator();
const ITEMS = 150;
const SEED = 20_260_301;

let proxy: Awaited<ReturnType<typeof startCuttingProxy>>;
beforeEach(async () => {
	proxy = await startCuttingProxy(holder.simulator.fabricUrl, SEED);
});
afterEach(async () => await proxy.stop());

/** Numbers that follow one another and are answered when they ring. */
function phones(first: number): IDataObject[] {
	return Array.from({ length: ITEMS }, (_, index) => ({
		called: String(13_600_000_001 + 10 * (first + index)),
	}));
}

/** Rings all of them. @param node in place of the node of this process */
async function ring(operation: string, items: IDataObject[], node?: INodeType): Promise<RunResult> {
	const credentials = newTenant(holder.simulator);
	credentials.huaweiAiccTokenApi.baseUrl = proxy.url;
	return await run(holder.simulator, {
		node,
		parameters: {
			...parametersOf(operation),
			calledNumber: '={{ $json.called }}',
			additionalFields: {},
		},
		credentials,
		items,
		onError: 'continueRegularOutput',
		retryOnFail: true,
	});
}

/** The serial numbers of the calls to a number, as the platform has them in its book. */
function rungFor({ called }: IDataObject): string[] {
	return holder.simulator.data.madeCalls
		.filter((call) => call.called === called)
		.map(({ callSerialNo }) => callSerialNo);
}

/**
 * What is said of each item agrees with the platform's book.
 *
 * @returns how often each was said, and of how many unknown ones the phone rang
 */
function compare(items: IDataObject[], { items: said }: RunResult) {
	const counts = { created: 0, notSent: 0, unknown: 0, unknownRung: 0 };
	expect(said).toHaveLength(items.length);
	items.forEach((item, index) => {
		const rung = rungFor(item);
		const error = errorIn(said[index]);
		expect(said[index]?.pairedItem).toEqual({ item: index });
		if (!error) {
			counts.created++;
			expect(rung).toEqual([said[index]?.json.callSerialNo]);
		} else if (error.outcome === 'unknown') {
			counts.unknown++;
			counts.unknownRung += rung.length;
			expect(rung.length).toBeLessThanOrEqual(1);
		} else {
			counts.notSent++;
			expect(error.outcome).toMatch(/^(refused|notSent)$/);
			expect(rung).toEqual([]);
		}
	});
	return counts;
}

/** That connections were cut in every way, so that the comparison says something. */
function expectCutEverywhere({ created, unknown, unknownRung }: ReturnType<typeof compare>): void {
	expect(proxy.cuts()).toBeGreaterThan(ITEMS / 20);
	expect(created).toBeGreaterThan(ITEMS / 2);
	expect(unknownRung).toBeGreaterThan(0);
	expect(unknown).toBeGreaterThan(unknownRung);
}

describe.each([
	'call/create',
	'call/createFromSoftphone',
	'voiceNotification/send',
	'voiceNotification/sendPlayList',
])('%s, while connections are cut at random,', (operation) => {
	it('rings no phone twice, and says of each whether it rang', async () => {
		const items = phones(0);
		expectCutEverywhere(compare(items, await ring(operation, items)));
	});

	it('does so with a second process beside it', async () => {
		const lists = [phones(0), phones(ITEMS)] as const;
		const results = await Promise.all([
			ring(operation, lists[0]),
			ring(operation, lists[1], nodeOfAnotherProcess()),
		]);
		expectCutEverywhere(compare(lists[0], results[0]));
		expectCutEverywhere(compare(lists[1], results[1]));
	});
});
