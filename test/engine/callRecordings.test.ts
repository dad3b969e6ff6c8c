/** Recordings of calls: fetched from the storage, at an address that the API Fabric gives out. */
import './faults/time';
import {
	sleep,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
} from 'n8n-workflow';

import type { Fault, RecordedRequest } from '../../simulator';
import { recordingOf } from '../../simulator/fabric/shared/storage';
import {
	answerWith,
	credentialsFor,
	errorIn,
	PAIRED,
	requestsOf,
	runnerFor,
	useSimulator,
} from './fixtures';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const ROUTE = 'getRecordingAddress';
const KNOWN = '1700000000000000001';

function get(parameters: INodeParameters = {}): INodeParameters {
	return { ...parametersOf('call/getRecording'), ...parameters };
}

/** What the storage was asked for. */
function atStorage(): RecordedRequest[] {
	return holder.simulator.requests.filter(({ service }) => service === 'storage');
}

/** The bytes of a recording as the storage has them. */
function recording(callSerialNo: unknown): Buffer {
	const call = holder.simulator.data.madeCalls.find((one) => one.callSerialNo === callSerialNo);
	if (!call) throw new Error(`There is no call ${String(callSerialNo)}`);
	return recordingOf(call);
}

function bytesIn(item: INodeExecutionData | undefined, field = 'data'): Buffer {
	return Buffer.from(item?.binary?.[field]?.data ?? '', 'base64');
}

/** Makes the storage fail. */
function failStorage(...faults: Fault[]): void {
	holder.simulator.faults = faults.map((fault) => ({ service: 'storage', ...fault }));
}

describe('a recording of a call', () => {
	it('comes byte by byte, with name and MIME type, beside the item it belongs to', async () => {
		const numbers = [KNOWN, '1700000000000000999', '1700000000000000003'];
		const result = await run(get({ callSerialNo: '={{ $json.number }}' }), {
			items: numbers.map((number) => ({ number })),
			onError: 'continueRegularOutput',
		});
		const [one, none, other] = result.items;
		expect(one).toMatchObject({
			json: { callSerialNo: KNOWN },
			binary: { data: { fileName: `${KNOWN}.wav`, mimeType: 'audio/wav', fileExtension: 'wav' } },
			pairedItem: PAIRED,
		});
		expect(errorIn(none)).toMatchObject({ outcome: 'refused', code: '5' });
		expect(other).toMatchObject({ pairedItem: { item: 2 } });
		for (const item of [one, other]) {
			expect(bytesIn(item)).toEqual(recording(item?.json.callSerialNo));
		}
	});

	it('is asked for at the storage alone, without token, key or tenant', async () => {
		const { huaweiAiccTokenApi } = credentialsFor(holder.simulator);
		const { appKey, appSecret, tenantSpaceId } = holder.simulator.account;
		const credentials = { huaweiAiccTokenApi: { ...huaweiAiccTokenApi, tenantSpaceId } };
		await run(get(), { credentials });
		const [request, ...others] = atStorage();
		expect(others).toEqual([]);
		const names = Object.keys(request?.headers ?? {});
		expect(names.filter((name) => /auth|app-key|tenant|cookie/i.test(name))).toEqual([]);
		const sent = JSON.stringify([request?.headers, request?.query, request?.body]);
		for (const secret of [appKey, appSecret, tenantSpaceId]) expect(sent).not.toContain(secret);
	});

	it('goes where the user wants it', async () => {
		const { items } = await run(get({ binaryPropertyName: 'sound' }));
		expect(bytesIn(items[0], 'sound')).toEqual(recording(KNOWN));
	});

	it('is only named by its address when it is not to be fetched', async () => {
		const { items } = await run(get({ download: false }));
		expect(items).toEqual([
			{
				json: {
					callSerialNo: KNOWN,
					url: expect.stringContaining(`${holder.simulator.storageUrl}/recordings/${KNOWN}.wav?`),
				},
				pairedItem: PAIRED,
			},
		]);
		expect(atStorage()).toEqual([]);
	});

	it('is fetched from a host for which the credential may not be used: no key goes there', async () => {
		const { huaweiAiccTokenApi } = credentialsFor(holder.simulator);
		const limits = { allowedHttpRequestDomains: 'domains', allowedDomains: '127.0.0.1' };
		const credentials = { huaweiAiccTokenApi: { ...huaweiAiccTokenApi, ...limits } };
		holder.simulator.storageUrl = holder.simulator.storageUrl.replace('127.0.0.1', 'localhost');
		const { items } = await run(get(), { credentials });
		holder.simulator.storageUrl = holder.simulator.storageUrl.replace('localhost', '127.0.0.1');
		expect(bytesIn(items[0])).toEqual(recording(KNOWN));
	});

	it('takes the places at the storage that the credential allows, and no more', async () => {
		holder.simulator.behaviour.delayMs = 20;
		const items = Array.from({ length: 40 }, () => ({}));
		const { rows, error } = await run(get(), { items });
		expect([rows.length, error]).toEqual([40, undefined]);
		expect(holder.simulator.stats.services.storage.maxInFlight).toBe(10);
	});

	it('has its address asked for when its turn is near, not while many others are fetched', async () => {
		const { simulator } = holder;
		failStorage({ kind: 'delay', delayMs: 60_000, times: 0 });
		const parameters = get({ requestOptions: { timeout: 90_000 } });
		const { items } = await run(parameters, { items: Array.from({ length: 150 }, () => ({})) });
		expect(items.filter(({ binary }) => binary)).toHaveLength(150);
		// With all of them at once the last ones would wait longer than their addresses are valid.
		expect(requestsOf(simulator, ROUTE)).toHaveLength(150);
		expect(atStorage().map(({ status }) => status)).toEqual(items.map(() => 200));
	});

	it.each(['{}', '{"url":""}', '{"url":"file:///etc/passwd"}', '{"url":"recordings/1.wav"}'])(
		'is not looked for at %s',
		async (result) => {
			answerWith(holder.simulator, ROUTE, `{"retCode":"0","result":${result}}`);
			const { error } = await run(get());
			expect(error?.message).toContain('the answer has no address of a recording');
			expect(atStorage()).toEqual([]);
		},
	);
});

