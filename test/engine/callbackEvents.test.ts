/** What the platform pushes besides results: see `callbackTrigger.test.ts` for what all have in common. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { authorization } from '../../aicc/auth/authV2/signature';
import { Receiver } from './receiver';

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

const RET_CODE = { retCode: '0', retMsg: 'success' };
const RESULT_CODE = { resultCode: '0', resultDesc: 'success' };

const started: Receiver[] = [];

async function receiving(event: string, parameters: INodeParameters = {}): Promise<Receiver> {
	const receiver = await new Receiver({ event, ...parameters }).start();
	started.push(receiver);
	return receiver;
}

afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(started.splice(0).map(async (receiver) => await receiver.stop()));
});

const CONNECTED = {
	callSerialNo: '1000000000000000001',
	serviceNo: '1001',
	called: '8613800000000',
	callData: '{"order":"1, 2"}',
};

const RELEASED = {
	...CONNECTED,
	caller: '9000001',
	callerPresent: '9000002',
	createCallTime: '1768469399000',
	alertingTime: 1768469402000,
	talkDuration: 55,
	releaseReason: 5,
};

const NOTIFIED = {
	callSerialNo: '1000000000000000002',
	called: '8613800000001',
	createCallTime: '2026/01/15,09:30:00:000',
	releaseReason: '0',
	signature: 'abc',
	timestamp: '1768469460000',
	nonce: '1',
};

const FILE = {
	request: { version: '2.0' },
	msgBody: { responseId: 'a-b', billFileName: '20260115_ab.zip', accountId: 1001 },
};

/** What comes out of them. */
const ITEMS: Array<[event: string, body: object, item: IDataObject, success: object]> = [
	['callConnected', CONNECTED, CONNECTED, RET_CODE],
	[
		'callReleased',
		RELEASED,
		{
			...CONNECTED,
			callerNumber: '9000001',
			callerPresent: '9000002',
			createCallTime: '1768469399000',
			alertingTime: 1768469402000,
			talkDuration: 55,
			releaseReason: 5,
			releaseReasonName: 'called party did not answer',
		},
		RET_CODE,
	],
	['voiceNotificationReleased', NOTIFIED, NOTIFIED, RET_CODE],
	['fileReady', FILE, { ...FILE.msgBody, accountId: '1001' }, RESULT_CODE],
];

describe.each(ITEMS)('%s', (event, body, item, success) => {
	it('gives one item, and is answered as its page wants', async () => {
		const receiver = await receiving(event);
		expect(await receiver.push(body)).toEqual({
			status: 200,
			body: success,
			contentType: 'application/json; charset=utf-8',
		});
		expect(receiver.executions).toEqual([[item]]);
	});

	it('is dropped when it was pushed before, also over a restart', async () => {
		const receiver = await receiving(event);
		await receiver.push(body);
		expect(await receiver.push(body)).toMatchObject({ status: 200, body: success });
		receiver.restart();
		expect(await receiver.push(body)).toMatchObject({ status: 200, body: success });
		expect(receiver.executions).toHaveLength(1);
		expect(receiver.notes[0]).toMatch(/^Results took 0 of 1 pushed [a-z ]+: 1 pushed before$/);
	});

	it('comes through again when that is asked for', async () => {
		const receiver = await receiving(event, { options: { ignoreRepeats: false } });
		await receiver.push(body);
		await receiver.push(body);
		expect(receiver.executions).toEqual([[item], [item]]);
	});

	it('is another one with another field', async () => {
		const receiver = await receiving(event);
		await receiver.push(body);
		await receiver.push({ ...body, msgBody: { ...FILE.msgBody, responseId: 'c' }, more: 'x' });
		expect(receiver.executions).toHaveLength(2);
	});

	it('keeps fields that nobody knows yet', async () => {
		const receiver = await receiving(event);
		const more = { more: { a: [1] } };
		const isFile = event === 'fileReady';
		await receiver.push(isFile ? { msgBody: { ...FILE.msgBody, ...more } } : { ...body, ...more });
		expect(receiver.executions).toEqual([[expect.objectContaining(more)]]);
	});

	it.each(['', 'hello', '[]', 'null', '"text"', '{callSerialNo', '[{"callSerialNo":"1"}]'])(
		'is refused when it is %j, and starts nothing',
		async (text) => {
			const receiver = await receiving(event);
			const answer = await receiver.push(text, 0, JSON_TYPE);
			expect(answer.status).toBe(400);
			expect(JSON.stringify(answer.body)).toMatch(/"400".*The body is .*\. Expected is a /);
			expect(receiver.executions).toEqual([]);
			expect(receiver.warnings).toEqual([
				expect.stringMatching(/^Results refused a push: The body is /),
			]);
		},
	);

	it('does not ask for the options of results', async () => {
		const options = { campaignIds: '={{ {} }}', onlyFailed: '={{ "yes" }}' };
		const receiver = await receiving(event, { options });
		await receiver.activate();
		expect(await receiver.push(body)).toMatchObject({ status: 200 });
	});
});

