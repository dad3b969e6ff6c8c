import './time';
import type { Fault } from '../../../simulator';
import { errorIn, OPERATIONS } from '../fixtures';
import { lookUp, messagesOf, rememberedHosts, usePlainSimulator } from './faults';

const platform = usePlainSimulator();

/** Words of JavaScript's own errors, which would mean that nobody expected the answer. */
const ACCIDENT =
	/TypeError|RangeError|undefined|Cannot |is not a function|is not iterable|Invalid array|\[object|NaN/;

const ROUTES: Array<[route: string, operation: keyof typeof OPERATIONS]> = [
	['queryAccessCodeList', 'accessCodes'],
	['queryOBSResultCode', 'obsResultCodes'],
	['queryOBSResults', 'externalResults'],
	['queryObsResultDetail', 'externalResult'],
	['getCalledInfo', 'calledDevice'],
	['queryfaultyuser', 'faultCheck'],
];

/** What comes in place of an answer, and what the error says of it. */
const NO_ANSWERS: Array<[name: string, fault: Fault, shown: RegExp]> = [
	['HTML', { kind: 'html', status: 200, body: '<html><b>Log in</b></html>' }, /an HTML page/],
	['nothing', { kind: 'raw', body: '' }, /an empty text/],
	['blanks', { kind: 'raw', body: ' \n ' }, /an empty text/],
	['cut JSON', { kind: 'raw', body: '{"returnCode":"0","data":{"tot' }, /not complete JSON/],
	['text', { kind: 'raw', body: 'OK', contentType: 'text/plain' }, /not complete JSON/],
	['null', { kind: 'json', status: 200, body: null }, /with null/],
	['a list', { kind: 'json', status: 200, body: [{ returnCode: '0' }] }, /a list/],
	['a text in JSON', { kind: 'json', status: 200, body: 'success' }, /a string/],
	['a number', { kind: 'json', status: 200, body: 0 }, /a number/],
	['an empty object', { kind: 'json', status: 200, body: {} }, /no result code/],
	['HTTP 204', { kind: 'raw', status: 204, body: '' }, /an empty text/],
];

/** Values of a result code that no document knows. */
const CODES = [true, {}, [], null, '', ' ', ['0'], { code: '0' }];

function codesOf(code: unknown): Record<string, unknown> {
	return { returnCode: code, resultCode: code, retCode: code };
}

describe.each(ROUTES)('%s', (route, operation) => {
	const parameters = OPERATIONS[operation];

	it.each(NO_ANSWERS)('answered with %s is an error', async (_name, fault, shown) => {
		const { simulator } = platform;
		simulator.faults = [{ ...fault, route, times: 0 }];
		const result = await lookUp(simulator, 1, { parameters });
		expect(result.items).toHaveLength(1);
		const error = errorIn(result.items[0]);
		expect(messagesOf(result)).toEqual([expect.stringMatching(shown)]);
		expect(error?.message).toMatch(/: http:\/\/127\.0\.0\.1:\d+\/\S+ answered with/);
		expect(error?.message).not.toMatch(ACCIDENT);
		expect(error?.description).toContain('What came: ');
		expect(rememberedHosts()).toBe(0);
	});

	it.each(CODES)('with the result code %j is an error', async (code) => {
		const { simulator } = platform;
		simulator.faults = [{ kind: 'json', status: 200, route, times: 0, body: codesOf(code) }];
		const [message, ...more] = messagesOf(await lookUp(simulator, 1, { parameters }));
		expect(message).toMatch(/answered with no result code$/);
		expect(more).toEqual([]);
	});

	it('with a long page shows the beginning of it', async () => {
		const { simulator } = platform;
		const body = `<html>${'x'.repeat(100_000)}</html>`;
		simulator.faults = [{ kind: 'html', status: 200, body, route, times: 0 }];
		const { items } = await lookUp(simulator, 1, { parameters });
		expect(errorIn(items[0])?.description?.length).toBeLessThan(500);
		expect(errorIn(items[0])?.description).toContain('<html>xxx');
	});
});

describe('a list', () => {
	const obsAnswer = (changes: object) => ({
		...codesOf('0200000'),
		obsCodes: [{ obsCode: '1' }],
		totalCount: 1,
		...changes,
	});
	const accessAnswer = (data: unknown) => ({ returnCode: '0', data });

	const obsShapes: Array<[name: string, changes: object]> = [
		...['many', -1, 1.5, null, {}, [], true, '', '-2', '1e3', '0x10'].map(
			(totalCount): [string, object] => [
				`a total of ${JSON.stringify(totalCount)}`,
				{ totalCount },
			],
		),
		...['rows', 5, true, {}, [null], [5], ['row'], [[]]].map((obsCodes): [string, object] => [
			`rows of ${JSON.stringify(obsCodes)}`,
			{ obsCodes },
		]),
	];

	it.each(obsShapes)('with %s is an error', async (_name, changes) => {
		const { simulator } = platform;
		const body = obsAnswer(changes);
		simulator.faults = [{ kind: 'json', status: 200, route: 'queryOBSResultCode', times: 0, body }];
		const result = await lookUp(simulator, 1, { parameters: OPERATIONS.obsResultCodes });
		const [message, ...more] = messagesOf(result);
		expect(message).toMatch(/^Could not get the OBS result codes: the answer has no /);
		expect(message).not.toMatch(ACCIDENT);
		expect(more).toEqual([]);
		expect(result.items).toHaveLength(1);
	});

	const accessShapes = [
		null,
		5,
		'data',
		{},
		{ total: 1 },
		{ total: 'x', calledRouteList: [] },
		{ total: 2, calledRouteList: {} },
		{ total: 2, calledRouteList: [5] },
		[5],
		[null],
	];

	it.each(accessShapes)('of access codes in %j is an error', async (data) => {
		const { simulator } = platform;
		const body = accessAnswer(data);
		simulator.faults = [
			{ kind: 'json', status: 200, route: 'queryAccessCodeList', times: 0, body },
		];
		const result = await lookUp(simulator, 1, { parameters: OPERATIONS.accessCodes });
		const [message, ...more] = messagesOf(result);
		expect(message).toMatch(/access codes/);
		expect(message).not.toMatch(ACCIDENT);
		expect(more).toEqual([]);
		expect(result.items).toHaveLength(1);
	});

	it.each(['9007199254740993', 9e15, 1e15, 1_000_000_000, '4294967296'])(
		'that claims %p rows and has two is an error after few requests',
		async (totalCount) => {
			const { simulator } = platform;
			const body = JSON.stringify(obsAnswer({ totalCount: '#' })).replace(
				'"#"',
				String(totalCount),
			);
			simulator.faults = [{ kind: 'raw', route: 'queryOBSResultCode', times: 0, body }];
			const result = await lookUp(simulator, 1, { parameters: OPERATIONS.obsResultCodes });
			const [message] = messagesOf(result);
			expect(message).toMatch(/^Only 1 of \d+ OBS result codes could be read|has no total/);
			expect(message).not.toMatch(ACCIDENT);
			expect(simulator.stats.countsByRoute.queryOBSResultCode).toBeLessThan(300);
		},
	);
});

describe('a single answer', () => {
	it.each([null, 5, 'x', [], undefined])('with the result %j is an error', async (result) => {
		const { simulator } = platform;
		const bodies: Array<[string, keyof typeof OPERATIONS, object]> = [
			['getCalledInfo', 'calledDevice', { retCode: '0', retMsg: 'ok', result }],
			['queryObsResultDetail', 'externalResult', { ...codesOf('0200000'), obResult: result }],
		];
		for (const [route, operation, body] of bodies) {
			simulator.faults = [{ kind: 'json', status: 200, route, times: 0, body }];
			const { rows, items } = await lookUp(simulator, 1, { parameters: OPERATIONS[operation] });
			expect(rows).toHaveLength(1);
			expect(errorIn(items[0])?.message).toMatch(/^Could not get .*: the answer has no /);
		}
	});

	it.each([5, 'x', {}, [5], [null]])('of SmartCare with data %j is an error', async (data) => {
		const { simulator } = platform;
		const body = { returnCode: 0, description: 'ok', data };
		simulator.faults = [{ kind: 'json', status: 200, route: 'queryfaultyuser', times: 0, body }];
		const messages = messagesOf(await lookUp(simulator, 1, { parameters: OPERATIONS.faultCheck }));
		expect(messages).toEqual([
			expect.stringMatching(/^Could not check the subscriber: the answer has no /),
		]);
	});

	it('keeps every digit of a number', async () => {
		const { simulator } = platform;
		const body =
			'{"retCode":0,"retMsg":"ok","result":{"devType":1,"called":1234567890123456789,"skillId":9007199254740993}}';
		simulator.faults = [{ kind: 'raw', route: 'getCalledInfo', times: 0, body }];
		const { rows } = await lookUp(simulator, 1);
		expect(rows).toMatchObject([{ called: '1234567890123456789', skillId: '9007199254740993' }]);
	});
});
