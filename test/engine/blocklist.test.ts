/** What each operation of the blocklist sends, and what comes out of it. */
import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import {
	answerWith,
	bodiesOf,
	errorIn,
	OPERATIONS,
	PAIRED,
	requestsOf,
	runnerFor,
	useSimulator,
} from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

function entryOf(number: string) {
	return holder.simulator.data.blocklist.find(({ blockNum }) => blockNum === number);
}

/** Items with so many numbers, from the first that is blocked on. */
function numbers(count: number) {
	return Array.from({ length: count }, (_, index) => ({ number: String(13_900_000_001 + index) }));
}

const ofItem = (parameters: INodeParameters): INodeParameters => ({
	...parameters,
	number: '={{ $json.number }}',
});

describe('Blocklist: Add', () => {
	it('blocks a number for good', async () => {
		const { items } = await run(OPERATIONS.blocklistAdd);
		expect(items).toEqual([{ json: { success: true, number: '13600000001' }, pairedItem: PAIRED }]);
		expect(entryOf('13600000001')).toMatchObject({ validityExpirationTime: '' });
		expect(bodiesOf(holder.simulator, 'blocklistQuery')).toEqual([{ blocklist: ['13600000001'] }]);
		expect(bodiesOf(holder.simulator, 'blocklistAdd')).toEqual([{ blocklist: ['13600000001'] }]);
	});

	it('says of a number that is listed already that it stays as it is', async () => {
		// The fifth is listed for one category only.
		const items = [...numbers(6), { number: '13600000001' }];
		const before = structuredClone(holder.simulator.data.blocklist);
		const { rows } = await run(ofItem(OPERATIONS.blocklistAdd), { items });
		const isNew = (number: string) => ['13900000006', '13600000001'].includes(number);
		expect(rows).toEqual(
			items.map(({ number }) => ({
				...(isNew(number) ? { success: true } : { success: false, alreadyListed: true }),
				number,
			})),
		);
		expect(bodiesOf(holder.simulator, 'blocklistAdd')).toEqual([
			{ blocklist: ['13900000006', '13600000001'] },
		]);
		expect(requestsOf(holder.simulator, 'blocklistQuery')).toHaveLength(1);
		expect(holder.simulator.data.blocklist.slice(0, 5)).toEqual(before.slice(0, 5));
	});

	it('overwrites what is listed without asking', async () => {
		const additionalFields = { overwrite: true };
		const { rows } = await run(
			{ ...ofItem(OPERATIONS.blocklistAdd), additionalFields },
			{ items: numbers(5) },
		);
		expect(rows).toEqual(numbers(5).map(({ number }) => ({ success: true, number })));
		expect(requestsOf(holder.simulator, 'blocklistQuery')).toEqual([]);
		expect(entryOf('13900000005')).toMatchObject({ relCategoryId: '' });
	});

	it('does not claim that a number is blocked for all when another item lists it for one category', async () => {
		const items = [
			{ number: '13600000055', category: '7' },
			{ number: '13600000055', category: '8' },
		];
		const additionalFields = { categoryId: '={{ $json.category }}' };
		const { rows } = await run({ ...ofItem(OPERATIONS.blocklistAdd), additionalFields }, { items });
		expect(rows).toEqual([
			{ success: true, number: '13600000055' },
			{ success: false, alreadyListed: true, number: '13600000055' },
		]);
		expect(entryOf('13600000055')).toMatchObject({ relCategoryId: '7' });
	});

	it.each([
		['an answer of no use', { resultCode: '0200000' }],
		['a refusal', { resultCode: '0200006', resultDesc: 'Database error' }],
	])('sends nothing when it cannot be told what is listed: %s', async (_, body) => {
		holder.simulator.faults = [{ kind: 'json', status: 200, route: 'blocklistQuery', body }];
		const { items } = await run(OPERATIONS.blocklistAdd, { onError: 'continueRegularOutput' });
		expect(errorIn(items[0])).toMatchObject({
			message: expect.stringMatching(/^Not sent: Could not ask the blocklist: /),
			outcome: 'notSent',
		});
		expect(requestsOf(holder.simulator, 'blocklistAdd')).toEqual([]);
	});

	it.each([true, false])(
		'knows the code of a number that is listed already, named %s',
		async (namesRefusedNumber) => {
			Object.assign(holder.simulator.behaviour, { listedNumber: 'refuse', namesRefusedNumber });
			holder.simulator.data.blocklist.push({
				blockNum: '13600000007',
				validityExpirationTime: '',
				relCategoryId: '',
				typeId: '',
			});
			// As if it had been listed after it was asked for.
			answerWith(
				holder.simulator,
				'blocklistQuery',
				'{"resultCode":"0200000","totalCount":0,"data":[]}',
			);
			const items = Array.from({ length: 20 }, (_, index) => ({
				number: String(13_600_000_000 + index),
			}));
			const result = await run(ofItem(OPERATIONS.blocklistAdd), {
				items,
				onError: 'continueRegularOutput',
			});
			expect(result.rows.map(({ success }) => success)).toEqual(
				items.map((_, index) => (index === 7 ? undefined : true)),
			);
			expect(errorIn(result.items[7])).toMatchObject({
				message: expect.stringMatching(/already/),
				outcome: 'refused',
				code: '0200007',
			});
			expect(JSON.stringify(result.items)).not.toMatch(/campaign/);
		},
	);

	it('sends what is set and nothing else', async () => {
		const additionalFields = {
			expiresAt: '2030-05-01T10:00:00',
			validFor: 3,
			validForUnit: 2,
			categoryId: '17',
			typeId: '18',
			overwrite: true,
		};
		await run({ ...OPERATIONS.blocklistAdd, additionalFields }, { timezone: 'Asia/Shanghai' });
		expect(bodiesOf(holder.simulator, 'blocklistAdd')).toEqual([
			{
				blocklist: ['13600000001'],
				validityExpirationTime: '2030-05-01 10:00:00',
				validityTime: 3,
				validityTimeUnit: 2,
				relCategoryId: '17',
				typeId: '18',
				isCoverDupNo: 1,
			},
		]);
	});

	it('sends together what is set alike, and nothing else', async () => {
		const items = Array.from({ length: 50 }, (_, index) => ({
			number: `1360000${index + 1000}`,
			days: (index % 2) + 1,
		}));
		const additionalFields = {
			validFor: '={{ $json.days }}',
			validForUnit: 3,
			overwrite: true,
		};
		const { rows } = await run({ ...ofItem(OPERATIONS.blocklistAdd), additionalFields }, { items });
		expect(rows.map(({ number }) => number)).toEqual(items.map(({ number }) => number));
		const bodies = bodiesOf(holder.simulator, 'blocklistAdd') as Array<Record<string, unknown[]>>;
		expect(bodies.map(({ blocklist, validityTime }) => [validityTime, blocklist?.length])).toEqual(
			expect.arrayContaining([
				[1, 20],
				[2, 20],
				[1, 5],
				[2, 5],
			]),
		);
		expect(bodies).toHaveLength(4);
	});

	it.each([
		[{ validForUnit: 3 }, /^Valid For Unit goes with Valid For only/],
		[{ validFor: 121 }, /^Valid For is not a whole number in its range/],
		[{ validFor: 0 }, /^Valid For is not a whole number in its range/],
		[{ expiresAt: 'tomorrow' }, /^Expires At is not a date and time/],
	])('refuses %j', async (additionalFields, message) => {
		const parameters = { ...OPERATIONS.blocklistAdd, additionalFields } as INodeParameters;
		expect((await run(parameters)).error?.message).toMatch(message);
		expect(holder.simulator.requests).toEqual([]);
	});
});

