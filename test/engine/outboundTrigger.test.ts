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
	it('gives one item for each result, as the platform wrote it', async () => {
		const receiver = await receiving();
		const second = { ...RESULT, callId: '1772353800-1002', callStatus: 6, newField: { a: [1] } };
		expect(await receiver.push([RESULT, second])).toEqual({
			status: 200,
			body: SUCCESS,
			contentType: 'application/json; charset=utf-8',
		});
		expect(receiver.executions).toEqual([[RESULT, second]]);
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
		expect(receiver.executions).toEqual([[RESULT]]);
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
		['[{"callId":"1"},null]', 'Entry 2 of the array is not an object'],
		['[{"callId":"1"},[]]', 'Entry 2 of the array is not an object'],
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

	it('that is broken is refused at once, however long it is', async () => {
		const receiver = await receiving();
		const begin = Date.now();
		const broken = `[1234567890123456789,"${'\\"'.repeat(500_000)}`;
		expect(await receiver.push(broken)).toMatchObject({ status: 400 });
		expect(Date.now() - begin).toBeLessThan(1000);
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
		['', ['a', 'b', 'c', 'd']],
		['1302100000000000001', ['a', 'b']],
		[' 1302100000000000001,\n7 ', ['a', 'b', 'c']],
		['={{ ["1302100000000000001", 7] }}', ['a', 'b', 'c']],
		['={{ [] }}', ['a', 'b', 'c', 'd']],
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

	it.each([
		[{ campaignIds: '={{ {} }}' }, 'Campaign IDs is neither text nor a number'],
		[{ campaignIds: '={{ [1302100000000000001] }}' }, /^Campaign IDs came as a number/],
		[{ onlyFailed: '={{ "yes" }}' }, 'Only Failed is neither true nor false'],
		[{ ignoreRepeats: '={{ "yes" }}' }, 'Ignore Repeats is neither true nor false'],
	])('%j are refused by name, and the result is not lost', async (options, message) => {
		const receiver = await receiving({ options });
		expect(await receiver.push([RESULT])).toMatchObject({ status: 500 });
		expect(receiver.error).toMatchObject({
			name: 'NodeOperationError',
			message: typeof message === 'string' ? message : (expect.stringMatching(message) as unknown),
			description: expect.stringMatching(/\S/) as unknown,
		});
		receiver.parameters = {};
		await receiver.push([RESULT]);
		expect(receiver.executions).toEqual([[RESULT]]);
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

	it.each([undefined, null, '', {}, false])('cannot be one with %j as call id', async (callId) => {
		const receiver = await receiving();
		await receiver.push(results(callId, callId));
		await receiver.push(results(callId));
		expect(receiver.executions.map((items) => items.length)).toEqual([2, 1]);
	});

	it.each([{ campaignId: '7' }, { vdnId: 2 }])('is none with another %j', async (other) => {
		const receiver = await receiving();
		await receiver.push([RESULT, { ...RESULT, ...other }]);
		expect(receiver.executions).toEqual([[RESULT, { ...RESULT, ...other }]]);
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
		expect(receiver.executions).toEqual([[{ ...RESULT, callStatus: 6 }]]);
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

	it.each(['', 'x', 7, null, {}])('is noticed after %j was in the store', async (calls) => {
		const receiver = await receiving();
		receiver.stored = JSON.stringify({ 'node:Results': { calls } });
		await receiver.push(results('a'));
		await receiver.push(results('a'));
		receiver.restart();
		await receiver.push(results('a'));
		expect(callIdsOf(receiver)).toEqual([['a']]);
	});
});

describe('what is remembered', () => {
	const MAX_CALLS = 5000;

	it('is 17 bytes for each of the newest 5000 calls, however long their ids are', async () => {
		const receiver = await receiving();
		const long = 'x'.repeat(500);
		await receiver.push(results(...Array.from(Array(6000).keys(), (index) => long + index)));
		const stored = JSON.parse(receiver.stored) as Record<string, IDataObject>;
		expect(String(stored['node:Results']?.calls)).toHaveLength(17 * MAX_CALLS);
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
		await at(1_800_000_002, [...Array(MAX_CALLS - 1).keys()]);
		receiver.stored = older;
		await at(1_800_000_003, ['newest']);
		receiver.restart();
		await at(1_800_000_004, ['newest', 0, MAX_CALLS - 2]);
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

	it('is kept in the process for the 100 nodes that were pushed to last, and stored for all', async () => {
		const receiver = await receiving();
		const { workflowId } = receiver;
		const pushTo = async (id: string, callId: string, stored = '{}') => {
			Object.assign(receiver, { workflowId: id, stored });
			const { length } = receiver.executions;
			await receiver.push(results(callId));
			return receiver.executions.length > length;
		};
		const pushToOthers = async (name: string, count: number) => {
			for (let index = 0; index < count; index++) await pushTo(`${name} ${index}`, 'a');
		};
		await pushTo(workflowId, 'a');
		await pushToOthers('another', 99);
		await pushTo(workflowId, 'b');
		const { stored } = receiver;
		await pushToOthers('yet another', 99);
		expect(await pushTo(workflowId, 'a')).toBe(false);
		await pushToOthers('one more', 1);
		expect(await pushTo(workflowId, 'a', stored)).toBe(false);
		expect(await pushTo(workflowId, 'a')).toBe(true);
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
		[{}, 'results'],
		[{ secret: '' }, 'results'],
		[{ secret: 'a-B_9' }, 'results/a-B_9'],
		[{ secret: 'x'.repeat(64) }, `results/${'x'.repeat(64)}`],
	])('%j is the end of the path', async (parameters, path) => {
		const receiver = await receiving(parameters);
		await receiver.activate();
		expect(receiver.path).toBe(path);
	});

	it.each([' ', 'a b', ' a', 'a/b', 'a?b', 'a#b', ':a', '..', 'ü', 'a\n', 'x'.repeat(65)])(
		'%j is refused before the first push',
		async (secret) => {
			const receiver = await receiving({ secret });
			await expect(receiver.activate()).rejects.toMatchObject({
				name: 'NodeOperationError',
				message: 'Secret must be at most 64 letters, digits, - and _',
			});
		},
	);
});
