import { DateTime } from 'luxon';

import { until } from '../../scripts/lib/until';
import { addDataTableRows, dataTableRows, deleteDataTableRows } from '../../scripts/n8n/data-table';
import { changeSettings } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { callRecords, startSimulator } from '../../simulator';
import { makeZip } from '../../simulator/ccfs/shared/files';
import { dayOf, TODAY, ZONE } from './afternoon';
import { makeDiskFolder } from './diskFolder';
import { pushUntilTaken } from './pushUntilTaken';
import { BUCKET, INDEX, RecordingArchive } from './recordingArchive';
import { startStorage } from './storage';

/** The examples of files: a bill becomes rows, and recordings go into a storage, each once. */
const HOME = 'recording-examples';
const BILL = 'bill-of-the-day.json';
const DAY_MS = 24 * 3_600_000;

type Row = Record<string, unknown>;

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let storage: Awaited<ReturnType<typeof startStorage>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let archive: RecordingArchive;

beforeAll(async () => {
	simulator = await startSimulator({ callsPerDay: 100, timeZone: ZONE });
	// No call ends while the tests look at what there is.
	simulator.behaviour.centreTime = Date.now();
	storage = await startStorage('recording-storage', BUCKET);
	n8n = await startFreshN8n(HOME, simulator);
	archive = await RecordingArchive.setUp(n8n, simulator, storage);
	await changeSettings(n8n.api, idOfBill(), { timeZone: ZONE, days: 1, hourToAsk: 0 });
});

afterAll(async () => {
	await n8n?.stop();
	storage?.stop();
	await simulator?.stop();
});

function idOfBill(): string {
	return n8n.workflowIds[BILL] ?? '';
}

async function start() {
	return await n8n.api.runWorkflow(idOfBill(), 'Start by hand');
}

/** Runs the example of the bill to its good end. */
async function run(): Promise<void> {
	const { status, error } = await start();
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
}

function requestsOf(route: string): number {
	return simulator.requests.filter((request) => request.route === route).length;
}

/** A row without what n8n adds to it. */
function own({ id, createdAt, updatedAt, ...columns }: Row): Row {
	expect([id, createdAt, updatedAt]).not.toContain(undefined);
	return columns;
}

function sorted(rows: Row[]): Row[] {
	return [...rows].sort((a, b) => String(a.callId).localeCompare(String(b.callId)));
}