const HALF: Array<[string, Fault]> = [
	['is cut halfway', { kind: 'cut', when: 'midBody' }],
	['stops halfway', { kind: 'hang', when: 'midBody' }],
	['is cut before it comes', { kind: 'cut' }],
	['finds the storage busy', { kind: 'html', status: 503 }],
	[
		'comes too late for its address',
		{ kind: 'raw', status: 403, contentType: 'application/xml', body: '<Code>AccessDenied</Code>' },
	],
];

describe.each(HALF)('a recording that %s', (_, fault) => {
	it('is begun again with a new address, and comes whole', async () => {
		failStorage({ times: 2, ...fault });
		const { items, error } = await run(get());
		expect(error).toBeUndefined();
		expect(bytesIn(items[0])).toEqual(recording(KNOWN));
		const signatures = atStorage().map(({ query }) => query.Signature);
		expect(new Set(signatures).size).toBe(3);
		expect(requestsOf(holder.simulator, ROUTE)).toHaveLength(3);
	});

	it('is never given out short', async () => {
		failStorage({ times: 0, ...fault });
		const { items } = await run(get(), { onError: 'continueRegularOutput' });
		expect(items).toHaveLength(1);
		expect(items[0]?.binary).toBeUndefined();
		expect(errorIn(items[0])).toMatchObject({
			message: expect.stringMatching(/; tried 5 times, each with a new address \[item 0\]$/),
			outcome: 'failed',
		});
		expect(atStorage()).toHaveLength(5);
	});
});

describe('what the storage has in place of a recording', () => {
	const WORDS: Array<[string, Fault, IDataObject]> = [
		[
			'no such file',
			{ kind: 'raw', status: 404, contentType: 'application/xml', body: '<Code>NoSuchKey</Code>' },
			{ message: expect.stringContaining('the storage said HTTP 404 (NoSuchKey)') },
		],
		[
			'a page',
			{ kind: 'html', status: 200 },
			{ message: expect.stringContaining('the storage gave a text, not a file') },
		],
		[
			'another address',
			{ kind: 'raw', status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } },
			{
				message: expect.stringContaining('the storage leads on to another address (HTTP 302)'),
				description: expect.stringContaining('Redirects are not followed'),
			},
		],
		[
			'nothing',
			{ kind: 'raw', status: 200, contentType: 'audio/wav', body: '' },
			{ message: expect.stringContaining('the file has nothing in it') },
		],
	];

	it.each(WORDS)('is an error, and is not asked for again: %s', async (_, fault, expected) => {
		failStorage({ times: 0, ...fault });
		const { items, stored } = await run(get(), { onError: 'continueRegularOutput' });
		expect(items[0]?.binary).toBeUndefined();
		expect(errorIn(items[0])).toMatchObject({ ...expected, outcome: 'failed' });
		const [request, ...others] = atStorage();
		expect(others).toEqual([]);
		// Whoever has the address has the file.
		expect(stored).not.toContain(request?.query.Signature);
	});

	it('is told without the address, whatever the words of the storage repeat', async () => {
		const body = '<Code>SignatureDoesNotMatch</Code><StringToSign>my-secret</StringToSign>';
		failStorage({ kind: 'raw', status: 403, contentType: 'application/xml', body, times: 0 });
		const { items, stored } = await run(get(), { onError: 'continueRegularOutput' });
		expect(errorIn(items[0])?.message).toContain('HTTP 403 (SignatureDoesNotMatch)');
		expect(stored).not.toContain('my-secret');
	});
});

it('a recording is cut off when the execution is cancelled', async () => {
	const { simulator } = holder;
	failStorage({ kind: 'hang', when: 'midBody', times: 0 });
	let cancel = () => {};
	const running = run(get(), {
		items: [{}, {}],
		onStarted: (stop) => {
			cancel = stop;
		},
	});
	// By then both files are on their way.
	await sleep(2000);
	expect(simulator.stats.services.storage.inFlight).toBe(2);
	const cancelledAt = Date.now();
	cancel();
	await running;
	// Without that they would be given up after a minute.
	expect(Date.now() - cancelledAt).toBeLessThan(10_000);
	await sleep(1000);
	expect(simulator.stats.services.storage.inFlight).toBe(0);
	expect(atStorage()).toHaveLength(2);
});
