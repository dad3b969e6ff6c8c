import './time';
import { OPERATIONS } from '../fixtures';
import { atEachRequest, atRequest, messagesOf, lookUp, run, usePlainSimulator } from './faults';

const platform = usePlainSimulator();

const PARAMETERS = OPERATIONS.obsResultCodes;
const ROUTE = 'queryOBSResultCode';
const ROWS = 480;
const PAGES = 10;

function makeRows(count: number, from = 0) {
	return Array.from({ length: count }, (_, index) => ({
		obsCode: String(10_000 + from + index),
		obsCodeDesc: `Result ${from + index}`,
	}));
}

/** The codes of the platform's list as it is now. */
function listed(): string[] {
	return platform.simulator.data.obsResultCodes.map(({ obsCode }) => obsCode);
}

async function readAll() {
	const { rows, error } = await run(platform.simulator, { parameters: PARAMETERS });
	expect(error).toBeUndefined();
	const codes = rows.map(({ obsCode }) => obsCode);
	expect(new Set(codes).size).toBe(codes.length);
	return codes;
}

function pagesRead(): number {
	return platform.simulator.stats.countsByRoute[ROUTE] ?? 0;
}

beforeEach(() => {
	platform.simulator.data.obsResultCodes = makeRows(ROWS);
});

describe.each([2, 5, PAGES])('a list that changes at page %i', (page) => {
	it('by growing to more pages is read to its new end', async () => {
		const { data } = platform.simulator;
		atRequest(platform.simulator, ROUTE, page, () => {
			data.obsResultCodes = [...data.obsResultCodes, ...makeRows(120, ROWS)];
		});
		expect(await readAll()).toEqual(listed());
		expect(listed()).toHaveLength(ROWS + 120);
	});

	it('by shrinking is read as it is now', async () => {
		const { data } = platform.simulator;
		atRequest(platform.simulator, ROUTE, page, () => {
			data.obsResultCodes = data.obsResultCodes.slice(0, 130);
		});
		expect(await readAll()).toEqual(listed());
		expect(pagesRead()).toBeLessThanOrEqual(2 * PAGES);
	});

	it('by a new first row, which slides the others on, is read whole', async () => {
		const { data } = platform.simulator;
		atRequest(platform.simulator, ROUTE, page, () => {
			data.obsResultCodes = [...makeRows(1, 90_000), ...data.obsResultCodes];
		});
		expect([...(await readAll())].sort()).toEqual([...listed()].sort());
	});

	it('by losing its first row, which slides the others back, is read whole', async () => {
		const { data } = platform.simulator;
		atRequest(platform.simulator, ROUTE, page, () => {
			data.obsResultCodes = data.obsResultCodes.slice(1);
		});
		expect(await readAll()).toEqual(listed());
	});

	it('by becoming empty has no rows', async () => {
		const { data } = platform.simulator;
		atRequest(platform.simulator, ROUTE, page, () => {
			data.obsResultCodes = [];
		});
		expect(await readAll()).toEqual([]);
	});

	it('by one page that comes empty too early is read whole', async () => {
		const body = { resultCode: '0200000', obsCodes: [], totalCount: ROWS };
		platform.simulator.faults = [{ kind: 'json', status: 200, route: ROUTE, skip: page - 1, body }];
		expect(await readAll()).toEqual(listed());
	});
});

describe('a list that never agrees with its total ends', () => {
	async function failing(body: object) {
		platform.simulator.faults = [{ kind: 'json', status: 200, route: ROUTE, times: 0, body }];
		const result = await lookUp(platform.simulator, 1, { parameters: PARAMETERS });
		expect(result.items).toHaveLength(1);
		return messagesOf(result);
	}

	const answer = { resultCode: '0200000', obsCodes: makeRows(50) };

	it('with an error when the same page comes again and again', async () => {
		expect(await failing({ ...answer, totalCount: 1000 })).toEqual([
			'Only 50 of 1000 OBS result codes could be read',
		]);
		expect(pagesRead()).toBeLessThan(100);
	});

	it('with an error when its pages are empty', async () => {
		expect(await failing({ ...answer, obsCodes: [], totalCount: 1000 })).toEqual([
			'Only 0 of 1000 OBS result codes could be read',
		]);
		expect(pagesRead()).toBeLessThan(100);
	});

	it('with every row once when it has more than it says', async () => {
		const body = { ...answer, totalCount: 20 };
		platform.simulator.faults = [{ kind: 'json', status: 200, route: ROUTE, times: 0, body }];
		expect(await readAll()).toHaveLength(50);
		expect(pagesRead()).toBeLessThan(10);
	});

	it('although its total grows with each answer', async () => {
		const { simulator } = platform;
		let total = 100;
		atEachRequest(simulator, ROUTE, () => {
			total += 50;
			return { kind: 'json', status: 200, body: { ...answer, totalCount: total } };
		});
		const result = await lookUp(simulator, 1, { parameters: PARAMETERS });
		expect(messagesOf(result)).toEqual([
			expect.stringMatching(/^Only 50 of \d+ OBS result codes could be read$/),
		]);
		expect(pagesRead()).toBeLessThan(300);
	});
});

describe('a limit', () => {
	it.each([
		[1, 1],
		[50, 1],
		[51, 2],
		[120, 3],
		[ROWS + 100, PAGES],
	])('of %i rows reads %i pages', async (limit, pages) => {
		const parameters = { ...PARAMETERS, returnAll: false, limit };
		const { rows } = await run(platform.simulator, { parameters });
		expect(rows.map(({ obsCode }) => obsCode)).toEqual(listed().slice(0, limit));
		expect(pagesRead()).toBe(pages);
	});
});
