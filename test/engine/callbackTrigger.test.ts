import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Receiver } from './receiver';

const SUCCESS = { retCode: '0', retMsg: 'success' };

/** A result as the vendor's page has it. */
const RESULT = {
	campaignId: '1302100000000000001',
	sessionId: 'order-4711',
	called: '8613800000000',
	callTimeStr: '2026-03-01 08:30:00',
	callStatus: 5,
	failCode: '4',
	vdnId: 1,
	callId: '1772353800-1001',
	customField: '客户 A',
	recordPath: '',
};

/** Results that differ in their call ids. */
const results = (...callIds: unknown[]) => callIds.map((callId) => ({ ...RESULT, callId }));

/** Results as they come out: with the words for their status. */
function named(...pushed: IDataObject[]): IDataObject[] {
	const words: Record<string, string> = { 5: 'failed', 6: 'successful' };
	return pushed.map((result) => ({
		...result,
		callStatusName: words[String(result.callStatus)] ?? null,
	}));
}

const started: Receiver[] = [];

async function receiving(parameters: INodeParameters = {}): Promise<Receiver> {
	const receiver = await new Receiver(parameters).start();
	started.push(receiver);
	return receiver;
}

afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(started.splice(0).map(async (receiver) => await receiver.stop()));
});

/** The call ids of each execution. */
function callIdsOf({ executions }: Receiver): unknown[][] {
	return executions.map((items) => items.map(({ callId }) => callId));
}

