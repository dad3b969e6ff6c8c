/** Many numbers that are refused for a reason that they share, or of which some are refused. */
import './time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CAMPAIGN_IDS } from '../../../simulator';
import { bodiesOf, errorIn, OPERATIONS, requestsOf } from '../fixtures';
import { atEachRequest, messagesOf, run, usePlainSimulator } from './faults';
import { takeLogs } from './logs';

const platform = usePlainSimulator();

beforeEach(() => void takeLogs());

const ADD: INodeParameters = { ...OPERATIONS.callDataAdd, calledNumber: '={{ $json.called }}' };
const BLOCK: INodeParameters = {
	...OPERATIONS.blocklistAdd,
	number: '={{ $json.called }}',
	additionalFields: { overwrite: true, categoryId: '17' },
};

const ROUTE = { [String(ADD.resource)]: 'addCalldata', [String(BLOCK.resource)]: 'blocklistAdd' };

function numbers(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({ called: String(13_000_000_000 + index) }));
}

/** Numbers that are on the blocklist. */
function blocked(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({ called: String(13_900_000_010 + index) }));
}

function book() {
	return platform.simulator.data.callData[CAMPAIGN_IDS.empty] ?? [];
}

/** Runs an operation for all items. @returns also how often each outcome came, and the requests */
async function send(items: IDataObject[], parameters: INodeParameters) {
	const { simulator } = platform;
	const options = { parameters, items, onError: 'continueRegularOutput' } as const;
	const result = await run(simulator, options);
	const outcomes = result.items.map((item) => errorIn(item)?.outcome ?? 'taken');
	const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
	return {
		...result,
		outcomes,
		counts: { taken: count('taken'), refused: count('refused'), notSent: count('notSent') },
		requests: simulator.stats.countsByRoute[ROUTE[String(parameters.resource)] ?? ''] ?? 0,
	};
}

/** Refuses every request of a route with this answer. */
function refuseAll(route: string, resultCode: string, resultDesc: string): void {
	const body = { resultCode, resultDesc };
	platform.simulator.faults = [{ kind: 'json', status: 200, times: 0, route, body }];
}

describe('a reason that all records share', () => {
	it.each(['02000013', '02000015'])('ends after one request for code %s', async (code) => {
		refuseAll('blocklistAdd', code, 'Not set up');
		const { counts, requests, items } = await send(numbers(200), BLOCK);
		expect(requests).toBe(1);
		expect(counts).toEqual({ taken: 0, refused: 20, notSent: 180 });
		expect(errorIn(items[0])?.description).toMatch(/Category ID/);
	});

	it.each([
		['0209999', 'System busy'],
		['0200001', 'Parameter error'],
	])('costs few requests for code %s', async (code, text) => {
		refuseAll('blocklistAdd', code, text);
		const { counts, requests } = await send(numbers(200), BLOCK);
		expect(counts).toEqual({ taken: 0, refused: 200, notSent: 0 });
		expect(requests).toBeLessThan(80);
	});

	it('costs few requests for call data, one after the other', async () => {
		refuseAll('addCalldata', '0209999', 'System busy');
		const { counts, requests } = await send(numbers(200), ADD);
		expect(counts).toEqual({ taken: 0, refused: 200, notSent: 0 });
		expect(requests).toBeLessThan(80);
	}, 120_000);

	it.each([0, 25, 59])(
		'does not cost the one good number at place %i',
		async (place) => {
			platform.simulator.behaviour.namesRefusedNumber = false;
			const items = blocked(60);
			items[place] = { called: '13000000000' };
			const { outcomes } = await send(items, ADD);
			expect(outcomes).toEqual(items.map((_, index) => (index === place ? 'taken' : 'refused')));
			expect(book()).toMatchObject([{ called: '13000000000' }]);
		},
		120_000,
	);
});

describe('refused numbers in one batch', () => {
	it.each([
		['the first', 0, true],
		['the first', 0, false],
		['a middle', 1, true],
		['a middle', 1, false],
		['the last', 2, true],
		['the last', 2, false],
	])(
		'cost none of the others: %s batch of three, batch %i, named %p',
		async (_, batch, isNamed) => {
			platform.simulator.behaviour.namesRefusedNumber = isNamed;
			const items = numbers(60);
			items.splice(batch * 20 + 3, 2, ...blocked(2));
			const { outcomes, items: out } = await send(items, ADD);
			const isBad = (index: number) => index === batch * 20 + 3 || index === batch * 20 + 4;
			expect(outcomes).toEqual(items.map((__, index) => (isBad(index) ? 'refused' : 'taken')));
			expect(new Set(book().map(({ called }) => called)).size).toBe(58);
			expect(errorIn(out[batch * 20 + 3])).toMatchObject({
				message: expect.stringMatching(/^Could not add numbers to the campaign: .*blocklist/),
				code: '0200024',
			});
		},
	);
});