describe('the example "bill of the day"', () => {
	const REQUESTS = 'Huawei AICC bill requests';
	const CALLS = 'Huawei AICC calls of the day';

	const requests = async () => await dataTableRows(n8n.api, REQUESTS);
	const calls = async () => sorted((await dataTableRows(n8n.api, CALLS)).map(own));

	/** A time of the platform as n8n gives it out, which the bill has in seconds. */
	const time = (at: number) =>
		at > 0 ? new Date(Math.floor(at / 1000) * 1000).toISOString() : null;

	/** The rows of yesterday's calls. */
	function expected(): Row[] {
		const ofYesterday = callRecords(simulator).filter(
			({ begin }) => begin >= TODAY - DAY_MS && begin < TODAY,
		);
		const rows = ofYesterday.map(({ callId, callerNo, calleeNo, callType, parts }): Row => {
			const last = parts[parts.length - 1];
			return {
				callId,
				callerNo,
				calleeNo,
				agentId: last?.deviceType === 2 ? last.deviceNo : '',
				callType: String(callType),
				deviceType: String(last?.deviceType),
				deviceNo: last?.deviceNo,
				waitBegin: time(last?.waitBegin ?? 0),
				callBegin: time(last?.callBegin ?? 0),
				callEnd: time(last?.callEnd ?? 0),
				releaseCause: String(last?.leaveReason),
			};
		});
		return sorted(rows);
	}

	async function untilStored(count = 1): Promise<Row[]> {
		const stored = async () => (await requests()).filter(({ storedAt }) => storedAt);
		await until('the bill is stored', async () => (await stored()).length === count);
		return await stored();
	}

	async function forgetRequests(): Promise<void> {
		for (const { id } of await requests()) await deleteDataTableRows(n8n.api, REQUESTS, { id });
	}

	async function urlOfTrigger(): Promise<string> {
		const { nodes } = await n8n.api.workflow(idOfBill());
		const [webhookId] = nodes.flatMap((node) => node.webhookId ?? []);
		return `${n8n.url}/webhook/${String(webhookId)}/callbacks`;
	}

	/** Has days asked for, the names of whose files come before the files are there. */
	async function askForLateFiles(days: number): Promise<Row[]> {
		await forgetRequests();
		await changeSettings(n8n.api, idOfBill(), { days, minutesToStore: 0 });
		const early = { fileReadyMs: 600_000, fileCallbackDelayMs: -600_000, fileCallbacks: 1 };
		Object.assign(simulator.behaviour, early);
		await run();
		await until('the table says why', async () => {
			const messages = (await requests()).map(({ message }) => message);
			return messages.filter((message) => message === 'The file is not there yet').length === days;
		});
		return await requests();
	}

	function fileOf({ billFileName }: Row) {
		const file = simulator.data.requestedFiles.find(({ name }) => name === billFileName);
		if (!file) throw new Error(`There is no file ${String(billFileName)}`);
		return file;
	}

	it('makes a row of each call, of several files in the ZIP, with real times', async () => {
		Object.assign(simulator.behaviour, { fileReadyMs: 300, fileCallbacks: 2, billRowsPerFile: 60 });
		await run();
		const [request] = await untilStored();
		expect(expected().length).toBeGreaterThan(30);
		expect(request).toMatchObject({ calls: expected().length });
		expect(request?.day).toBe(dayOf(TODAY - DAY_MS));
		expect(await calls()).toEqual(expected());
	});

	it('doubles nothing when it runs again, or when the name of the file comes again', async () => {
		const asked = requestsOf('queryBillData');
		await run();
		expect(requestsOf('queryBillData')).toBe(asked);
		const [request] = await requests();
		const ended = (await n8n.api.endedExecutions(idOfBill())).length;
		const { responseId, billFileName } = request ?? {};
		const again = { request: { version: '2.1' }, msgBody: { responseId, billFileName, a: 'new' } };
		await pushUntilTaken(simulator, 'billFileReady', await urlOfTrigger(), { results: again });
		await until('it has been worked on', async () => {
			return (await n8n.api.endedExecutions(idOfBill())).length > ended;
		});
		expect(await requests()).toEqual([request]);
		expect(await calls()).toEqual(expected());
	});

	it('doubles nothing when two run at once, and takes away what another run has doubled', async () => {
		await forgetRequests();
		const twice = (await calls()).slice(0, 2);
		for (const callType of new Set(expected().map((call) => call.callType))) {
			await deleteDataTableRows(n8n.api, CALLS, { callType });
		}
		await addDataTableRows(n8n.api, CALLS, [...twice, ...twice]);
		await Promise.all([run(), run()]);
		await until('all that was asked for is stored', async () => {
			return (await requests()).every(({ storedAt }) => storedAt);
		});
		expect(await calls()).toEqual(expected());
	});

	it('goes on with a file that was not there, also when a request is refused', async () => {
		await askForLateFiles(1);
		for (const file of simulator.data.requestedFiles) file.readyAt = 0;
		await changeSettings(n8n.api, idOfBill(), { days: 2 });
		simulator.faults = [{ kind: 'code', code: '0300004', route: 'queryBillData', times: 0 }];
		const { status, error } = await start();
		simulator.faults = [];
		await changeSettings(n8n.api, idOfBill(), { days: 1 });
		expect([status, error]).toEqual(['error', expect.stringContaining('0300004')]);
		await untilStored();
		expect(await calls()).toEqual(expected());
	});

	it('reads files in an order of their own or without a heading line, behind files that cannot be read', async () => {
		const [callId, other] = ['1700000000000-900001', '1700000000000-900002'];
		const DAY = '2026-01-15';
		const at = (clock: string) =>
			DateTime.fromISO(`${DAY}T${clock}`, { zone: ZONE }).toUTC().toISO();
		const row = [
			...['made-up', 'account01', 1, '101', callId, '13800138000', '6666601'],
			...[`${DAY} 10:00:00`, '', '', '', `${DAY} 10:00:05`, `${DAY} 10:01:00`],
			...[2, '101', 0, 3, -1, 40, 1, '10'],
		];
		const [damaged, meaningless, good] = await askForLateFiles(3);
		if (!damaged || !meaningless || !good) throw new Error('Three days were not asked for');
		fileOf(damaged).content = makeZip({ 'a_call_1.csv': Buffer.from('cut off') }).subarray(0, 40);
		fileOf(meaningless).content = makeZip({ 'a_call_1.csv': Buffer.from('calls,3\nminutes,12\n') });
		fileOf(good).content = makeZip({
			'a_call_1.csv': Buffer.from(`call_id_num,cc_id,call_id\n-1,1,${other}\n`),
			'a_call_2.csv': Buffer.from(`${row.join(',')}\n`.repeat(2)),
		});
		for (const file of simulator.data.requestedFiles) file.readyAt = 0;
		await run();
		const [stored] = await untilStored();
		expect(stored).toMatchObject({ billFileName: good.billFileName, calls: 2, message: '' });
		const others = (await requests()).filter(({ storedAt }) => !storedAt);
		expect(others.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^The file cannot be read: /),
			expect.stringMatching(/^The file cannot be read: .*call_id_num/),
		]);
		expect((await calls()).find((call) => call.callId === callId)).toEqual({
			callId,
			callerNo: '13800138000',
			calleeNo: '6666601',
			agentId: '101',
			callType: '0',
			deviceType: '2',
			deviceNo: '101',
			waitBegin: at('10:00:00'),
			callBegin: at('10:00:05'),
			callEnd: at('10:01:00'),
			releaseCause: '3',
		});
		expect((await calls()).map((call) => call.callId)).toContain(other);
		for (const made of [callId, other]) await deleteDataTableRows(n8n.api, CALLS, { callId: made });
		expect(await calls()).toEqual(expected());
	});

	it('fails with the name of a file that cannot be read', async () => {
		await forgetRequests();
		const file = simulator.data.requestedFiles.at(-1);
		if (!file) throw new Error('There is no file');
		file.content = makeZip({});
		const before = (await n8n.api.endedExecutions(idOfBill())).length;
		await pushUntilTaken(simulator, 'billFileReady', await urlOfTrigger(), {
			results: { msgBody: { responseId: 'made-up', billFileName: file.name } },
		});
		await until('it has been worked on', async () => {
			return (await n8n.api.endedExecutions(idOfBill())).length > before;
		});
		const { status, error } = (await n8n.api.endedExecutions(idOfBill())).at(-1) ?? {};
		expect([status, error]).toEqual(['error', expect.stringMatching(/^The file cannot be read: /)]);
	});

	it('asks again when no name comes, says so once, and takes it when it comes late', async () => {
		await forgetRequests();
		await changeSettings(n8n.api, idOfBill(), { days: 1, hoursToWait: 0, requestsAtMost: 2 });
		Object.assign(simulator.behaviour, {
			fileReadyMs: 0,
			fileCallbackDelayMs: 0,
			fileCallbacks: 0,
		});
		await changeSettings(n8n.api, idOfBill(), { hourToAsk: 24 });
		await run();
		const theDayBefore = dayOf(TODAY - 2 * DAY_MS);
		expect((await requests()).map(({ day }) => day)).toEqual([theDayBefore]);
		await forgetRequests();
		await changeSettings(n8n.api, idOfBill(), { hourToAsk: 0 });
		const asked = requestsOf('queryBillData');
		await run();
		await run();
		const { status, error } = await start();
		expect([status, error]).toEqual(['error', expect.stringMatching(/pushed no file of 20\d\d-/)]);
		await run();
		expect(requestsOf('queryBillData')).toBe(asked + 2);

		const { responseId } = (await requests())[0] ?? {};
		const file = simulator.data.requestedFiles.at(-1);
		if (!file) throw new Error('There is no file');
		const billFileName = file.name;
		file.readyAt = Number.MAX_SAFE_INTEGER;
		const url = await urlOfTrigger();
		await pushUntilTaken(simulator, 'billFileReady', url, {
			results: { msgBody: { responseId, billFileName } },
		});
		await until('the table says why', async () => {
			const messages = (await requests()).map(({ message }) => message);
			return messages.includes('Given up: The file is not there yet');
		});
		await run();
		file.readyAt = 0;
		await run();
		await untilStored();
		expect(requestsOf('queryBillData')).toBe(asked + 2);
		expect(await calls()).toEqual(expected());
	});
});