describe('a push', () => {
	it('gives one item for each result, as the platform wrote it, and the name of its status', async () => {
		const receiver = await receiving();
		const second = { ...RESULT, callId: '1772353800-1002', callStatus: 6, newField: { a: [1] } };
		expect(await receiver.push([RESULT, second])).toEqual({
			status: 200,
			body: SUCCESS,
			contentType: 'application/json; charset=utf-8',
		});
		expect(receiver.executions).toEqual([named(RESULT, second)]);
	});

	it('keeps every digit of ids and numbers that come as numbers', async () => {
		const receiver = await receiving();
		await receiver.push(
			'[{"campaignId":1302,"sessionId":12345678901234567890,"called":8613800000000,"callId":9007199254740993,"failCode":4,"resultCode":7,"customField":1,"callStatus":5,"vdnId":1}]',
		);
		expect(receiver.executions).toEqual([
			[
				{
					campaignId: '1302',
					sessionId: '12345678901234567890',
					called: '8613800000000',
					callId: '9007199254740993',
					failCode: '4',
					resultCode: '7',
					customField: '1',
					callStatus: 5,
					callStatusName: 'failed',
					vdnId: 1,
				},
			],
		]);
	});

	it('may have a byte order mark and white space around it', async () => {
		const receiver = await receiving();
		expect(await receiver.push(`\ufeff\r\n${JSON.stringify([RESULT])}\n`)).toMatchObject({
			status: 200,
		});
		expect(receiver.executions).toEqual([named(RESULT)]);
	});

	it('without results is answered, and starts nothing', async () => {
		const receiver = await receiving();
		expect(await receiver.push([])).toMatchObject({ status: 200, body: SUCCESS });
		expect(receiver.executions).toEqual([]);
	});

	it.each([
		['', 'The body is empty'],
		[' \n', 'The body is empty'],
		['hello', 'The body is not JSON'],
		['[{"callId":"1"}', 'The body is not JSON'],
		['<results/>', 'The body is not JSON'],
		['{}', 'The body is not an array'],
		[JSON.stringify(RESULT), 'The body is not an array'],
		['"text"', 'The body is not an array'],
		['null', 'The body is not an array'],
		['1', 'The body is not an array'],
		['["1"]', 'Entry 1 of the array is not an object'],
		['[null,[],7]', 'Entry 1 of the array is not an object'],
	])('is refused when it is %j', async (body, fault) => {
		const receiver = await receiving();
		const retMsg = `${fault}. Expected is a JSON array of call result objects`;
		expect(await receiver.push(body)).toEqual({
			status: 400,
			body: { retCode: '400', retMsg },
			contentType: 'application/json; charset=utf-8',
		});
		expect(receiver.executions).toEqual([]);
		expect(receiver.warnings).toEqual([`Results refused a push: ${retMsg}`]);
	});

	it('that is right in part starts the workflow with what is right, and the log has the rest', async () => {
		const receiver = await receiving();
		const second = { ...RESULT, callId: '1772353800-1002' };
		const body = [RESULT, null, 'text', second, [RESULT], 7, true, 8];
		expect(await receiver.push(body)).toMatchObject({ status: 200, body: SUCCESS });
		expect(receiver.executions).toEqual([named(RESULT, second)]);
		expect(receiver.warnings).toEqual([
			'Results left out 6 of 8 entries of a push that are no objects: entry 2 is null, entry 3 is a text, entry 5 is a list, entry 6 is a number, entry 7 is true, …',
		]);
	});

	it.each([{}, { callId: '1' }, { called: '13600000001' }, { unknown: [{}] }])(
		'gives the entry %j as it is, whatever is missing',
		async (entry) => {
			const receiver = await receiving();
			expect(await receiver.push([entry])).toMatchObject({ status: 200, body: SUCCESS });
			expect(receiver.executions).toEqual([named(entry as IDataObject)]);
			expect(receiver.warnings).toEqual([]);
		},
	);

	it('with fields that are no texts does not spoil the results beside them', async () => {
		const receiver = await receiving({ options: { onlyFailed: true, campaignIds: '13021' } });
		const own = { campaignId: '13021', callStatus: 5, callId: '1' };
		const odd = [
			{ campaignId: { toString: 1 }, callStatus: '5' },
			{ campaignId: '13021', callStatus: { toString: 1 } },
		];
		expect(await receiver.push([...odd, own])).toMatchObject({ status: 200, body: SUCCESS });
		expect(receiver.executions.flat().map(({ callId }) => callId)).toEqual(['1']);
	});

	it('with a status that is a word of JavaScript gives no name for it', async () => {
		const receiver = await receiving();
		await receiver.push([{ callStatus: 'constructor' }]);
		expect(receiver.executions.flat()).toEqual([
			{ callStatus: 'constructor', callStatusName: null },
		]);
	});

	it('that is broken is refused at once, however long it is', async () => {
		const receiver = await receiving();
		const begin = Date.now();
		const broken = `[1234567890123456789,"${'\\"'.repeat(500_000)}`;
		expect(await receiver.push(broken)).toMatchObject({ status: 400 });
		// Looked at anew from each of its characters it would take many minutes.
		expect(Date.now() - begin).toBeLessThan(10_000);
	});

	it('of thousands of results is one execution', async () => {
		const receiver = await receiving();
		const many = results(...Array(3000).keys());
		expect(await receiver.push(many)).toMatchObject({ status: 200 });
		expect(receiver.executions.map((items) => items.length)).toEqual([3000]);
	});
});

