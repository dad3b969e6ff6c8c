import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import { type AccessCode, type Behaviour, makeAccessCodes } from '../../simulator';
import { atRequest } from './faults/faults';
import { bodiesOf, OPERATIONS, runnerFor, shown, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);
afterEach(() => jest.restoreAllMocks());

const BEYOND: Array<Behaviour['beyondOffset']> = ['refuse', 'repeat', 'continue'];
const SIZES = [0, 1, 99, 100, 101, 199, 200, 201, 437];

/** Codes that are asked for in parts of parts, where what is beyond could be taken for more codes. */
const MANY = 1500;

/** Codes in a row, as a carrier gives them out; all share their beginning. */
function sequentialCodes(count: number, mediatypeId: number | null = 5): AccessCode[] {
	return makeAccessCodes(count).map((code, index) => ({
		...code,
		accessCode: String(9_911_000_000 + index),
		mediatypeId: mediatypeId as number,
	}));
}

const KINDS: Array<[string, (count: number) => AccessCode[]]> = [
	['scattered', makeAccessCodes],
	['sequential', sequentialCodes],
];

function sorted(ids: unknown[]): string[] {
	return ids.map(String).sort();
}

/** Runs the query, sees to it that no request leaves the documented range, and gives the codes. */
async function read(parameters: INodeParameters = {}) {
	const { rows, error, items } = await run({ ...OPERATIONS.accessCodes, ...parameters });
	const bodies = bodiesOf(holder.simulator, 'queryAccessCodeList') as Array<Record<string, number>>;
	for (const { offset, limit } of bodies) {
		expect(offset).toBeLessThanOrEqual(100);
		expect(limit).toBeLessThanOrEqual(100);
	}
	return { ids: rows.map(({ id }) => id), rows, error, items, requests: bodies.length };
}

describe.each(BEYOND)('when the service would %s beyond its greatest offset', (beyondOffset) => {
	beforeEach(() => {
		holder.simulator.behaviour.beyondOffset = beyondOffset;
	});

	describe.each(KINDS)('%s codes are read whole', (_, make) => {
		it.each(beyondOffset === 'repeat' ? [...SIZES, MANY] : SIZES)('%d', async (count) => {
			holder.simulator.data.accessCodes = make(count);
			const { ids, error } = await read();
			expect(error).toBeUndefined();
			expect(sorted(ids)).toEqual(sorted(make(count).map(({ id }) => id)));
		});
	});

	it.each([150, 250, 400])('%d of 600 are given when so many are wanted', async (limit) => {
		holder.simulator.data.accessCodes = makeAccessCodes(600);
		const { ids, error } = await read({ returnAll: false, limit });
		expect(error).toBeUndefined();
		expect(ids).toHaveLength(limit);
		expect(new Set(ids).size).toBe(limit);
	});
});

describe('few requests', () => {
	it.each([
		[0, 1],
		[1, 1],
		[100, 1],
		[101, 2],
		[200, 2],
	])('for %d codes: %d', async (count, requests) => {
		holder.simulator.data.accessCodes = makeAccessCodes(count);
		expect((await read()).requests).toBe(requests);
	});

	it.each([
		['scattered', 437, 50],
		['scattered', 1500, 150],
		['sequential', 437, 30],
		['sequential', 1500, 200],
	])('for %s codes, %d of them: not more than %d', async (kind, count, most) => {
		const codes = kind === 'scattered' ? makeAccessCodes(count) : sequentialCodes(count);
		holder.simulator.data.accessCodes = codes;
		const { ids, requests } = await read();
		expect(requests).toBeLessThanOrEqual(most);
		expect(sorted(ids)).toEqual(sorted(codes.map(({ id }) => id)));
	});
});

describe('media types that cannot be asked for', () => {
	it.each([
		['18 and 19', (index: number) => 18 + (index % 2)],
		['none', () => null],
		['all of them', (index: number) => [2, 5, 18, 19, 53, null][index % 6]],
		['nearly all the same', (index: number) => (index === 299 ? 19 : 5)],
	])('do not hide codes: %s', async (_, mediaTypeAt) => {
		const codes = sequentialCodes(450).map((code, index) => ({
			...code,
			mediatypeId: mediaTypeAt(index) as number,
		}));
		// Codes without a media type fit no description.
		holder.simulator.behaviour.checkAnswers = false;
		holder.simulator.data.accessCodes = codes;
		const { ids, error } = await read();
		expect(error).toBeUndefined();
		expect(sorted(ids)).toEqual(sorted(codes.map(({ id }) => id)));
	});
});

describe('codes with other characters', () => {
	it('are found as well', async () => {
		const codes = makeAccessCodes(400).map((code, index) => ({
			...code,
			mediatypeId: 5,
			accessCode: `${['*', '#', '+86', '-'][index % 4]}${1000 + index}`,
		}));
		holder.simulator.data.accessCodes = codes;
		expect(sorted((await read()).ids)).toEqual(sorted(codes.map(({ id }) => id)));
	});
});

describe("the user's filters", () => {
	const codes = makeAccessCodes(1500);
	beforeEach(() => {
		holder.simulator.data.accessCodes = codes;
	});

	it.each<[INodeParameters, (code: AccessCode) => boolean]>([
		[{ accessCode: '99' }, (code) => code.accessCode.includes('99')],
		[{ description: '热线' }, (code) => code.description?.includes('热线') === true],
		[{ mediaType: 5 }, (code) => code.mediatypeId === 5],
		[
			{ mediaType: 5, accessCode: '9', description: '服务' },
			(code) =>
				code.mediatypeId === 5 &&
				code.accessCode.includes('9') &&
				code.description?.includes('服务') === true,
		],
		[
			{ mediaType: 53, accessCode: '99' },
			(code) => code.mediatypeId === 53 && code.accessCode.includes('99'),
		],
	])('%j hold for every part of a split query', async (filters, isMeant) => {
		const expected = codes.filter(isMeant);
		expect(expected.length).toBeGreaterThan(100);
		const { ids, error } = await read({ filters });
		expect(error).toBeUndefined();
		expect(sorted(ids)).toEqual(sorted(expected.map(({ id }) => id)));
	});
});

