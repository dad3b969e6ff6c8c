/** Recordings: files that are told from JSON by their content type. */
import './faults/time';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../simulator';
import {
	credentialsFor,
	errorIn,
	PAIRED,
	requestsOf,
	runnerFor,
	useNewPlatforms,
	useSimulator,
} from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);
const newPlatform = useNewPlatforms();

const ROUTE = 'downloadRecord';
const ONE = '1700000000000-100001';
const SEVERAL = '1700000000000-100002';
const NONE = '1700000000000-100003';

function by(parameters: INodeParameters): INodeParameters {
	return { resource: 'recording', operation: 'download', ...parameters };
}

function filesOf(callId: string): Buffer[] {
	const found = holder.simulator.data.recordings.find((one) => one.callId === callId);
	return Object.values(found?.files ?? {});
}

/** The bytes in a field, as n8n keeps them in memory. */
function bytesIn(item: INodeExecutionData | undefined, field = 'data'): Buffer {
	return Buffer.from(item?.binary?.[field]?.data ?? '', 'base64');
}

describe('a recording', () => {
	it('comes byte by byte, with name and MIME type, beside the item it belongs to', async () => {
		const items = [{ callId: ONE }, { callId: NONE }, { callId: SEVERAL }];
		const result = await run(by({ callId: '={{ $json.callId }}' }), { items });
		expect(result.error).toBeUndefined();
		const [one, none, several] = result.items;
		expect(bytesIn(one)).toEqual(filesOf(ONE)[0]);
		expect(one).toMatchObject({
			json: { callId: ONE, found: true },
			binary: { data: { fileName: `${ONE}.wav`, mimeType: 'audio/wav', fileExtension: 'wav' } },
			pairedItem: PAIRED,
		});
		expect(none).toEqual({ json: { callId: NONE, found: false }, pairedItem: { item: 1 } });
		expect(several).toMatchObject({
			binary: { data: { fileName: `${SEVERAL}.zip`, mimeType: 'application/zip' } },
			pairedItem: { item: 2 },
		});
		for (const file of filesOf(SEVERAL)) expect(bytesIn(several).includes(file)).toBe(true);
	});

	it('is found by its name, with slashes or backslashes, and goes where the user wants it', async () => {
		const { items } = await run(
			by({
				fileName: 'X:\\40\\0\\20231114\\103\\80000003.V3',
				binaryPropertyName: 'sound',
				options: { ccId: 7 },
			}),
		);
		const fileName = 'X:/40/0/20231114/103/80000003.V3';
		const [request] = requestsOf(holder.simulator, ROUTE);
		expect(JSON.parse(request?.body ?? '')).toEqual({
			request: { version: '2.0' },
			msgBody: { fileName, ccId: '7' },
		});
		expect(items).toMatchObject([
			{ json: { fileName, found: true }, binary: { sound: { fileName: '80000003.wav' } } },
		]);
		expect(bytesIn(items[0], 'sound')).toEqual(filesOf(SEVERAL)[1]);
	});

	it.each([
		['the call centre of the credential', { ccId: 12 }, '12'],
		['1 where the credential has none', { ccId: '' }, '1'],
	])('is asked for with %s', async (_, changes, ccId) => {
		const { huaweiAiccAkSkApi } = credentialsFor(holder.simulator);
		await run(by({ callId: ONE }), {
			credentials: { huaweiAiccAkSkApi: { ...huaweiAiccAkSkApi, ...changes } },
		});
		const [request] = requestsOf(holder.simulator, ROUTE);
		expect(JSON.parse(request?.body ?? '')).toMatchObject({ msgBody: { ccId } });
	});

	it.each<[INodeParameters, RegExp]>([
		[{}, /^Call ID is empty, and File Name too/],
		[{ callId: ONE, fileName: 'X:/1.V3' }, /^Call ID and File Name exclude each other/],
		[{ callId: `${ONE}-123456` }, /^Call ID has \d+ characters/],
		[{ callId: ONE, binaryPropertyName: '={{ "" }}' }, /^Put Output File in Field is empty/],
		[{ callId: ONE, options: { ccId: 70_000 } }, /^CC ID is not a whole number/],
	])('is not asked for with %j', async (parameters, words) => {
		const { error } = await run(by(parameters));
		expect(error?.message).toMatch(words);
		expect(holder.simulator.requests).toEqual([]);
	});

	it('is not asked for with a call centre in the credential that is none', async () => {
		const { huaweiAiccAkSkApi } = credentialsFor(holder.simulator);
		const credentials = { huaweiAiccAkSkApi: { ...huaweiAiccAkSkApi, ccId: 'one' } };
		const { error } = await run(by({ callId: ONE }), { credentials });
		expect(error?.message).toMatch(/^The credential's CC ID is not a whole number/);
		expect(holder.simulator.requests).toEqual([]);
	});
});

describe('what comes in place of a recording', () => {
	async function errorAfter(fault: Fault) {
		holder.simulator.faults = [{ route: ROUTE, times: 0, ...fault }];
		const { items } = await run(by({ callId: ONE }), { onError: 'continueRegularOutput' });
		expect(items).toMatchObject([{ json: {}, pairedItem: PAIRED }]);
		expect(items[0]?.binary).toBeUndefined();
		return errorIn(items[0]);
	}

	it('is an error by its code, whatever the HTTP status says', async () => {
		expect(await errorAfter({ kind: 'code', code: '0300010' })).toMatchObject({
			message: expect.stringContaining('date inside'),
			outcome: 'refused',
			code: '0300010',
		});
		expect(requestsOf(holder.simulator, ROUTE)).toHaveLength(1);
	});

	it.each(['0', '0100000'])(
		'is none when the service says %s and gives none',
		async (resultCode) => {
			const body = { resultCode, resultDesc: 'success' };
			expect(await errorAfter({ kind: 'json', body })).toMatchObject({
				message: expect.stringContaining('the answer has no file'),
			});
		},
	);

	it.each([
		['text/html; charset=utf-8', '<html><body>Welcome</body></html>', 'an HTML page'],
		['text/plain', 'RIFF', 'not complete JSON'],
		['application/json', '{"resultCode":', 'not complete JSON'],
	])('is no file with the content type %s', async (contentType, body, words) => {
		expect(await errorAfter({ kind: 'raw', contentType, body })).toMatchObject({
			message: expect.stringContaining(words),
		});
	});

	it('is no file with a status of failure', async () => {
		const fault: Fault = {
			kind: 'raw',
			status: 404,
			contentType: 'application/octet-stream',
			body: 'RIFF',
		};
		expect(await errorAfter(fault)).toMatchObject({ httpStatus: 404 });
	});
});

describe('another address than the Base URL', () => {
	it('is where recordings are asked for, with a signature for it', async () => {
		const [isales, ccfs] = [await newPlatform(), await newPlatform()];
		const { huaweiAiccAkSkApi } = credentialsFor(isales);
		const credentials = {
			huaweiAiccAkSkApi: { ...huaweiAiccAkSkApi, ccfsBaseUrl: `${ccfs.isalesUrl}/ ` },
		};
		const { rows, error } = await run(by({ callId: ONE }), { credentials });
		expect([rows, error]).toEqual([[{ callId: ONE, found: true }], undefined]);
		expect([isales.requests.length, ccfs.requests.length]).toEqual([0, 1]);
	});

	it('is named when it is none, and does not disturb what does not need it', async () => {
		const { huaweiAiccAkSkApi } = credentialsFor(holder.simulator);
		const credentials = {
			huaweiAiccAkSkApi: { ...huaweiAiccAkSkApi, ccfsBaseUrl: 'https://ccfs.example/path' },
		};
		const { error } = await run(by({ callId: ONE }), { credentials });
		expect(error?.message).toMatch(/^The credential's CC-FS Base URL is not a usable address/);
		expect(holder.simulator.requests).toEqual([]);
		const codes = await run({ resource: 'obsResultCode', operation: 'getAll' }, { credentials });
		expect(codes.error).toBeUndefined();
	});
});