describe('options', () => {
	it.each([
		[{}, ['a', 'b', 'c', 'd']],
		[{ onlyFailed: false }, ['a', 'b', 'c', 'd']],
		[{ onlyFailed: true }, ['a', 'b']],
		[{ onlyFailed: '={{ "true" }}' }, ['a', 'b']],
	])('%j let through %j', async (options, callIds) => {
		const receiver = await receiving({ options });
		await receiver.push([
			{ callId: 'a', callStatus: 5 },
			{ callId: 'b', callStatus: '5' },
			{ callId: 'c', callStatus: 6 },
			{ callId: 'd' },
		]);
		expect(callIdsOf(receiver)).toEqual([callIds]);
	});

	it.each([
		['1302100000000000001', ['a', 'b']],
		[' 1302100000000000001,\n7 ', ['a', 'b', 'c']],
		['={{ ["1302100000000000001", 7] }}', ['a', 'b', 'c']],
	])('Campaign IDs %j let through %j', async (campaignIds, callIds) => {
		const receiver = await receiving({ options: { campaignIds } });
		await receiver.push(
			'[{"callId":"a","campaignId":"1302100000000000001"},{"callId":"b","campaignId":1302100000000000001},{"callId":"c","campaignId":7},{"callId":"d"}]',
		);
		expect(callIdsOf(receiver)).toEqual([callIds]);
	});

	it('that let nothing through start nothing', async () => {
		const receiver = await receiving({ options: { onlyFailed: true, campaignIds: '7' } });
		expect(await receiver.push([RESULT])).toMatchObject({ status: 200, body: SUCCESS });
		expect(receiver.executions).toEqual([]);
		expect(receiver.stored).toBe('{}');
	});

	it('that leave results out say so in the log, in one line for a push', async () => {
		const receiver = await receiving({ options: { campaignIds: RESULT.campaignId } });
		await receiver.push(results('a', 'b'));
		expect(receiver.notes).toEqual([]);
		await receiver.push([...results('a', 'c'), { ...RESULT, campaignId: '7' }]);
		expect(receiver.notes).toEqual([
			'Results took 1 of 3 pushed results: 1 left out by Campaign IDs or Only Failed, 1 pushed before',
		]);
	});

	const WRONG: Array<[IDataObject, RegExp]> = [
		[{ campaignIds: '' }, /^Campaign IDs is empty/],
		[{ campaignIds: '={{ [] }}' }, /^Campaign IDs is empty/],
		[{ campaignIds: '={{ {} }}' }, /^Campaign IDs .*neither text nor a number/],
		[{ campaignIds: '={{ [1302100000000000001] }}' }, /^Campaign IDs .*came as a number/],
		[{ campaignIds: 'Spring offer' }, /^Campaign IDs has the letter [Sx] in it: /],
		[{ campaignIds: `${RESULT.campaignId}, Spring` }, /^Campaign IDs has the letter [Sx] in it: /],
		[{ campaignIds: '={{ ["7", "x7"] }}' }, /^Campaign IDs has the letter [Sx] in it: /],
		[{ onlyFailed: '={{ "yes" }}' }, /^Only Failed .*neither true nor false/],
		[{ ignoreRepeats: '={{ "yes" }}' }, /^Ignore Repeats .*neither true nor false/],
		[
			{ ignoreRepeats: '={{ [] }}', onlyFailed: '={{ 7 }}' },
			/^Only Failed .*neither true nor false/,
		],
	];

	it.each(WRONG)(
		'%j are refused by name when the workflow is published',
		async (options, message) => {
			const receiver = await receiving({ options } as INodeParameters);
			await expect(receiver.activate()).rejects.toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringMatching(message) as unknown,
				description: expect.stringMatching(/\S/) as unknown,
			});
		},
	);

	it('that are right do not keep the workflow from being published', async () => {
		const campaignIds = `${RESULT.campaignId}，7\n8`;
		const options = { campaignIds, ignoreRepeats: '={{ "false" }}', onlyFailed: true };
		await (await receiving({ options })).activate();
		await (await receiving()).activate();
	});

	it.each(WRONG)('%j are refused by name, and the result is not lost', async (options, message) => {
		const receiver = await receiving({ options } as INodeParameters);
		expect(await receiver.push([RESULT])).toMatchObject({ status: 500 });
		expect(receiver.error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(message) as unknown,
			description: expect.stringMatching(/\S/) as unknown,
		});
		receiver.parameters = {};
		await receiver.push([RESULT]);
		expect(receiver.executions).toEqual([named(RESULT)]);
	});
});

