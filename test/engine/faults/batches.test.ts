/**
 * Many numbers into campaigns while things go wrong: what is in the campaign afterwards, against what
 * the node said of each item.
 */
import './time';
import { takeLogs } from './logs';
import { sleep, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { CAMPAIGN_IDS } from '../../../simulator';
import { bodiesOf, byId, errorIn, OPERATIONS, requestsOf, type ItemError } from '../fixtures';
import { atEachRequest, messagesOf, run, usePlainSimulator } from './faults';

const platform = usePlainSimulator();

beforeEach(() => void takeLogs());

const ADD: INodeParameters = { ...OPERATIONS.callDataAdd, calledNumber: '={{ $json.called }}' };

/** Made-up numbers that nobody blocks. */
function numbers(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({ called: String(13_000_000_000 + index) }));
}

/** Replaces some of the items, far from each other, by numbers on the blocklist. */
function withBlocked(items: IDataObject[], count: number): IDataObject[] {
	const mixed = [...items];
	for (let index = 0; index < count; index++) {
		const place = (index * 997 + 13) % mixed.length;
		mixed[place] = { called: String(13_900_000_010 + index) };
	}
	return mixed;
}

function book(campaign: string = CAMPAIGN_IDS.empty) {
	return platform.simulator.data.callData[campaign] ?? [];
}

async function add(items: IDataObject[], changes: Parameters<typeof run>[1] = {}) {
	const begun = Date.now();
	const result = await run(platform.simulator, {
		parameters: ADD,
		onError: 'continueRegularOutput',
		items,
		...changes,
	});
	return { ...result, seconds: (Date.now() - begun) / 1000 };
}

/** The numbers that ever came to the platform. */
function numbersSent(): Set<string> {
	const bodies = bodiesOf(platform.simulator, 'addCalldata') as Array<{
		callDataList: Array<{ called: string }>;
	}>;
	return new Set(bodies.flatMap(({ callDataList }) => callDataList.map(({ called }) => called)));
}

/** Compares the campaign with what was said of each item, by its number. */
function compare(items: IDataObject[], rows: IDataObject[]) {
	const fates = { taken: 0, refused: 0, unknown: 0, other: [] as unknown[] };
	const sent = numbersSent();
	const idsOf = new Map<string, string[]>();
	for (const { called, dataId } of book()) {
		idsOf.set(called, [...(idsOf.get(called) ?? []), dataId]);
	}
	expect(rows).toHaveLength(items.length);
	for (const [index, { called }] of items.entries()) {
		const row = rows[index] ?? {};
		const ids = idsOf.get(String(called)) ?? [];
		const error = row.error as ItemError | undefined;
		expect(ids.length).toBeLessThanOrEqual(1);
		if (!error) {
			expect(row).toEqual({ called, dataId: ids[0] });
			fates.taken++;
		} else if (error.outcome === 'unknown') {
			fates.unknown++;
		} else {
			expect(ids).toEqual([]);
			expect(error.outcome).toBe(sent.has(String(called)) ? 'refused' : 'notSent');
			if (error.outcome === 'refused') fates.refused++;
			else fates.other.push(error.message);
		}
	}
	return fates;
}

/** The shortest time between two requests for a campaign, in milliseconds. */
function shortestGap(campaign: string = CAMPAIGN_IDS.empty): number {
	const times = requestsOf(platform.simulator, 'addCalldata')
		.filter(({ path }) => path.endsWith(`/${campaign}`))
		.map(({ at }) => at);
	return Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));
}

