/** What each code of the vendor's pages must say to a user. */
import './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { endpointFiles } from '../contract/endpointFiles';
import { seeds, shown as wordsOf } from '../unit/guards/seedTables';
import { errorIn, OPERATIONS, runnerFor, shown, useSimulator, type ItemError } from './fixtures';
import { everyOperation } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

/** Runs an operation against interfaces that give one answer only, and gives the item's error. */
async function errorOf(
	parameters: INodeParameters,
	answer: IDataObject,
	status = 200,
): Promise<Required<ItemError>> {
	holder.simulator.faults = endpointFiles.map(({ name }) => ({
		kind: 'json',
		route: name,
		body: answer,
		status,
		times: 0,
	}));
	const { items } = await run(parameters, { onError: 'continueRegularOutput' });
	expect(items).toEqual([
		{
			json: { error: expect.objectContaining({ message: expect.stringMatching(/ \[item 0\]$/) }) },
			pairedItem: { item: 0 },
		},
	]);
	return errorIn(items[0]) as Required<ItemError>;
}

/** Advice is a sentence or more. */
const ADVICE = /^[A-Z1].{8,}[.)]$/s;

describe('CC-iSales', () => {
	const TABLE = Object.entries(wordsOf(seeds.queryObsResultDetail.codes));
	const operations: Array<[string, INodeParameters]> = [
		['OBS result codes', OPERATIONS.obsResultCodes],
		['external results', OPERATIONS.externalResults],
		['one external result', OPERATIONS.externalResult],
	];

	describe.each(operations)('%s', (_, parameters) => {
		it.each(TABLE)('code %s is told in words', async (code, text) => {
			const own = 'pageNum is not what it should be';
			const answer = { resultCode: code, resultDesc: own, returnCode: code, returnDesc: own };
			const { message, description } = await errorOf(parameters, answer);
			const meaning = code === '0200001' ? '' : `. ${text}`;
			expect(message).toContain(`: ${own}${meaning} (code ${code})`);
			expect(description).toMatch(ADVICE);
		});

		it('an unknown code is told in the words of the service', async () => {
			const answer = { resultCode: '0299999', resultDesc: '系统繁忙' };
			const { message, description } = await errorOf(parameters, answer);
			expect(message).toContain(': 系统繁忙 (code 0299999)');
			expect(description).toMatch(ADVICE);
		});
	});

	it.each(TABLE)('code %s is known without its leading zero, as a number', async (code, text) => {
		const { message } = await errorOf(OPERATIONS.obsResultCodes, { resultCode: Number(code) });
		expect(message).toContain(`: ${text} (code ${code})`);
	});

	it('a code counts that is in the second field only', async () => {
		const answer = { returnCode: '02000006', returnDesc: 'pageNum' };
		const { message } = await errorOf(OPERATIONS.obsResultCodes, answer);
		expect(message).toContain(': pageNum. Incorrect parameter type (code 02000006)');
	});

	it('success counts as a number, too', async () => {
		holder.simulator.faults = [
			{ kind: 'json', body: { resultCode: 200000, totalCount: 0, obsCodes: [] } },
		];
		const { items, error } = await run(OPERATIONS.obsResultCodes);
		expect([items, error]).toEqual([[], undefined]);
	});
});

describe('SmartCare', () => {
	const ANSWERS = ['0', '1'];
	const TABLE = Object.entries(wordsOf(seeds.queryfaultyuser.codes)).filter(
		([code]) => !ANSWERS.includes(code),
	);

	describe.each([
		['as text, as the table says', String],
		['as a number, as the sample says', Number],
	])('%s', (_, write) => {
		it.each(TABLE)('code %s is told in words', async (code, text) => {
			const answer = { returnCode: write(code), description: 'Own words', data: [] };
			const { message, description } = await errorOf(OPERATIONS.faultCheck, answer);
			expect(message).toContain(`: Own words. ${text} (code ${code})`);
			expect(description).toMatch(ADVICE);
		});

		it.each([
			['0', true],
			['1', false],
		])('code %s is an answer', async (code, found) => {
			holder.simulator.faults = [
				{
					kind: 'json',
					route: 'queryfaultyuser',
					body: { returnCode: write(code), data: found ? [{ cause: 'made up' }] : [] },
				},
			];
			const { rows } = await run(OPERATIONS.faultCheck);
			expect(rows).toMatchObject([{ found, returnCode: code, description: '' }]);
		});
	});

	it.each(TABLE)('code %s is told once when the service says the same', async (code, text) => {
		const { rows } = await run(
			{ ...OPERATIONS.faultCheck, msisdn: `66805121${code.padStart(5, '0')}` },
			{ onError: 'continueRegularOutput' },
		);
		expect(rows).toEqual([
			{
				error: expect.objectContaining({
					message: `Could not check the subscriber: ${text} (code ${code}) [item 0]`,
					outcome: 'refused',
					code,
				}),
			},
		]);
	});

	it('an unknown code is told in the words of the service', async () => {
		const answer = { returnCode: 98, description: 'Licence expired.' };
		const { message, description } = await errorOf(OPERATIONS.faultCheck, answer);
		expect(message).toContain(': Licence expired (code 98)');
		expect(description).toMatch(ADVICE);
	});
});