describe('a repeat', () => {
	it('is answered, and dropped', async () => {
		const receiver = await receiving();
		for (const push of [['a'], ['a', 'b', 'b'], ['a', 'b']]) {
			expect(await receiver.push(results(...push))).toMatchObject({ status: 200, body: SUCCESS });
		}
		expect(callIdsOf(receiver)).toEqual([['a'], ['b']]);
	});

	it('is known by its digits, be they text or number', async () => {
		const receiver = await receiving();
		await receiver.push('[{"callId":9007199254740993},{"callId":"9007199254740993"}]');
		await receiver.push('[{"callId":9007199254740992}]');
		expect(callIdsOf(receiver)).toEqual([['9007199254740993'], ['9007199254740992']]);
	});

	it.each([undefined, null, '', '0', {}, false])(
		'is known by all that it says, with %j as call id too',
		async (callId) => {
			const receiver = await receiving();
			const push = ['1', '2', '3'].map((called) => ({ ...RESULT, callId, called }));
			await receiver.push([...push, push[0]]);
			await receiver.push([push[1], { ...RESULT, callId, called: '4' }]);
			const called = receiver.executions.map((items) => items.map((item) => item.called));
			expect(called).toEqual([['1', '2', '3'], ['4']]);
		},
	);

	it.each([
		{ campaignId: '7' },
		{ vdnId: 2 },
		{ callStatus: 6 },
		{ called: '8613800000001' },
		{ callTimeStr: '2026-03-01 08:30:01' },
		{ recordPath: 'https://rec.example/1.wav?Expires=1' },
		{ failCode: null },
		{ newField: { a: [1] } },
	])('is none with another %j', async (other) => {
		const receiver = await receiving();
		const changed = { ...RESULT, ...other };
		await receiver.push([RESULT, changed]);
		expect(receiver.executions).toEqual([named(RESULT, changed)]);
		await receiver.push([changed, RESULT]);
		expect(receiver.executions).toHaveLength(1);
	});

	it('is one when only the signature of the recording is another', async () => {
		const receiver = await receiving();
		const signed = (path: string) => ({ ...RESULT, recordPath: `https://rec.example/${path}` });
		await receiver.push(named(signed('1.wav?Expires=1&Signature=a')));
		await receiver.push([signed('1.wav?Expires=2&Signature=b'), signed('1.wav')]);
		await receiver.push(named(signed('2.wav?Expires=1&Signature=a')));
		expect(receiver.executions).toEqual([
			named(signed('1.wav?Expires=1&Signature=a')),
			named(signed('2.wav?Expires=1&Signature=a')),
		]);
	});

	it('is one whatever the order of its fields, and numbers written as text', async () => {
		const receiver = await receiving();
		const one = { callId: '1', callStatus: 5, vdnId: 1, note: null, extra: { a: 1, b: ['x', 2] } };
		const other = { extra: { b: ['x', '2'], a: '1' }, vdnId: '1', callStatus: '5', callId: 1 };
		await receiver.push([one, other]);
		await receiver.push([other]);
		expect(receiver.executions).toEqual([named(one)]);
		await receiver.push([{ ...one, extra: { a: 1, b: [2, 'x'] } }]);
		expect(receiver.executions).toHaveLength(2);
	});

	it('comes through when it is asked for', async () => {
		const receiver = await receiving({ options: { ignoreRepeats: false } });
		await receiver.push(results('a', 'a'));
		await receiver.push(results('a'));
		expect(callIdsOf(receiver)).toEqual([['a', 'a'], ['a']]);
		expect(receiver.stored).toBe('{}');
	});

	it('is none of a result that was filtered out', async () => {
		const receiver = await receiving({ options: { onlyFailed: true } });
		await receiver.push([{ ...RESULT, callStatus: 6 }]);
		receiver.parameters = {};
		await receiver.push([{ ...RESULT, callStatus: 6 }]);
		expect(receiver.executions).toEqual([named({ ...RESULT, callStatus: 6 })]);
	});

	it('is noticed among pushes at the same time, none of which sees what the others store', async () => {
		const receiver = await receiving();
		await receiver.pushTogether([results('a'), results('a', 'b'), results('b'), results('c')]);
		expect(callIdsOf(receiver).flat().sort()).toEqual(['a', 'b', 'c']);
		receiver.restart();
		await receiver.push(results('a', 'b', 'c'));
		expect(receiver.executions).toHaveLength(3);
	});

	it('is noticed after a restart', async () => {
		const receiver = await receiving();
		await receiver.push(results('a'));
		receiver.restart();
		await receiver.push(results('a', 'b'));
		receiver.restart();
		await receiver.push(results('a', 'b'));
		expect(callIdsOf(receiver)).toEqual([['a'], ['b']]);
	});

	it('is noticed although an execution stored older data, and stored again', async () => {
		const receiver = await receiving();
		await receiver.push(results('a'));
		const older = receiver.stored;
		await receiver.push(results('b'));
		receiver.stored = older;
		await receiver.push(results('a', 'b', 'c'));
		receiver.restart();
		await receiver.push(results('a', 'b', 'c'));
		expect(callIdsOf(receiver)).toEqual([['a'], ['b'], ['c']]);
	});

	it.each(['', 'x', 7, null, {}])('is noticed after %j was in the store', async (stored) => {
		const receiver = await receiving();
		receiver.stored = JSON.stringify({ 'node:Results': { results: stored } });
		await receiver.push(results('a'));
		await receiver.push(results('a'));
		receiver.restart();
		await receiver.push(results('a'));
		expect(callIdsOf(receiver)).toEqual([['a']]);
	});
});