it('an event that is none is refused by name', async () => {
	const receiver = await receiving('somethingElse');
	await expect(receiver.activate()).rejects.toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringMatching(/^Trigger On /) as unknown,
	});
	expect(await receiver.push(CONNECTED)).toMatchObject({ status: 500 });
});

describe('a call', () => {
	it('keeps every digit of ids and numbers that come as numbers', async () => {
		const receiver = await receiving('callReleased');
		await receiver.push(
			'{"callSerialNo":1000000000000000001,"called":8613800000000,"caller":9000001,"serviceNo":7}',
		);
		expect(receiver.executions).toEqual([
			[
				{
					callSerialNo: '1000000000000000001',
					called: '8613800000000',
					callerNumber: '9000001',
					serviceNo: '7',
					releaseReasonName: null,
				},
			],
		]);
	});

	it('is the same whatever signature it comes with', async () => {
		const receiver = await receiving('voiceNotificationReleased');
		await receiver.push(NOTIFIED);
		await receiver.push({ ...NOTIFIED, signature: 'def', timestamp: '1768470060000', nonce: '2' });
		await receiver.push({ ...NOTIFIED, releaseReason: '1' });
		expect(receiver.executions).toHaveLength(2);
	});
});

describe("a body in the form of the vendor's sample", () => {
	const PRINTED: Array<[text: string, item: IDataObject]> = [
		[
			'{callSerialNo=1000000000000000001, serviceNo=, called=, callData=}',
			{ callSerialNo: '1000000000000000001', serviceNo: '', called: '', callData: '' },
		],
		['{callSerialNo=1,serviceNo=2,called=3}', { callSerialNo: '1', serviceNo: '2', called: '3' }],
		['\n{callSerialNo=1,\n called=+86 2}\n', { callSerialNo: '1', called: '+86 2' }],
		['{callSerialNo=1, newField=x=y, z}', { callSerialNo: '1', newField: 'x=y, z' }],
		[
			'{called=1, callData={"a":"b, c=1", "called=2": 3}}',
			{ called: '1', callData: '{"a":"b, c=1", "called=2": 3}' },
		],
		[
			'{called=1, callData=order=7, item=8, called=9}',
			{ called: '1', callData: 'order=7, item=8, called=9' },
		],
		[
			'{callData=order=7, item=8, called=9, callSerialNo=1}',
			{ callData: 'order=7, item=8', called: '9', callSerialNo: '1' },
		],
		['{callData=}, }', { callData: '},' }],
	];

	it.each(PRINTED)('%j is understood', async (text, item) => {
		const receiver = await receiving('callConnected');
		expect(await receiver.push(text)).toMatchObject({ status: 200, body: RET_CODE });
		expect(receiver.executions).toEqual([[item]]);
	});

	it.each(['callConnected', 'callReleased', 'voiceNotificationReleased'])(
		'is understood of %s, whatever it says that it is',
		async (event) => {
			const receiver = await receiving(event, {
				options: { binaryData: true, ignoreRepeats: false },
			});
			const types = [
				'application/json',
				'application/json;charset=UTF-8',
				'text/plain',
				'text/html',
			];
			for (const type of [...types, 'application/x-www-form-urlencoded']) {
				const headers = { 'content-type': type };
				const answer = await receiver.push('{callSerialNo=1, called=2}', 0, headers);
				expect([type, answer]).toMatchObject([type, { status: 200 }]);
			}
			expect(receiver.executions).toHaveLength(types.length + 1);
			expect(receiver.executions[0]).toMatchObject([{ callSerialNo: '1', called: '2' }]);
		},
	);

	it('is the same call as JSON that says the same', async () => {
		const receiver = await receiving('callConnected');
		await receiver.push({ callSerialNo: '1', called: '2' });
		await receiver.push('{called=2, callSerialNo=1}');
		expect(receiver.executions).toHaveLength(1);
	});

	it.each([
		'{}x',
		'callSerialNo=1',
		'{=1}',
		'{1=2}',
		'{x, callSerialNo=1}',
		`{${'a,'.repeat(500_000)}}`,
	])('is none when it is %.20j', async (text) => {
		const receiver = await receiving('callConnected');
		const begin = Date.now();
		expect(await receiver.push(text)).toMatchObject({ status: 400 });
		expect(Date.now() - begin).toBeLessThan(10_000);
	});

	it('takes no longer for a field, however many there are', async () => {
		const receiver = await receiving('callConnected');
		/** Milliseconds for a body with so many fields. */
		const timeFor = async (count: number) => {
			const fields = Array.from({ length: count }, (_, index) => `a${index}=`);
			const begin = performance.now();
			expect(await receiver.push(`{${fields.join(', ')}}`)).toMatchObject({ status: 200 });
			return performance.now() - begin;
		};
		await timeFor(1000);
		const few = await timeFor(20_000);
		// With each field compared to all others it would be a hundred times as long.
		expect(await timeFor(200_000)).toBeLessThan(50 * few);
	});

	it('is not understood of results and files', async () => {
		for (const event of ['outboundResult', 'fileReady']) {
			const receiver = await receiving(event);
			expect(await receiver.push('{callSerialNo=1}')).toMatchObject({ status: 400 });
		}
	});
});