describe('the older answer without a total', () => {
	beforeEach(() => {
		holder.simulator.behaviour.accessCodesBareArray = true;
	});

	describe.each(BEYOND)('(%s)', (beyondOffset) => {
		it.each([0, 1, 99, 100, 101, 199])('is read whole with %d codes', async (count) => {
			holder.simulator.behaviour.beyondOffset = beyondOffset;
			holder.simulator.data.accessCodes = makeAccessCodes(count);
			const { ids, error } = await read();
			expect(error).toBeUndefined();
			expect(ids).toEqual(makeAccessCodes(count).map(({ id }) => id));
		});

		it.each([200, 201, 437])('is an error with %d codes: there may be more', async (count) => {
			holder.simulator.behaviour.beyondOffset = beyondOffset;
			holder.simulator.data.accessCodes = makeAccessCodes(count);
			const { items, error } = await read();
			expect(items).toEqual([]);
			expect(error?.message).toContain('More than 200 access codes may match');
			expect(shown(error).description).toContain('filters');
		});
	});

	it.each([150, 200])('gives %d of many when so many are wanted', async (limit) => {
		const { ids, error } = await read({ returnAll: false, limit });
		expect(error).toBeUndefined();
		expect(ids).toEqual(holder.simulator.data.accessCodes.slice(0, limit).map(({ id }) => id));
	});
});

describe('codes that no filter can tell apart', () => {
	beforeEach(() => {
		holder.simulator.data.accessCodes = makeAccessCodes(250).map((code) => ({
			...code,
			accessCode: '9911',
			mediatypeId: 5,
		}));
	});

	it('are an error with both counts when all are wanted, and no items', async () => {
		const { items, error } = await read();
		expect(items).toEqual([]);
		expect(error?.message).toContain('Only 200 of 250 access codes');
		expect(shown(error).description).toContain('filters');
	});

	it('are no error when there are as many as wanted', async () => {
		const { ids, error } = await read({ returnAll: false, limit: 200 });
		expect(error).toBeUndefined();
		expect(new Set(ids).size).toBe(200);
	});

	it('are told apart by media type when that is enough', async () => {
		const codes = makeAccessCodes(450).map((code, index) => ({
			...code,
			accessCode: index < 330 ? '9911' : `8${index}`,
			mediatypeId: index % 2 === 0 ? 5 : 53,
		}));
		holder.simulator.data.accessCodes = codes;
		const { ids, error } = await read();
		expect(error).toBeUndefined();
		expect(sorted(ids)).toEqual(sorted(codes.map(({ id }) => id)));
	});

	it('are found out soon, also when they are long', async () => {
		for (const code of holder.simulator.data.accessCodes) code.accessCode = '99110123456789';
		const { error, requests } = await read();
		expect(error?.message).toContain('Only 200 of 250 access codes');
		expect(requests).toBeLessThan(500);
	});

	it('do not stop the other items', async () => {
		const parameters = { ...OPERATIONS.accessCodes, filters: { accessCode: '={{ $json.part }}' } };
		const { outputs } = await run(parameters, {
			items: [{ part: '9911' }, { part: 'none' }, { part: '991' }],
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	});
});

describe('a list that changes while it is read', () => {
	it('is read again when a row slides to another page', async () => {
		const codes = makeAccessCodes(150);
		holder.simulator.data.accessCodes = codes;
		holder.simulator.faults = [
			{
				kind: 'json',
				route: 'queryAccessCodeList',
				skip: 1,
				body: { returnCode: '0', data: { total: 150, calledRouteList: codes.slice(99, 149) } },
			},
		];
		const { ids, error } = await read();
		expect(error).toBeUndefined();
		expect(sorted(ids)).toEqual(sorted(codes.map(({ id }) => id)));
	});

	it.each([
		['two pages', 150],
		['all that one query reaches', 200],
		['more than one query reaches', 437],
	])('loses no code when one comes at its beginning (%s)', async (_, count) => {
		const codes = makeAccessCodes(count);
		const [added] = makeAccessCodes(count + 1).slice(-1);
		holder.simulator.data.accessCodes = [...codes];
		atRequest(holder.simulator, 'queryAccessCodeList', 2, () => {
			if (added) holder.simulator.data.accessCodes.unshift(added);
		});
		const { ids, error } = await read();
		expect(error).toBeUndefined();
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(codes.map(({ id }) => id)));
	});

	it('tells that there may be more when the older answer grows to all that can be reached', async () => {
		holder.simulator.behaviour.accessCodesBareArray = true;
		const codes = makeAccessCodes(201);
		holder.simulator.data.accessCodes = codes.slice(1);
		atRequest(holder.simulator, 'queryAccessCodeList', 2, () => {
			holder.simulator.data.accessCodes = codes;
		});
		expect((await read()).error?.message).toContain('More than 200 access codes may match');
	});
});

describe('codes that are alike in everything', () => {
	it.each([120, 437])('all come out, of %i', async (count) => {
		const codes = makeAccessCodes(count);
		codes.push({ ...codes[3] } as AccessCode, { ...codes[110] } as AccessCode);
		holder.simulator.data.accessCodes = codes;
		const { ids, error } = await read();
		expect(error).toBeUndefined();
		expect(sorted(ids)).toEqual(sorted(codes.map(({ id }) => id)));
	});
});