const MAX_STORED = 5000;

describe('a repeat that comes to another process', () => {
	async function receivingIn(processes: number): Promise<Receiver> {
		const receiver = await receiving();
		receiver.restart(processes);
		return receiver;
	}

	it('is dropped by what is stored', async () => {
		const receiver = await receivingIn(2);
		await receiver.push(results('a'), 0);
		await receiver.push(results('a', 'b'), 1);
		await receiver.push(results('b'), 0);
		expect(callIdsOf(receiver)).toEqual([['a'], ['b']]);
	});

	it('is not noticed at the same moment: it starts the workflow once in each', async () => {
		const receiver = await receivingIn(2);
		await receiver.pushTogether([results('a'), results('a')], [0, 1]);
		expect(callIdsOf(receiver)).toEqual([['a'], ['a']]);
		for (const process of [0, 1]) await receiver.push(results('a'), process);
		expect(receiver.executions).toHaveLength(2);
	});

	it.each([
		['another result', results('c')],
		['a repeat', []],
	])('is dropped although overwritten, once each has had %s', async (_what, next) => {
		const receiver = await receivingIn(2);
		const [first, second] = [results('a'), results('b')];
		await receiver.pushTogether([first, second], [0, 1]);
		await receiver.push([...first, ...next], 0);
		await receiver.push([...second, ...next], 1);
		const { length } = receiver.executions;
		receiver.restart();
		await receiver.push([...first, ...second, ...next]);
		expect(receiver.executions).toHaveLength(length);
	});

	it('is dropped when so many came since that it is stored no more', async () => {
		const receiver = await receivingIn(2);
		await receiver.push(results('a'), 0);
		await receiver.push(results('b'), 1);
		await receiver.push(results(...Array(MAX_STORED).keys()), 0);
		await receiver.push(results('c'), 1);
		await receiver.push(results('a', 'b'), 1);
		expect(receiver.executions).toHaveLength(4);
	});

	it('stores nothing when all is stored', async () => {
		const receiver = await receivingIn(2);
		await receiver.push(results('a', 'b'), 0);
		await receiver.push(results('b'), 1);
		await receiver.push(results('a'), 0);
		expect(receiver.stores).toBe(1);
	});
});

