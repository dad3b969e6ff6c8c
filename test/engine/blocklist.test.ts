/** What each operation of the blocklist sends, and what comes out of it. */
import type { INodeParameters } from 'n8n-workflow';

import {
	answerWith,
	bodiesOf,
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
		expect(bodiesOf(holder.simulator, 'blocklistAdd')).toEqual([{ blocklist: ['13600000001'] }]);
	});

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
		const additionalFields = { validFor: '={{ $json.days }}', validForUnit: 3 };
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

	it.each([
		['a row of its own says so', '[{"blockNum":"13900000001","flag":true}]', true],
		['its row says so as text', '[{"blockNum":13900000001,"flag":"true"}]', true],
		['it has a row', '[{"blockNum":"13900000001"}]', true],
		['its row says not', '[{"blockNum":"13900000001","flag":false}]', false],
		['it has no row', '[]', false],
	])('takes a number for blocked or not when %s', async (_, data, blocked) => {
		answerWith(holder.simulator, 'blocklistQuery', `{"resultCode":"0200000","data":${data}}`);
		expect((await run(OPERATIONS.blocklistCheck)).rows).toEqual([
			{ number: '13900000001', blocked },
		]);
	});
});

describe('Blocklist: Delete', () => {
	it('lets a number be called again', async () => {
		const { rows } = await run(OPERATIONS.blocklistDelete);
		expect(rows).toEqual([{ deleted: true }]);
		expect(entryOf('13900000001')).toBeUndefined();
		expect(bodiesOf(holder.simulator, 'blocklistDelete')).toEqual([{ blocklistNo: '13900000001' }]);
	});
});

describe('Blocklist: Get Many', () => {
	it('gives every number, over all pages', async () => {
		const { rows } = await run(OPERATIONS.blockedNumbers);
		expect(rows).toHaveLength(229);
		expect(rows[0]).toEqual({ blockNum: '13900000001', validityExpirationTime: '' });
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