describe('numbers of which some are refused', () => {
	// The promise is of 2,000; 300 are fifteen batches, some with several that are refused.
	it.each([
		['2,000, named by the service', 2000, 37, true, 100 + 37],
		['300, not named', 300, 12, false, 15 + 12 * 9],
	])(
		'are all added but those: %s',
		async (_, count, refused, namesRefusedNumber, mostRequests) => {
			platform.simulator.behaviour.namesRefusedNumber = namesRefusedNumber;
			const items = withBlocked(numbers(count), refused);
			const { rows, seconds } = await add(items);
			const taken = count - refused;
			expect(compare(items, rows)).toEqual({ taken, refused, unknown: 0, other: [] });
			const requests = platform.simulator.stats.countsByRoute.addCalldata ?? 0;
			expect(requests).toBeLessThanOrEqual(mostRequests);
			expect(seconds).toBeLessThan(requests * 1.3);
			expect(shortestGap()).toBeGreaterThanOrEqual(1000);
		},
		120_000,
	);

	it('take about 100 requests and 100 seconds when none is refused', async () => {
		const items = numbers(2000);
		const { rows, seconds } = await add(items);
		expect(compare(items, rows)).toMatchObject({ taken: 2000 });
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(100);
		expect(seconds).toBeLessThan(130);
		expect(book().map(({ called }) => called)).toEqual(items.map(({ called }) => called));
	}, 120_000);

	it('are accounted for when connections are cut before and after the work', async () => {
		platform.simulator.behaviour.namesRefusedNumber = false;
		let chance = 7;
		let cuts = 0;
		atEachRequest(platform.simulator, 'addCalldata', () => {
			chance = (chance * 1_103_515_245 + 12_345) % 2 ** 31;
			if (chance % 9 > 1) return undefined;
			cuts++;
			return { kind: 'cut', when: chance % 9 === 0 ? 'before' : 'after' };
		});
		const items = withBlocked(numbers(900), 20);
		const { rows } = await add(items);
		const fates = compare(items, rows);
		expect(cuts).toBeGreaterThan(20);
		expect(fates.unknown).toBeGreaterThan(cuts);
		expect(fates.unknown).toBeLessThanOrEqual(cuts * 20);
		expect(fates.other).toEqual([]);
		// Some of those nobody knows of are there, some are not.
		expect(book().length).toBeGreaterThan(fates.taken);
		expect(book().length).toBeLessThan(fates.taken + fates.unknown);
	}, 120_000);

	it('show in the log how far they are', async () => {
		const items = withBlocked(numbers(2000), 3);
		await add(items);
		const lines = takeLogs()
			.split('\n')
			.filter((line) => line.startsWith('Call data for campaign '));
		expect(lines.length).toBeGreaterThan(5);
		expect(lines[0]).toMatch(/: \d+ of 2000 taken, \d refused, 0 not known, 0 not sent$/);
		expect(lines.at(-1)).toMatch(
			/: 1997 of 2000 taken, 3 refused, .*; refused: items 7, 13, 1010$/,
		);
	}, 120_000);
});

describe('a request of which nobody knows', () => {
	it.each([
		['cut before the work', { kind: 'cut', when: 'before' }],
		['cut after the work', { kind: 'cut', when: 'after' }],
		['cut in its answer', { kind: 'cut', when: 'midBody' }],
		['never answered', { kind: 'hang' }],
		['HTTP 502 after the work', { kind: 'status', status: 502, when: 'after' }],
		['HTTP 504', { kind: 'status', status: 504 }],
		['an HTML page after the work', { kind: 'html', when: 'after' }],
	] as const)('is said of its items alone, and is not sent again: %s', async (_, fault) => {
		platform.simulator.faults = [{ ...fault, route: 'addCalldata', skip: 1 }];
		const items = numbers(60);
		const { rows, items: out } = await add(items);
		expect(compare(items, rows)).toMatchObject({ taken: 40, unknown: 20, other: [] });
		expect(out.map((item) => errorIn(item)?.outcome)).toEqual(
			items.map((_item, index) => (index >= 20 && index < 40 ? 'unknown' : undefined)),
		);
		expect(errorIn(out[20])).toMatchObject({
			message: expect.stringMatching(/^It is not known whether the service did add numbers/),
			description: expect.stringMatching(/not sent again by itself\. Look for the number/),
		});
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(3);
	});

	it('eight times in a row ends the rest unsent', async () => {
		platform.simulator.faults = [{ kind: 'cut', route: 'addCalldata', times: 0 }];
		const items = numbers(200);
		const { rows, items: out } = await add(items);
		expect(compare(items, rows)).toMatchObject({ taken: 0, unknown: 160 });
		const first = errorIn(out[160]);
		expect(first).toMatchObject({
			message: expect.stringMatching(/^Not sent: of 8 changes in a row it is not known/),
			outcome: 'notSent',
		});
		expect(errorIn(out[199])?.message).toBe(first?.message.replace('item 160', 'item 199'));
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(8);
		expect(takeLogs()).toMatch(/not known: items 0-159; not sent: items 160-199/);
	});
});

describe('HTTP 401', () => {
	it('does not make n8n send a change a second time', async () => {
		platform.simulator.faults = [{ kind: 'status', status: 401, route: 'addCalldata' }];
		const result = await add(numbers(20));
		expect(messagesOf(result)).toEqual([expect.stringMatching(/: HTTP 401/)]);
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(1);
		expect(book()).toEqual([]);
	});
});