describe('Blocklist: Check', () => {
	it('says of each number whether it is blocked, in few requests', async () => {
		const items = [...numbers(45), { number: '13600000001' }, { number: '13900000001' }];
		const { rows } = await run(ofItem(OPERATIONS.blocklistCheck), { items });
		expect(rows).toEqual(
			items.map(({ number }) => ({
				number,
				// The sixth one has expired.
				blocked: number !== '13600000001' && number !== '13900000006',
			})),
		);
		expect(requestsOf(holder.simulator, 'blocklistQuery')).toHaveLength(3);
	});

	it('asks once for a number that many items have', async () => {
		const items = Array.from({ length: 200 }, (_, index) => numbers(4)[index % 4] ?? {});
		const { rows } = await run(ofItem(OPERATIONS.blocklistCheck), { items });
		expect(rows).toEqual(items.map((item) => ({ ...item, blocked: true })));
		expect(requestsOf(holder.simulator, 'blocklistQuery')).toHaveLength(1);
	});

	const check = async (answer: string, asked: string[]) => {
		answerWith(holder.simulator, 'blocklistQuery', `{"resultCode":"0200000",${answer}}`);
		return await run(ofItem(OPERATIONS.blocklistCheck), {
			items: asked.map((number) => ({ number })),
			onError: 'continueRegularOutput',
		});
	};

	it.each([
		['true', true],
		['"true"', true],
		['"TRUE"', true],
		['1', true],
		['"1"', true],
		['false', false],
		['"False"', false],
		['0', false],
		['"0"', false],
	])('takes the flag %s for %p', async (flag, blocked) => {
		const data = `"totalCount":1,"data":[{"blockNum":"13900000001","flag":${flag}}]`;
		expect((await check(data, ['13900000001'])).rows).toEqual([{ number: '13900000001', blocked }]);
	});

	it.each([
		'',
		',"flag":null',
		',"flag":"yes"',
		',"flag":2',
		',"flag":{}',
		',"flag":{"toString":1}',
		',"flag":""',
	])('does not guess what a row says with %j', async (flag) => {
		const data = `"totalCount":1,"data":[{"blockNum":"13900000001"${flag}}]`;
		const { items } = await check(data, ['13900000001']);
		expect(errorIn(items[0])).toMatchObject({
			message: expect.stringMatching(/a row on 13900000001 that does not say/),
			outcome: 'failed',
		});
	});

	it.each([
		['nothing', '"x":1'],
		['no rows and no total', '"data":[]'],
		['no rows although there is one', '"totalCount":1,"data":[]'],
		['no data', '"totalCount":0,"data":{}'],
		[
			'a row of a number that was not asked',
			'"totalCount":1,"data":[{"blockNum":"1","flag":true}]',
		],
		['a row without a number', '"totalCount":1,"data":[{"flag":false}]'],
	])('does not take a number for free when the answer has %s', async (_, data) => {
		const { items } = await check(data, ['13900000001']);
		expect(errorIn(items[0])?.message).toMatch(/^Could not ask the blocklist: the answer has no/);
	});

	it.each(['"totalCount":0,"data":[]', '"totalCount":"0","data":null', '"totalCount":0'])(
		'takes a number for free when the answer says that no row is there: %s',
		async (data) => {
			expect((await check(data, ['13900000001'])).rows).toEqual([
				{ number: '13900000001', blocked: false },
			]);
		},
	);

	it('knows a number that came as a number, also without its zeros in front', async () => {
		const data = `"totalCount":2,"data":[{"blockNum":13900000001,"flag":true},{"blockNum":2155550101,"flag":"true"}]`;
		expect((await check(data, ['13900000001', '02155550101', '13600000001'])).rows).toEqual([
			{ number: '13900000001', blocked: true },
			{ number: '02155550101', blocked: true },
			{ number: '13600000001', blocked: false },
		]);
	});

	it('says so when a number without its zeros may be one of two', async () => {
		const data = `"totalCount":1,"data":[{"blockNum":2155550101,"flag":true}]`;
		const { items, rows } = await check(data, ['02155550101', '2155550101', '13600000001']);
		for (const item of items.slice(0, 2)) {
			expect(errorIn(item)?.message).toMatch(/a row that may be about .* or about another number/);
		}
		expect(rows[2]).toEqual({ number: '13600000001', blocked: false });
	});
});

