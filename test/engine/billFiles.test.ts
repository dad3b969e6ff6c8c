/** Files that are made on request: from the question to the file that the platform names. */
import { skipTime } from './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { until } from '../../scripts/lib/until';
import {
	answerWith,
	bodiesOf,
	credentialsFor,
	errorIn,
	requestsOf,
	runnerFor,
	useSimulator,
} from './fixtures';
import { listen } from './listener';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const DAY = { beginTime: '2023-11-14T00:00:00', endTime: '2023-11-14' };
const CALLBACK = 'https://n8n.example/webhook/callbacks';
const CALL = '1700000000000-100001';

/** An operation with its fields, by its resource. */
function asking(resource: string, operation: string, fields: INodeParameters): INodeParameters {
	return { resource, operation, ...fields };
}

const bill = (fields: INodeParameters = {}) =>
	asking('callBill', 'request', { ...DAY, dataType: 'call', callBackURL: CALLBACK, ...fields });
const operations = (fields: INodeParameters = {}) =>
	asking('agentOperationFile', 'request', { ...DAY, callBackURL: CALLBACK, ...fields });
const url = (fields: INodeParameters = {}) =>
	asking('recording', 'getUrl', { ...DAY, callId: CALL, ...fields });

function credentialsIn(timeZone: string) {
	const { huaweiAiccAkSkApi } = credentialsFor(holder.simulator);
	return { huaweiAiccAkSkApi: { ...huaweiAiccAkSkApi, timeZone } };
}

describe.each([
	['Call Bill File: Request', 'queryBillData', bill],
	['Agent Operation File: Request', 'queryAgentOprInfoData', operations],
	['Recording: Get URL', 'getRecordFileUrlFromObs', url],
] as const)('%s', (_, route, parameters) => {
	it("sends times by the tenant's clock, and a day as the whole of it", async () => {
		await run(parameters({ beginTime: '2023-11-14T00:00:00Z' }), {
			credentials: credentialsIn('Asia/Shanghai'),
		});
		const [body] = bodiesOf(holder.simulator, route) as IDataObject[];
		expect(body?.msgBody ?? body).toMatchObject({
			beginTime: '2023-11-14 08:00:00',
			endTime: '2023-11-14 23:59:59',
		});
	});

	it.each<[INodeParameters, RegExp]>([
		[{ endTime: '2023-11-13T23:00:00' }, /^End Time is before the beginning/],
		[{ endTime: '2023-11-17T00:00:01' }, /^End Time is more than 3 days after Begin Time/],
		[{ beginTime: '={{ "" }}' }, /^Begin Time is empty/],
		[{ beginTime: 'yesterday' }, /^Begin Time is not a date and time/],
	])('sends nothing with %j', async (changed, words) => {
		const { error } = await run(parameters(changed));
		expect(error?.message).toMatch(words);
		expect(holder.simulator.requests).toEqual([]);
	});

	it('takes three days to the second', async () => {
		const { error } = await run(parameters({ endTime: '2023-11-17T00:00:00' }));
		expect(error).toBeUndefined();
	});

	// The clocks of Berlin go back on 29 October 2023 and forward on 26 March.
	it.each([
		['2023-10-28T00:00:00', '2023-10-31T00:00:00', undefined],
		['2023-10-28', '2023-10-30', undefined],
		['2023-03-25T00:00:00', '2023-03-28T01:00:00', /^End Time is more than 3 days/],
		['2023-10-29T02:30:00+02:00', '2023-10-29T02:10:00+01:00', /^End Time is before/],
	])('counts days as the clock shows them: %s to %s', async (beginTime, endTime, words) => {
		const credentials = credentialsIn('Europe/Berlin');
		const { error } = await run(parameters({ beginTime, endTime }), { credentials });
		if (words) expect(error?.message).toMatch(words);
		else expect(error).toBeUndefined();
	});
});