describe('the example "recording archive"', () => {
	const STORED_BEFORE_THE_KILL = 15;

	it('goes on after n8n was killed, without a gap or a double', async () => {
		Object.assign(simulator.behaviour, { recordingLateMs: DAY_MS, delayMs: 50 });
		const wanted = archive.recordings().size;
		// Each day has other calls; there must be some left when n8n is killed.
		expect(wanted).toBeGreaterThan(STORED_BEFORE_THE_KILL + 10);
		expect(archive.talked().length).toBeGreaterThan(wanted);
		simulator.faults = [
			{ kind: 'cut', route: 'downloadRecord', when: 'midBody', skip: 3, times: 4 },
			{ kind: 'tooFast', route: 'downloadRecord', skip: 20, times: 2 },
		];
		const killed = archive.start().catch(() => undefined);
		await until('some are stored', () => storage.names().length >= STORED_BEFORE_THE_KILL);
		await n8n.restartAfterKill();
		await killed;
		expect(storage.names().length).toBeLessThan(wanted);
		await archive.run();
		await archive.expectAllStored();
		expect(archive.recordings().size).toBe(wanted);
	});

	it('fetches what is there later, and nothing again', async () => {
		const before = storage.names().map((name) => [name, storage.storedAt(name)] as const);
		const asked = requestsOf('downloadRecord');
		const missing = archive.talked().length - before.length;
		simulator.behaviour.recordingLateMs = 0;
		await archive.set({ hoursToTry: 0 });
		await archive.untilFree();
		await archive.run();
		await archive.expectAllStored();
		expect(storage.names()).toHaveLength(archive.talked().length);
		expect(requestsOf('downloadRecord') - asked).toBe(missing);
		for (const call of archive.talked().slice(-1)) await archive.addRow(call);
		await archive.run();
		await archive.expectAllStored();
		expect(requestsOf('downloadRecord') - asked).toBe(missing);
		expect(before.map(([name]) => [name, storage.storedAt(name)])).toEqual(before);
	});

	it('gives up a recording that does not come within a day', async () => {
		const [call] = archive.talked().slice(-1);
		if (!call) throw new Error('There is no call');
		simulator.data.addedCalls.push({ ...call, callId: `${call.begin}-999999` });
		simulator.behaviour.recordingLateMs = Number.MAX_SAFE_INTEGER;
		await archive.run();
		const row = (await archive.index()).find(({ callId }) => callId === `${call.begin}-999999`);
		expect(row).toMatchObject({ status: 'none', message: 'AICC has no recording' });
		const asked = requestsOf('downloadRecord');
		await archive.run();
		expect(requestsOf('downloadRecord')).toBe(asked);
	});

	it('asks for the recording of a call of which the list does not say when it was talked', async () => {
		const [{ begin = 0, logDate = 0 } = {}] = archive.talked().slice(-1);
		const silent = { callId: `${begin}-999998`, logDate: String(logDate) };
		const body = { resultCode: '0100000', resultDesc: { data: [silent], count: 1 } };
		simulator.faults = [{ kind: 'json', status: 200, route: 'querycallsV2', times: 0, body }];
		await archive.run();
		simulator.faults = [];
		const row = (await archive.index()).find(({ callId }) => callId === silent.callId);
		expect(row).toMatchObject({ status: 'none', message: 'AICC has no recording' });
	});

	it('stops when the key is not taken, and gives up nothing then', async () => {
		const [call] = archive.talked().slice(-1);
		if (!call) throw new Error('There is no call');
		simulator.behaviour.recordingLateMs = 0;
		const added = Array.from({ length: 12 }, (_, index) => `${call.begin}-9990${10 + index}`);
		for (const callId of added) simulator.data.addedCalls.push({ ...call, callId });
		simulator.faults = [{ kind: 'status', status: 401, route: 'downloadRecord', times: 0 }];
		const { status, error } = await archive.start();
		simulator.faults = [];
		expect([status, error]).toEqual(['error', expect.stringContaining('HTTP 401')]);
		const rows = (await archive.index()).filter(({ callId }) => added.includes(String(callId)));
		expect(rows.map((row) => row.status)).toEqual(added.map(() => 'pending'));
	});

	it('gives up what AICC refuses, and goes on behind ten of them', async () => {
		simulator.faults = [{ kind: 'code', code: '0300011', route: 'downloadRecord', times: 10 }];
		await archive.untilFree();
		await archive.run();
		const refused = (await archive.index()).filter(({ message }) =>
			String(message).includes('0300011'),
		);
		expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 'none'));
		const asked = requestsOf('downloadRecord');
		await archive.run();
		expect(requestsOf('downloadRecord')).toBe(asked);
	});

	it('goes on behind ten that always fail, and gives these up when others are answered', async () => {
		const [call] = archive.talked().slice(-1);
		if (!call) throw new Error('There is no call');
		const added = Array.from({ length: 12 }, (_, index) => {
			return { ...call, callId: `${call.begin}-9980${10 + index}` };
		});
		simulator.data.addedCalls.push(...added);
		const failing = added.slice(2).map(({ callId }) => callId);
		for (const one of added) await archive.addRow(one);
		const rows = async () => {
			return (await archive.index()).filter(({ callId }) => failing.includes(String(callId)));
		};
		const before = storage.names().length;
		const failure = { kind: 'status', status: 500, route: 'downloadRecord', times: 10 } as const;
		simulator.faults = [{ ...failure }];
		await archive.run();
		expect(storage.names()).toHaveLength(before + 2);
		expect((await rows()).map(({ status }) => status)).toEqual(failing.map(() => 'pending'));

		const late = Array.from({ length: 10 }, (_, index) => {
			return { ...call, callId: `${call.begin}-9970${10 + index}` };
		});
		simulator.data.addedCalls.push(...late);
		const { recordings } = simulator.data;
		simulator.data.recordings = late.map(({ callId }) => ({ callId, files: {}, refusals: 0 }));
		simulator.faults = [{ ...failure, skip: late.length }];
		await archive.set({ failuresAtMost: 1 });
		await archive.untilFree();
		await archive.run();
		simulator.faults = [];
		simulator.data.recordings = recordings;
		expect((await rows()).map(({ status }) => status)).toEqual(failing.map(() => 'none'));
	});

	it('fails when the storage takes nothing, also when AICC lacks a recording of each ten', async () => {
		await deleteDataTableRows(n8n.api, INDEX, { status: 'none' });
		simulator.behaviour.recordingLateMs = 0;
		await archive.set({ bucket: 'no-such-bucket', hoursToTry: 24 });
		const late = simulator.data.addedCalls.filter((_, index) => index % 2 > 0);
		const { recordings } = simulator.data;
		simulator.data.recordings = late.map(({ callId }) => ({ callId, files: {}, refusals: 0 }));
		const { status, error } = await archive.start();
		expect([status, error]).toEqual([
			'error',
			expect.stringMatching(/^The storage took no recording: ./),
		]);
		simulator.data.recordings = recordings;
		await archive.set({ bucket: BUCKET });
		await archive.untilFree();
	});

	it('stores what is pending when the calls cannot be listed, and fails with the reason', async () => {
		simulator.faults = [{ kind: 'status', status: 401, route: 'querycallsV2', times: 0 }];
		const { status, error } = await archive.start();
		simulator.faults = [];
		expect([status, error]).toEqual([
			'error',
			expect.stringMatching(/^The calls could not be listed: .*HTTP 401/),
		]);
		await archive.expectAllStored();
	});

	it('keeps one row of a call that two runs write down at the same moment', async () => {
		for (const status of ['stored', 'pending', 'none']) {
			await deleteDataTableRows(n8n.api, INDEX, { status });
		}
		await Promise.all([archive.run(), archive.run()]);
		await archive.untilFree();
		await archive.run();
		await archive.expectAllStored();
	});

	it('writes files into a folder on disk', async () => {
		const disk = makeDiskFolder(HOME);
		await archive.set({ storage: 'disk', folder: disk.folder });
		const [[name = '', contents = []] = []] = archive.recordings();
		const row = (await archive.index()).find(({ object }) => object === name);
		await deleteDataTableRows(n8n.api, INDEX, { callId: row?.callId });
		await archive.run();
		const flat = name.replace('calls/', '').replace(/^(\d+)\/(\d+)\/(\d+)\//, '$1-$2-$3_');
		expect(disk.names()).toEqual([flat]);
		const bytes = disk.read(flat);
		expect(contents.every((content) => bytes.includes(content()))).toBe(true);
		const added = (await archive.index()).find(({ callId }) => callId === row?.callId);
		const object = `${disk.folder}/${flat}`;
		expect(added).toMatchObject({ status: 'stored', object, bytes: bytes.length, message: '' });
	});
});