describe('the called device', () => {
	it.each(['1', '2', '3', '6', '04', '-1'])(
		'code %s is told in the words of the service',
		async (retCode) => {
			const { message, description } = await errorOf(OPERATIONS.calledDevice, {
				retCode,
				retMsg: 'System is busy',
			});
			expect(message).toContain(`: System is busy (code ${retCode})`);
			expect(description).toMatch(ADVICE);
		},
	);

	it.each([
		[4, '4'],
		[5, '5'],
	])('code %d is an answer as a number, too', async (code, retCode) => {
		holder.simulator.faults = [
			{ kind: 'json', route: 'getCalledInfo', body: { retCode: code, retMsg: 'x' } },
		];
		const { rows } = await run(OPERATIONS.calledDevice);
		expect(rows).toMatchObject([{ found: false, retCode, retMsg: 'x' }]);
	});
});

describe('access codes', () => {
	it.each(['1', 7, '1000001'])(
		'code %p is told in the words of the service',
		async (returnCode) => {
			const answer = { returnCode, description: '系统异常' };
			const { message, description } = await errorOf(OPERATIONS.accessCodes, answer);
			expect(message).toContain(`: 系统异常 (code ${returnCode})`);
			expect(description).toMatch(ADVICE);
		},
	);
});

describe('an HTTP status', () => {
	/** What it means, and then, after the first full stop, what the pages advise. */
	const TABLE = Object.entries(seeds.status).map(([status, page]): [number, string, string] => {
		const [meaning = '', ...advice] = page.replace(/\.$/, '').split('. ');
		return [Number(status), meaning, advice.join('. ')];
	});

	describe.each(everyOperation)('of %s', (_, parameters) => {
		it.each(TABLE)('%d says what the pages advise', async (status, text, advice) => {
			const error = await errorOf(parameters, { message: 'Own words' }, status);
			expect(error.message).toContain(`HTTP ${status}: Own words. ${text}`);
			expect(error.description).toMatch(ADVICE);
			expect(error.description).toContain(advice);
			expect(error.httpStatus).toBe(status);
		});
	});

	it('that the pages do not know is told as it is', async () => {
		const { message } = await errorOf(OPERATIONS.obsResultCodes, { message: 'Own words' }, 405);
		expect(message).toContain('HTTP 405: Own words');
	});

	it('is shown when it stops the workflow', async () => {
		holder.simulator.faults = [{ kind: 'json', status: 404, body: {}, times: 0 }];
		const { error } = await run(OPERATIONS.obsResultCodes);
		expect(shown(error)).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringContaining('HTTP 404: The requested content is not found'),
			description: expect.stringContaining('Base URL'),
			httpCode: '404',
		});
	});

	it('is not shown as the code of a refusal that comes with HTTP 200', async () => {
		holder.simulator.faults = [{ kind: 'json', body: { resultCode: '0299999' }, times: 0 }];
		const { error } = await run(OPERATIONS.obsResultCodes);
		expect(shown(error)).toMatchObject({ name: 'NodeApiError', httpCode: '0299999' });
	});

	it('is not shown where no answer came', async () => {
		holder.simulator.faults = [{ kind: 'cut', times: 0 }];
		const { error } = await run(OPERATIONS.obsResultCodes);
		expect(shown(error)).toMatchObject({ name: 'NodeApiError', httpCode: null });
	});
});

describe('an answer without sense', () => {
	it.each([
		['an HTML page', '<html><body>Welcome</body></html>', 'an HTML page'],
		['half of it', '{"retCode":"0","resu', 'not complete JSON'],
		['nothing', '', 'an empty text'],
		['a list', '[]', 'a list'],
		['null', 'null', 'null'],
		['no code', '{"retMsg":"ok"}', 'no result code'],
	])('is an error that says so: %s', async (_, body, words) => {
		holder.simulator.faults = [{ kind: 'raw', route: 'getCalledInfo', body }];
		const { error, items } = await run(OPERATIONS.calledDevice);
		expect(items).toEqual([]);
		expect(error?.message).toContain(words);
		expect(shown(error).description).toContain('Base URL');
	});

	it.each<[string, INodeParameters, IDataObject]>([
		['no result of a call', OPERATIONS.calledDevice, { retCode: '0', retMsg: 'ok' }],
		['records that are none', OPERATIONS.faultCheck, { returnCode: 0, data: ['x'] }],
		['no external result', OPERATIONS.externalResult, { resultCode: '0200000' }],
		['no total', OPERATIONS.obsResultCodes, { resultCode: '0200000', obsCodes: [] }],
		['no data', OPERATIONS.accessCodes, { returnCode: '0' }],
		[
			'no rows',
			OPERATIONS.accessCodes,
			{ returnCode: '0', data: { total: 1, calledRouteList: {} } },
		],
	])('is an error that says so: %s', async (_, parameters, answer) => {
		const { message, description } = await errorOf(parameters, answer);
		expect(message).toMatch(/ has no /);
		expect(description).toMatch(ADVICE);
	});
});