describe('Blocklist: Delete', () => {
	it('lets a number be called again', async () => {
		const { rows } = await run(OPERATIONS.blocklistDelete);
		expect(rows).toEqual([{ deleted: true, number: '13900000001' }]);
		expect(entryOf('13900000001')).toBeUndefined();
		expect(bodiesOf(holder.simulator, 'blocklistDelete')).toEqual([{ blocklistNo: '13900000001' }]);
	});
});

describe('Blocklist: Get Many', () => {
	it('gives every number, over all pages', async () => {
		const { rows } = await run(OPERATIONS.blockedNumbers);
		expect(rows).toHaveLength(229);
		expect(rows[0]).toEqual({
			blockNum: '13900000001',
			number: '13900000001',
			validityExpirationTime: '',
		});
		expect(bodiesOf(holder.simulator, 'blocklistQuery')).toEqual(
			expect.arrayContaining([
				{ offset: 0, limit: 100 },
				{ offset: 200, limit: 100 },
			]),
		);
	});

	it('filters by category and type', async () => {
		const filters = { categoryId: '1704000000000000001', typeId: '1705000000000000001' };
		const { rows } = await run({ ...OPERATIONS.blockedNumbers, filters });
		expect(rows).toMatchObject([{ blockNum: '13900000005' }]);
	});
});

it.each(['', '123a', '+8613900000001', '1 2', '1'.repeat(25), 2 ** 53, { a: 1 }, null])(
	'refuses %j as a number before anything is sent',
	async (number) => {
		const { error } = await run(ofItem(OPERATIONS.blocklistDelete), { items: [{ number }] });
		expect(error?.message).toMatch(/^Number (is|has|came) .* \[item 0\]$/);
		expect(holder.simulator.requests).toEqual([]);
	},
);