describe('a file', () => {
	it.each([
		[{ msgBody: { agentOprInfoFileName: 'a.zip' } }, { agentOprInfoFileName: 'a.zip' }],
		[{ request: {}, msgBody: { unknown: 1 } }, { unknown: 1 }],
		[{ billFileName: 'a.zip' }, { billFileName: 'a.zip' }],
	])('of which %j is pushed gives %j', async (body, item) => {
		const receiver = await receiving('fileReady');
		expect(await receiver.push(body)).toMatchObject({ status: 200 });
		expect(receiver.executions).toEqual([[item]]);
	});
});

describe('the signature of a file', () => {
	const keys = { accessKey: 'AK1', secretKey: 'SK1' };
	const TARGET = '/webhook/a1/callbacks';

	async function verifying(credential = { ...keys }): Promise<Receiver> {
		const receiver = await receiving('fileReady');
		receiver.credential = credential;
		return receiver;
	}

	/** Pushes a file that is signed, to where the platform believes that it pushes. */
	async function pushSigned(
		receiver: Receiver,
		{
			host = new URL(receiver.url).host,
			path = TARGET,
			target = TARGET,
			secret = keys.secretKey,
		} = {},
		changes: { body?: string; headers?: Record<string, string> } = {},
	) {
		const body = JSON.stringify(FILE);
		const headers = { 'content-type': 'application/json', host };
		const query = [...new URL(target, receiver.url).searchParams];
		const request = { method: 'POST', path, query, headers, body };
		const signature = authorization(request, { ...keys, secretKey: secret }, Date.now());
		return await receiver.request(target, {
			method: 'POST',
			body: changes.body ?? body,
			headers: { 'content-type': 'application/json', authorization: signature, ...changes.headers },
		});
	}

	it('that is right starts the workflow', async () => {
		const receiver = await verifying();
		expect(await pushSigned(receiver)).toMatchObject({ status: 200, body: RESULT_CODE });
		expect(await pushSigned(receiver, { target: `${TARGET}?b=1&a=%2F` })).toMatchObject({
			status: 200,
		});
		expect(receiver.executions).toHaveLength(1);
		expect(receiver.warnings).toEqual([]);
	});

	it('may be for the public address of n8n, in front of a proxy', async () => {
		const receiver = await verifying();
		receiver.publicUrl = 'https://n8n.example.com/below/';
		const publicly = { host: 'n8n.example.com' };
		expect(await pushSigned(receiver, publicly)).toMatchObject({ status: 200 });
		const path = `/below/webhook/${receiver.workflowId}/results/callbacks`;
		const shown = new URL(encodeURI(path), 'https://n8n.example.com').pathname;
		expect(await pushSigned(receiver, { ...publicly, path: shown })).toMatchObject({ status: 200 });
		expect(await pushSigned(receiver, { host: 'other' })).toMatchObject({ status: 401 });
	});

	it.each([
		['none', undefined, { headers: { authorization: '' } }, 'It has no auth-v2 signature'],
		['one of somebody else', { secret: 'SK2' }, {}, 'Its signature is wrong'],
		['one of another body', undefined, { body: '{"msgBody":{}}' }, 'Its signature is wrong'],
		['one of another address', { path: '/other' }, {}, 'Its signature is wrong'],
	])('that is %s is answered 401, and starts nothing', async (_what, made, changes, fault) => {
		const receiver = await verifying();
		expect(await pushSigned(receiver, made, changes)).toMatchObject({
			status: 401,
			body: { resultCode: '401', resultDesc: fault },
		});
		expect(receiver.executions).toEqual([]);
		expect(receiver.stored).toBe('{}');
		expect(receiver.warnings).toEqual([`Results refused a push: ${fault}`]);
		expect(await pushSigned(receiver)).toMatchObject({ status: 200 });
	});

	it('is looked at before the body', async () => {
		const receiver = await verifying();
		expect(await pushSigned(receiver, {}, { body: 'text' })).toMatchObject({ status: 401 });
	});

	it('is not looked at without a credential, nor for another event', async () => {
		const receiver = await receiving('fileReady');
		expect(await receiver.push(FILE)).toMatchObject({ status: 200 });
		const other = await receiving('callConnected');
		other.credential = { ...keys };
		expect(await other.push(CONNECTED)).toMatchObject({ status: 200 });
	});

	it('is never taken for right when the credential has no keys', async () => {
		const receiver = await verifying({ accessKey: '', secretKey: '' });
		expect(await pushSigned(receiver)).toMatchObject({ status: 500 });
		expect(receiver.error?.message).toBe('The credential has no Access Key or no Secret Key');
		expect(receiver.executions).toEqual([]);
	});

	it('is checked in the manual test, too', async () => {
		const receiver = await verifying();
		receiver.mode = 'manual';
		expect(await pushSigned(receiver, { secret: 'SK2' })).toMatchObject({ status: 401 });
		expect(await pushSigned(receiver)).toMatchObject({ status: 200 });
	});
});