describe('what was turned away at the door', () => {
	it.each([
		['HTTP 429', { kind: 'status', status: 429 }],
		['the firewall', { kind: 'html', status: 403 }],
	] as const)('is sent again, at the pace: %s', async (_, fault) => {
		platform.simulator.faults = [{ ...fault, route: 'addCalldata', skip: 1, times: 2 }];
		const items = numbers(60);
		const { rows } = await add(items);
		expect(compare(items, rows)).toMatchObject({ taken: 60 });
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(5);
		expect(shortestGap()).toBeGreaterThanOrEqual(1000);
	});

	it('when nothing listens, everything is unsent', async () => {
		const { simulator } = platform;
		const credentials = {
			huaweiAiccAkSkApi: {
				baseUrl: 'http://127.0.0.1:9',
				accessKey: simulator.account.accessKey,
				secretKey: simulator.account.secretKey,
				vdnId: 40,
			},
		};
		const result = await add(numbers(100), { credentials });
		expect(messagesOf(result)).toEqual([
			expect.stringMatching(/^The server refused the connection .*tried 5 times/),
			expect.stringMatching(/^Not sent: The server refused the connection .*tried 5 times/),
		]);
		expect(result.items.map((item) => errorIn(item)?.outcome)).toEqual(Array(100).fill('notSent'));
	});
});

describe('a refusal that is about the campaign', () => {
	it.each([
		['that does not exist', '17', /The campaign does not exist \(code 0200007\)$/],
		['that is finished', CAMPAIGN_IDS.finished, /finished.* \(code 0200019\)$/],
	])('%s is asked for once', async (_, campaign, message) => {
		const parameters = { ...ADD, campaignId: byId(campaign) };
		const items = numbers(100);
		const result = await add(items, { parameters });
		const [refusal, left, ...others] = messagesOf(result);
		expect(refusal).toMatch(/^Could not add numbers to the campaign: /);
		expect(refusal).toMatch(message);
		expect(left).toBe(`Not sent: ${refusal}`);
		expect(others).toEqual([]);
		expect(compare(items, result.rows)).toMatchObject({ taken: 0, refused: 20 });
		expect(errorIn(result.items[20])).not.toHaveProperty('code');
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(1);
		expect(takeLogs()).toMatch(/0 of 100 taken, 20 refused, 0 not known, 80 not sent/);
	});

	it('says nothing of pausing when numbers are added to a finished one', async () => {
		const parameters = { ...ADD, campaignId: byId(CAMPAIGN_IDS.finished) };
		const { items } = await add(numbers(1), { parameters });
		expect(errorIn(items[0])?.description).toMatch(/takes no more numbers/);
		expect(JSON.stringify(items)).not.toMatch(/paus/i);
	});

	it('leaves the other campaigns alone', async () => {
		const parameters = { ...ADD, campaignId: byId('={{ $json.campaign }}') };
		const items = numbers(80).map((item, index) => ({
			...item,
			campaign: index % 2 ? CAMPAIGN_IDS.empty : '17',
		}));
		const { rows } = await add(items, { parameters });
		expect(rows.map(({ error }) => error === undefined)).toEqual(
			items.map((_item, index) => index % 2 === 1),
		);
		expect(book()).toHaveLength(40);
	});
});

describe('numbers that come twice', () => {
	it('are never in one request', async () => {
		const items = [...numbers(5), ...numbers(5), { called: '13100000000' }];
		const { rows } = await add(items);
		expect(compare(items.slice(0, 5), rows.slice(0, 5))).toMatchObject({ taken: 5 });
		expect(rows.slice(5, 10)).toEqual(
			numbers(5).map(({ called }) => ({
				error: expect.objectContaining({
					message: expect.stringMatching(`${called}: it is in the campaign`),
					outcome: 'refused',
					code: '0200018',
				}),
			})),
		);
		expect(rows[10]).toMatchObject({ called: '13100000000' });
	});
});

describe('several campaigns', () => {
	it('are filled side by side, each at its own pace', async () => {
		const campaigns = [CAMPAIGN_IDS.empty, CAMPAIGN_IDS.paused, CAMPAIGN_IDS.manyResults];
		const before = campaigns.map((campaign) => book(campaign).length);
		const parameters = { ...ADD, campaignId: byId('={{ $json.campaign }}') };
		const items = numbers(300).map((item, index) => ({ ...item, campaign: campaigns[index % 3] }));
		const { error, seconds } = await add(items, { parameters, onError: undefined });
		expect(error).toBeUndefined();
		expect(campaigns.map((campaign) => book(campaign).length)).toEqual(
			before.map((count) => count + 100),
		);
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(15);
		expect(seconds).toBeLessThan(10);
		for (const campaign of campaigns) expect(shortestGap(campaign)).toBeGreaterThanOrEqual(1000);
	});

	it('share the pace of one campaign with other executions', async () => {
		const items = numbers(120);
		const results = await Promise.all([add(items.slice(0, 60)), add(items.slice(60))]);
		const rows = results.flatMap((result) => result.rows);
		expect(compare(items, rows)).toMatchObject({ taken: 120 });
		expect(shortestGap()).toBeGreaterThanOrEqual(1000);
	});
});