describe('what is remembered', () => {
	const now = () => Math.floor(Date.now() / 1000);

	it('is stored in 17 bytes for each of the newest 5000 results, however long they are', async () => {
		const receiver = await receiving();
		const long = 'x'.repeat(500);
		await receiver.push(results(...Array.from(Array(6000).keys(), (index) => long + index)));
		const stored = JSON.parse(receiver.stored) as Record<string, IDataObject>;
		expect(String(stored['node:Results']?.results)).toHaveLength(17 * MAX_STORED);
	});

	it('is the newest calls, over all pushes', async () => {
		const receiver = await receiving();
		const clock = jest.spyOn(Date, 'now');
		const at = async (second: number, callIds: unknown[]) => {
			clock.mockReturnValue(second * 1000);
			await receiver.push(results(...callIds));
		};
		await at(1_800_000_001, ['old', 'kept']);
		const older = receiver.stored;
		await at(1_800_000_002, [...Array(MAX_STORED - 1).keys()]);
		receiver.stored = older;
		await at(1_800_000_003, ['newest']);
		receiver.restart();
		await at(1_800_000_004, ['newest', 0, MAX_STORED - 2]);
		await at(1_800_000_005, ['old']);
		expect(callIdsOf(receiver).slice(2)).toEqual([['newest'], ['old']]);
	});

	it('is kept apart for each workflow', async () => {
		const receiver = await receiving();
		await receiver.push(results('a'));
		receiver.workflowId = 'another';
		receiver.stored = '{}';
		await receiver.push(results('a'));
		expect(callIdsOf(receiver)).toEqual([['a'], ['a']]);
	});

	it('is every result of the last hour, far more than are stored', async () => {
		const receiver = await receiving();
		const begin = now();
		const clock = jest.spyOn(Date, 'now');
		const push = async (minute: number, callIds: unknown[]) => {
			clock.mockReturnValue((begin + minute * 60) * 1000);
			await receiver.push(results(...callIds));
		};
		await push(0, ['first']);
		for (let minute = 0; minute < 60; minute++) {
			await push(
				minute,
				Array.from({ length: 200 }, (_, index) => `${minute}-${index}`),
			);
		}
		await push(60, ['first', '0-0', '59-199']);
		expect(receiver.executions).toHaveLength(61);
		// What is not among the newest, and older than an hour, is forgotten.
		await push(62, ['first', '58-0']);
		expect(callIdsOf(receiver).slice(61)).toEqual([['first']]);
	});

	it('is a push as long as n8n takes, whole and at once', async () => {
		const receiver = await receiving();
		const large = JSON.stringify(results(...Array(18_000).keys()));
		await receiver.push(large);
		const begin = performance.now();
		await receiver.push(large);
		expect(performance.now() - begin).toBeLessThan(20_000);
		expect(receiver.executions.map((items) => items.length)).toEqual([18_000]);
	});
});

describe('the manual test', () => {
	it('neither asks nor tells what was pushed before', async () => {
		const receiver = await receiving();
		receiver.mode = 'manual';
		await receiver.push(results('a', 'a'));
		await receiver.push(results('a'));
		expect(receiver.stored).toBe('{}');
		receiver.mode = 'webhook';
		await receiver.push(results('a'));
		receiver.mode = 'manual';
		await receiver.push(results('a'));
		expect(callIdsOf(receiver)).toEqual([['a'], ['a'], ['a'], ['a']]);
	});
});

describe('the secret', () => {
	it.each([
		[{}, 'callbacks'],
		[{ secret: '' }, 'callbacks'],
		[{ secret: 'a-B_9' }, 'callbacks/a-B_9'],
		[{ secret: 'x'.repeat(64) }, `callbacks/${'x'.repeat(64)}`],
		[{ secret: 4711 }, 'callbacks/4711'],
	])('%j is the end of the path', async (parameters, path) => {
		const receiver = await receiving(parameters);
		await receiver.activate();
		expect(receiver.path).toBe(path);
	});

	it.each([
		' ',
		'a b',
		' a',
		'a/b',
		'a?b',
		'a#b',
		':a',
		'..',
		'ü',
		'a\n',
		'x'.repeat(65),
		true,
		{},
		['a'],
	])('%j is refused when the workflow is published', async (secret) => {
		const receiver = await receiving({ secret });
		await expect(receiver.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'Secret must be at most 64 letters, digits, - and _',
		});
	});
});