describe('a GET', () => {
	const EVENTS = [...ITEMS.map(([event]) => event), 'outboundResult'];

	it.each(EVENTS)('of the Test URL gives the editor a sample of %s', async (event) => {
		const receiver = await receiving(event);
		receiver.mode = 'manual';
		expect(await receiver.request('', { method: 'GET' })).toMatchObject({
			status: 200,
			body: { message: 'The editor has a sample now' },
		});
		const [items = []] = receiver.executions;
		expect(items.length).toBeGreaterThan(0);
		expect(receiver.stored).toBe('{}');
	});

	it('gives what a push would', async () => {
		const receiver = await receiving('callReleased');
		receiver.mode = 'manual';
		await receiver.request('', { method: 'GET' });
		expect(receiver.executions).toEqual([
			[
				expect.objectContaining({
					callerNumber: '9000001',
					releaseReason: '0',
					releaseReasonName: 'called party hung up',
				}),
			],
		]);
	});

	it.each(EVENTS)('of the Production URL starts nothing, for %s', async (event) => {
		const receiver = await receiving(event);
		expect(await receiver.request('', { method: 'GET' })).toMatchObject({ status: 405 });
		expect(receiver.executions).toEqual([]);
	});
});

it('n8n refuses broken JSON by itself only where options were written by hand without binaryData', async () => {
	const options = { ignoreRepeats: false };
	const receiver = await receiving('callConnected', { options });
	expect(await receiver.push('{called=1}', 0, JSON_TYPE)).toMatchObject({ status: 422 });
	expect(await receiver.push('{called=1}')).toMatchObject({ status: 200 });
	receiver.parameters = { event: 'callConnected', options: { ...options, binaryData: true } };
	expect(await receiver.push('{called=1}', 0, JSON_TYPE)).toMatchObject({ status: 200 });
});