describe('Retry On Fail', () => {
	it('sends nothing again that was taken or that nobody knows of', async () => {
		platform.simulator.faults = [
			{ kind: 'cut', when: 'after', route: 'addCalldata', skip: 1 },
			{ kind: 'cut', when: 'before', route: 'addCalldata', skip: 2 },
		];
		const items = numbers(200);
		items.splice(150, 3, ...withBlocked(numbers(3), 3));
		let sentBefore = 0;
		const { error } = await add(items, {
			onError: undefined,
			retryOnFail: true,
			onFailure: () => {
				sentBefore ||= platform.simulator.stats.countsByRoute.addCalldata ?? 0;
			},
		});
		expect(error?.message).toMatch(/ \[item \d+\]$/);
		const called = book().map((record) => record.called);
		expect(new Set(called).size).toBe(called.length);
		expect(called).toHaveLength(197 - 20);
		// Only the refused ones are asked for once more.
		const sentAgain = (platform.simulator.stats.countsByRoute.addCalldata ?? 0) - sentBefore;
		expect(sentAgain).toBeLessThanOrEqual(3);
	});
});

describe('a cancelled execution', () => {
	it('sends nothing more, and the log says what became of each item', async () => {
		platform.simulator.behaviour.delayMs = 300;
		let cancel = () => {};
		atEachRequest(platform.simulator, 'addCalldata', (count) => {
			if (count === 10) cancel();
		});
		// Ten batches of twenty are begun.
		await add(withBlocked(numbers(300), 6), {
			onStarted: (stop) => {
				cancel = stop;
			},
		});
		await sleep(5000);
		const taken = book().length;
		const [line = ''] = takeLogs()
			.split('\n')
			.filter((text) => text.includes('not sent: items'));
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(10);
		expect(line).toMatch(
			new RegExp(`: ${taken} of 300 taken, \\d+ refused, 0 not known, \\d+ not sent`),
		);
		expect(line).toMatch(/; not sent: items .*-299$/);
	});
});

describe('a cancelled execution that waits for its turn', () => {
	it('ends at once', async () => {
		let cancel = () => {};
		atEachRequest(platform.simulator, 'addCalldata', (count) => {
			// In the middle of the second that the campaign is left alone.
			if (count === 3) void sleep(500).then(cancel);
		});
		await add(numbers(100), {
			onStarted: (stop) => {
				cancel = () => stop();
			},
		});
		await sleep(3000);
		expect(platform.simulator.stats.countsByRoute.addCalldata).toBe(3);
		expect(takeLogs()).toMatch(/60 of 100 taken, .*, 40 not sent; not sent: items 60-99/);
	});
});

describe('the blocklist', () => {
	const BLOCK: INodeParameters = { ...OPERATIONS.blocklistAdd, number: '={{ $json.called }}' };

	it('takes 2,000 numbers in 100 requests', async () => {
		const items = numbers(2000);
		const before = platform.simulator.data.blocklist.length;
		const { rows } = await add(items, { parameters: BLOCK });
		expect(rows).toEqual(items.map(({ called }) => ({ success: true, number: called })));
		expect(platform.simulator.data.blocklist).toHaveLength(before + 2000);
		expect(platform.simulator.stats.countsByRoute.blocklistAdd).toBe(100);
		expect(platform.simulator.stats.countsByRoute.blocklistQuery).toBe(100);
	}, 60_000);

	it('is asked about 300 numbers in 15 requests, and again after a cut', async () => {
		platform.simulator.faults = [{ kind: 'cut', route: 'blocklistQuery', skip: 7 }];
		const parameters = { ...OPERATIONS.blocklistCheck, number: '={{ $json.called }}' };
		const items = withBlocked(numbers(300), 12);
		const { rows } = await add(items, { parameters });
		expect(rows.filter(({ blocked }) => blocked === true)).toHaveLength(12);
		expect(rows.filter(({ blocked }) => blocked === false)).toHaveLength(288);
		expect(platform.simulator.stats.countsByRoute.blocklistQuery).toBe(16);
	});
});

describe('call results', () => {
	it('are read ten pages at once with more than a second between', async () => {
		const parameters = { ...OPERATIONS.callResults, everyAttempt: true };
		const { rows, error } = await add([{}], { parameters, onError: undefined });
		expect(error).toBeUndefined();
		const attempts = platform.simulator.data.callResults[CAMPAIGN_IDS.manyResults] ?? [];
		expect(rows).toHaveLength(attempts.length);
		const times = requestsOf(platform.simulator, 'callresult').map(({ at }) => at);
		expect(times.length).toBeGreaterThan(20);
		expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1000);
		// The batch after that: the eleventh waits for all ten.
		expect((times[11] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(1000);
	});
});