describe.each([
	['queryBillData', bill],
	['queryAgentOprInfoData', operations],
] as const)('a request to %s', (route, parameters) => {
	it('is not repeated when nobody knows whether it was taken', async () => {
		holder.simulator.faults = [{ kind: 'cut', route, when: 'after' }];
		const { items } = await run(parameters(), { onError: 'continueRegularOutput' });
		expect(errorIn(items[0])).toMatchObject({ outcome: 'unknown' });
		expect(requestsOf(holder.simulator, route)).toHaveLength(1);
	});

	it.each(['ftp://n8n.example', 'n8n.example/webhook', 'https://'])(
		'is not sent with the callback URL %p',
		async (callBackURL) => {
			const { error } = await run(parameters({ callBackURL }));
			expect(error?.message).toMatch(/^Callback URL is not an address/);
			expect(holder.simulator.requests).toEqual([]);
		},
	);
});

describe('Call Bill File', () => {
	it('is uncertain when the answer names no request', async () => {
		answerWith(holder.simulator, 'queryBillData', '{"resultCode":"0","resultData":{}}');
		const { items } = await run(bill(), { onError: 'continueRegularOutput' });
		expect(errorIn(items[0])).toMatchObject({ outcome: 'unknown' });
	});

	it('is there once the platform has named it, and not before', async () => {
		const { behaviour } = holder.simulator;
		behaviour.fileReadyMs = 500;
		const listener = await listen();
		try {
			const { items } = await run(bill({ callBackURL: listener.url, dataType: 'call_record' }));
			const { responseId } = items[0]?.json ?? {};
			const name = holder.simulator.data.requestedFiles.at(-1)?.name ?? '';
			const download = asking('callBill', 'download', { billFileName: name });
			expect((await run(download)).items).toMatchObject([
				{ json: { billFileName: name, found: false } },
			]);
			await until('the file is named', () => listener.bodies.length > 0);
			// What the platform pushes comes by the real clock.
			skipTime(behaviour.fileReadyMs);
			const { msgBody } = JSON.parse(listener.bodies[0] ?? '') as { msgBody: IDataObject };
			expect(msgBody).toEqual({ responseId, billFileName: name });
			const [item] = (await run(download)).items;
			expect(item).toMatchObject({
				json: { billFileName: name, found: true },
				binary: { data: { mimeType: 'application/zip', fileName: name } },
			});
			const zip = Buffer.from(item?.binary?.data?.data ?? '', 'base64');
			expect(zip).toEqual(holder.simulator.data.requestedFiles.at(-1)?.content);
			expect(zip.toString('latin1')).toContain(CALL);
		} finally {
			await listener.stop();
		}
	});
});

describe('Recording: Download File', () => {
	it('sends the name as it came, and says when there is none', async () => {
		const fileName = '/1/1/record/40/20231114/101/a\\b c.wav';
		const { items } = await run(asking('recording', 'downloadFile', { fileName }));
		expect(items).toMatchObject([{ json: { fileName, found: false } }]);
		expect(bodiesOf(holder.simulator, 'downloadRecordFile')).toEqual([
			{ request: { version: '2.0' }, msgBody: { fileName } },
		]);
	});
});

describe('the address of a recording', () => {
	it('gives the recording, without keys', async () => {
		const [item] = (await run(url())).items;
		const response = await fetch(String(item?.json.url));
		const [file] = Object.values(holder.simulator.data.recordings[0]?.files ?? {});
		expect(Buffer.from(await response.arrayBuffer())).toEqual(file);
	});

	it.each(['""', '[]', '{}'])('is missing where the answer has nothing there: %s', async (none) => {
		const body = `{"resultCode":"0","resultData":{"url":${none}}}`;
		answerWith(holder.simulator, 'getRecordFileUrlFromObs', body);
		const { error } = await run(url());
		expect(error?.message).toContain('no address of the recording');
	});

	it('is not there for a call without a recording', async () => {
		const { items } = await run(url({ callId: '1700000000000-100003' }));
		expect(items).toMatchObject([{ json: { callId: '1700000000000-100003', found: false } }]);
	});
});