describe('a campaign that is asked too often', () => {
	const tooFast = { resultCode: '0200022', resultDesc: 'Too fast' };

	it.each([1, 2, 7])(
		'waits and goes on after %i such answers, and loses nothing',
		async (times) => {
			const body = tooFast;
			platform.simulator.faults = [
				{ kind: 'json', status: 200, route: 'addCalldata', skip: 1, times, body },
			];
			const items = numbers(60);
			const { counts, requests } = await send(items, ADD);
			expect(counts).toEqual({ taken: 60, refused: 0, notSent: 0 });
			expect(requests).toBe(3 + times);
			expect(book().map(({ called }) => called)).toEqual(items.map(({ called }) => called));
		},
		60_000,
	);

	it('does not hold up other requests to the host', async () => {
		platform.simulator.faults = [
			{ kind: 'json', status: 200, route: 'addCalldata', times: 6, body: tooFast },
		];
		const checks = { ...OPERATIONS.blocklistCheck, number: '={{ $json.called }}' };
		const [added] = await Promise.all([send(numbers(1), ADD), send(numbers(40), checks)]);
		expect(added.counts.taken).toBe(1);
		const lastCheck = requestsOf(platform.simulator, 'blocklistQuery').at(-1)?.at ?? 0;
		const lastAdd = requestsOf(platform.simulator, 'addCalldata').at(-1)?.at ?? 0;
		expect(lastCheck).toBeLessThan(lastAdd);
	}, 60_000);

	it('is left alone in the end, and says that nothing was added', async () => {
		refuseAll('addCalldata', tooFast.resultCode, tooFast.resultDesc);
		const { counts, requests, ...result } = await send(numbers(100), ADD);
		expect(counts).toEqual({ taken: 0, refused: 0, notSent: 100 });
		// For five minutes, at the slowest pace in the end.
		expect(requests).toBeGreaterThan(20);
		expect(requests).toBeLessThan(100);
		expect(messagesOf(result)[0]).toMatch(/^Could not add numbers to the campaign: Too fast\. /);
		expect(book()).toEqual([]);
	}, 300_000);
});

describe('a campaign that is nearly full', () => {
	it.each([0, 1, 7, 19, 20])(
		'takes the %i numbers that fit, in their order',
		async (room) => {
			const { simulator } = platform;
			const filled = Array.from({ length: 200_000 - room }, () => ({
				dataId: '1',
				called: 'x',
				isCalled: false,
			}));
			simulator.data.callData[CAMPAIGN_IDS.empty] = filled;
			const items = numbers(60);
			const { outcomes, counts, requests } = await send(items, ADD);
			const refused = room === 20 ? 20 : 20 - room;
			expect(counts).toEqual({ taken: room, refused, notSent: 60 - room - refused });
			expect(outcomes.slice(0, room)).toEqual(Array(room).fill('taken'));
			expect(
				book()
					.slice(200_000 - room)
					.map(({ called }) => called),
			).toEqual(items.slice(0, room).map(({ called }) => called));
			expect(requests).toBeLessThanOrEqual(8);
		},
		60_000,
	);
});

describe('a campaign that ends while it is filled', () => {
	it.each([true, false])('leaves the rest unsent, refused ones named %p', async (isNamed) => {
		const { simulator } = platform;
		simulator.behaviour.namesRefusedNumber = isNamed;
		atEachRequest(simulator, 'addCalldata', (count) => {
			if (count < 4) return;
			const campaign = simulator.data.campaigns.find(({ id }) => id === CAMPAIGN_IDS.empty);
			if (campaign) campaign.status = 4;
		});
		const items = numbers(100);
		items.splice(25, 1, ...blocked(1));
		const { outcomes } = await send(items, ADD);
		const bodies = bodiesOf(simulator, 'addCalldata') as Array<{ callDataList: IDataObject[] }>;
		const sent = new Set(
			bodies.flatMap(({ callDataList }) => callDataList.map((one) => one.called)),
		);
		const there = new Set(book().map(({ called }) => called));
		for (const [index, { called }] of items.entries()) {
			expect(outcomes[index] === 'taken').toBe(there.has(String(called)));
			if (!sent.has(called as string)) expect(outcomes[index]).toBe('notSent');
		}
		expect(bodies).toHaveLength(4);
		expect(takeLogs()).toMatch(/not sent: items /);
	});
});
