import { until } from '../../scripts/lib/until';
import { dataTableRows, deleteDataTableRows } from '../../scripts/n8n/data-table';
import { changeSettings } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { callRecords, startSimulator, type Call } from '../../simulator';
import { makeZip } from '../../simulator/ccfs/shared/files';
import { recordedFilesOf } from '../../simulator/ccfs/shared/recordings';
import { pushUntilTaken } from './pushUntilTaken';
import { startStorage } from './storage';

/** The examples of files: a bill becomes rows, and recordings go into a storage, each once. */
const BILL = 'bill-of-the-day.json';
const ARCHIVE = 'recording-archive.json';
const BUCKET = 'recordings';
const ZONE = 'Asia/Shanghai';
const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

type Row = Record<string, unknown>;

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let storage: Awaited<ReturnType<typeof startStorage>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;

beforeAll(async () => {
	simulator = await startSimulator({ callsPerDay: 100, timeZone: ZONE });
	// No call ends while the tests look at what there is.
	simulator.behaviour.centreTime = Date.now();
	storage = await startStorage('recording-storage', BUCKET);
	n8n = await startFreshN8n('recording-examples', simulator);
	const { akSk } = simulatorCredentials(simulator);
	await n8n.api.saveCredential({ ...akSk, data: { ...akSk.data, timeZone: ZONE } });
	const s3 = { name: 'S3 account', type: 's3', data: storage.credential };
	const { id } = await n8n.api.saveCredential(s3);
	const workflow = await n8n.api.workflow(idOf(ARCHIVE));
	for (const node of workflow.nodes) {
		if (node.credentials?.s3) node.credentials.s3 = { id, name: s3.name };
	}
	await n8n.api.saveWorkflow(workflow, idOf(ARCHIVE));
	await changeSettings(n8n.api, idOf(BILL), { timeZone: ZONE, days: 1 });
	await changeSettings(n8n.api, idOf(ARCHIVE), { timeZone: ZONE, minutesToStore: 0.05 });
});

afterAll(async () => {
	await n8n?.stop();
	storage?.stop();
	await simulator?.stop();
});

function idOf(file: string): string {
	return n8n.workflowIds[file] ?? '';
}

async function start(file: string) {
	return await n8n.api.runWorkflow(idOf(file), 'Start by hand');
}

/** Runs an example to its good end. */
async function run(file: string): Promise<void> {
	const { status, error } = await start(file);
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
	const today = () => Math.floor((Date.now() + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;

	/** A time of the platform as n8n gives it out, which the bill has in seconds. */
	const time = (at: number) =>
		at > 0 ? new Date(Math.floor(at / 1000) * 1000).toISOString() : null;

	/** The rows of yesterday's calls. */
	function expected(): Row[] {
		const ofYesterday = callRecords(simulator).filter(
			({ begin }) => begin >= today() - DAY_MS && begin < today(),
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
		const { nodes } = await n8n.api.workflow(idOf(BILL));
		const [webhookId] = nodes.flatMap((node) => node.webhookId ?? []);
		return `${n8n.url}/webhook/${String(webhookId)}/callbacks`;
	}

	/** Has days asked for, the names of whose files come before the files are there. */
	async function askForLateFiles(days: number): Promise<Row[]> {
		await forgetRequests();
		await changeSettings(n8n.api, idOf(BILL), { days, minutesToStore: 0 });
		const early = { fileReadyMs: 600_000, fileCallbackDelayMs: -600_000, fileCallbacks: 1 };
		Object.assign(simulator.behaviour, early);
		await run(BILL);
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
		await run(BILL);
		const [request] = await untilStored();
		expect(expected().length).toBeGreaterThan(30);
		expect(request).toMatchObject({ calls: expected().length });
		expect(new Date(`${String(request?.day)}T00:00:00+08:00`).getTime()).toBe(today() - DAY_MS);
		expect(await calls()).toEqual(expected());
	});

	it('doubles nothing when it runs again, or when the name of the file comes again', async () => {
		const asked = requestsOf('queryBillData');
		await run(BILL);
		expect(requestsOf('queryBillData')).toBe(asked);
		const [request] = await requests();
		const ended = (await n8n.api.endedExecutions(idOf(BILL))).length;
		const { responseId, billFileName } = request ?? {};
		const again = { request: { version: '2.1' }, msgBody: { responseId, billFileName, a: 'new' } };
		await pushUntilTaken(simulator, 'billFileReady', await urlOfTrigger(), { results: again });
		await until('it has been worked on', async () => {
			return (await n8n.api.endedExecutions(idOf(BILL))).length > ended;
		});
		expect(await requests()).toEqual([request]);
		expect(await calls()).toEqual(expected());
	});

	it('goes on with a file that was not there, also when a request is refused', async () => {
		await askForLateFiles(1);
		for (const file of simulator.data.requestedFiles) file.readyAt = 0;
		await changeSettings(n8n.api, idOf(BILL), { days: 2 });
		simulator.faults = [{ kind: 'code', code: '0300004', route: 'queryBillData', times: 0 }];
		const { status, error } = await start(BILL);
		simulator.faults = [];
		await changeSettings(n8n.api, idOf(BILL), { days: 1 });
		expect([status, error]).toEqual(['error', expect.stringContaining('0300004')]);
		await untilStored();
		expect(await calls()).toEqual(expected());
	});

	it('reads a file without a heading line, behind files that cannot be read', async () => {
		const callId = '1700000000000-900001';
		const row = [
			...['made-up', 'account01', 1, '101', callId, '13800138000', '6666601'],
			...['2026-01-15 10:00:00', '', '', '', '2026-01-15 10:00:05', '2026-01-15 10:01:00'],
			...[2, '101', 0, 3, -1, 40, 1, '10'],
		];
		const [damaged, meaningless, good] = await askForLateFiles(3);
		if (!damaged || !meaningless || !good) throw new Error('Three days were not asked for');
		fileOf(damaged).content = makeZip({ 'a_call_1.csv': Buffer.from('cut off') }).subarray(0, 40);
		fileOf(meaningless).content = makeZip({ 'a_call_1.csv': Buffer.from('calls,3\nminutes,12\n') });
		fileOf(good).content = makeZip({ 'a_call_1.csv': Buffer.from(`${row.join(',')}\n`) });
		for (const file of simulator.data.requestedFiles) file.readyAt = 0;
		await run(BILL);
		const [stored] = await untilStored();
		expect(stored).toMatchObject({ billFileName: good.billFileName, calls: 1, message: '' });
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
			waitBegin: '2026-01-15T02:00:00.000Z',
			callBegin: '2026-01-15T02:00:05.000Z',
			callEnd: '2026-01-15T02:01:00.000Z',
			releaseCause: '3',
		});
		await deleteDataTableRows(n8n.api, CALLS, { callId });
		expect(await calls()).toEqual(expected());
	});

	it('fails with the name of a file that cannot be read', async () => {
		await forgetRequests();
		const file = simulator.data.requestedFiles.at(-1);
		if (!file) throw new Error('There is no file');
		file.content = makeZip({});
		const before = (await n8n.api.endedExecutions(idOf(BILL))).length;
		await pushUntilTaken(simulator, 'billFileReady', await urlOfTrigger(), {
			results: { msgBody: { responseId: 'made-up', billFileName: file.name } },
		});
		await until('it has been worked on', async () => {
			return (await n8n.api.endedExecutions(idOf(BILL))).length > before;
		});
		const { status, error } = (await n8n.api.endedExecutions(idOf(BILL))).at(-1) ?? {};
		expect([status, error]).toEqual(['error', expect.stringMatching(/^The file cannot be read: /)]);
	});

	it('asks again when no name comes, says so once, and takes it when it comes late', async () => {
		await forgetRequests();
		await changeSettings(n8n.api, idOf(BILL), { days: 1, hoursToWait: 0, requestsAtMost: 2 });
		Object.assign(simulator.behaviour, {
			fileReadyMs: 0,
			fileCallbackDelayMs: 0,
			fileCallbacks: 0,
		});
		const asked = requestsOf('queryBillData');
		await run(BILL);
		await run(BILL);
		const { status, error } = await start(BILL);
		expect([status, error]).toEqual(['error', expect.stringMatching(/pushed no file of 20\d\d-/)]);
		await run(BILL);
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
		await run(BILL);
		file.readyAt = 0;
		await run(BILL);
		await untilStored();
		expect(requestsOf('queryBillData')).toBe(asked + 2);
		expect(await calls()).toEqual(expected());
	});
});

describe('the example "recording archive"', () => {
	const INDEX = 'Huawei AICC archived recordings';

	const index = async () => await dataTableRows(n8n.api, INDEX);

	/** Calls that somebody talked in; each of their parts with an agent is recorded. */
	function talked(): Call[] {
		return callRecords(simulator).filter(({ parts }) =>
			parts.some(({ deviceType, callBegin }) => deviceType === 2 && callBegin > 0),
		);
	}

	/** Recordings by the name that they must have in the storage. */
	function recordings(): Map<string, Buffer[]> {
		const found = talked().flatMap(({ callId, parts }) => {
			const files = recordedFilesOf(simulator, callId).map(({ content }) => content());
			if (files.length === 0) return [];
			const begin = parts.find(({ deviceType, callBegin }) => deviceType === 2 && callBegin > 0);
			const day = new Date((begin?.callBegin ?? 0) + ZONE_MS).toISOString().slice(0, 10);
			const ending = files.length > 1 ? 'zip' : 'wav';
			return [[`calls/${day.replaceAll('-', '/')}/${callId}.${ending}`, files] as const];
		});
		return new Map(found);
	}

	/** Waits until no row is put aside. */
	async function untilFree(): Promise<void> {
		await until('all may be tried again', async () => {
			const pending = (await index()).filter(({ status }) => status === 'pending');
			return pending.every(({ tryAt }) => new Date(String(tryAt)).getTime() < Date.now());
		});
	}

	/** Compares every byte, and the table with the storage. */
	async function expectAllStored(): Promise<void> {
		const wanted = recordings();
		expect(storage.names()).toEqual([...wanted.keys()].sort());
		for (const [name, files] of wanted) {
			const bytes = storage.read(name);
			const [only, ...others] = files;
			if (others.length === 0) expect(only && bytes.equals(only)).toBe(true);
			else expect(files.every((file) => bytes.includes(file))).toBe(true);
		}
		const rows = await index();
		expect(rows.map(({ callId }) => String(callId)).sort()).toEqual(
			talked()
				.map(({ callId }) => callId)
				.sort(),
		);
		const stored = rows.filter(({ status }) => status === 'stored');
		expect(stored.map(({ object, bytes }) => [object, bytes]).sort()).toEqual(
			[...wanted.keys()].sort().map((name) => [name, storage.read(name).length]),
		);
		const others = rows.filter(({ status }) => status !== 'stored');
		expect(others.map(({ status }) => status)).toEqual(others.map(() => 'pending'));
	}

	it('goes on after n8n was killed, without a gap or a double', async () => {
		Object.assign(simulator.behaviour, { recordingLateMs: DAY_MS, delayMs: 50 });
		const wanted = recordings().size;
		expect(wanted).toBeGreaterThan(40);
		expect(talked().length).toBeGreaterThan(wanted);
		simulator.faults = [
			{ kind: 'cut', route: 'downloadRecord', when: 'midBody', skip: 3, times: 4 },
			{ kind: 'tooFast', route: 'downloadRecord', skip: 20, times: 2 },
		];
		const killed = start(ARCHIVE).catch(() => undefined);
		await until('some are stored', () => storage.names().length >= 15);
		await n8n.restartAfterKill();
		await killed;
		expect(storage.names().length).toBeLessThan(wanted);
		await run(ARCHIVE);
		await expectAllStored();
		expect(recordings().size).toBe(wanted);
	});

	it('fetches what is there later, and nothing again', async () => {
		const before = storage.names().map((name) => [name, storage.storedAt(name)] as const);
		const asked = requestsOf('downloadRecord');
		const missing = talked().length - before.length;
		simulator.behaviour.recordingLateMs = 0;
		await changeSettings(n8n.api, idOf(ARCHIVE), { hoursToTry: 0 });
		await untilFree();
		await run(ARCHIVE);
		await expectAllStored();
		expect(storage.names()).toHaveLength(talked().length);
		expect(requestsOf('downloadRecord') - asked).toBe(missing);
		await run(ARCHIVE);
		expect(requestsOf('downloadRecord') - asked).toBe(missing);
		expect(before.map(([name]) => [name, storage.storedAt(name)])).toEqual(before);
	});

	it('gives up a recording that does not come within a day', async () => {
		const [call] = talked().slice(-1);
		if (!call) throw new Error('There is no call');
		simulator.data.addedCalls.push({ ...call, callId: `${call.begin}-999999` });
		simulator.behaviour.recordingLateMs = Number.MAX_SAFE_INTEGER;
		await run(ARCHIVE);
		const row = (await index()).find(({ callId }) => callId === `${call.begin}-999999`);
		expect(row).toMatchObject({ status: 'none', message: 'AICC has no recording' });
		const asked = requestsOf('downloadRecord');
		await run(ARCHIVE);
		expect(requestsOf('downloadRecord')).toBe(asked);
	});

	it('stops when the key is not taken, and gives up nothing then', async () => {
		const [call] = talked().slice(-1);
		if (!call) throw new Error('There is no call');
		simulator.behaviour.recordingLateMs = 0;
		const added = Array.from({ length: 12 }, (_, index) => `${call.begin}-9990${10 + index}`);
		for (const callId of added) simulator.data.addedCalls.push({ ...call, callId });
		simulator.faults = [{ kind: 'status', status: 401, route: 'downloadRecord', times: 0 }];
		const { status, error } = await start(ARCHIVE);
		simulator.faults = [];
		expect([status, error]).toEqual(['error', expect.stringContaining('HTTP 401')]);
		const rows = (await index()).filter(({ callId }) => added.includes(String(callId)));
		expect(rows.map((row) => row.status)).toEqual(added.map(() => 'pending'));
	});

	it('gives up what AICC refuses, and goes on behind ten of them', async () => {
		simulator.faults = [{ kind: 'code', code: '0300011', route: 'downloadRecord', times: 10 }];
		await untilFree();
		await run(ARCHIVE);
		const refused = (await index()).filter(({ message }) => String(message).includes('0300011'));
		expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 'none'));
		const asked = requestsOf('downloadRecord');
		await run(ARCHIVE);
		expect(requestsOf('downloadRecord')).toBe(asked);
	});

	it('fails when the storage takes nothing, and stores it with the next run', async () => {
		await deleteDataTableRows(n8n.api, INDEX, { status: 'none' });
		simulator.behaviour.recordingLateMs = 0;
		await changeSettings(n8n.api, idOf(ARCHIVE), { bucket: 'no-such-bucket' });
		const { status, error } = await start(ARCHIVE);
		expect([status, error]).toEqual(['error', 'The storage took no recording']);
		await changeSettings(n8n.api, idOf(ARCHIVE), { bucket: BUCKET });
		await untilFree();
		await run(ARCHIVE);
		await expectAllStored();
	});

	it('keeps one row of a call that two runs write down at the same moment', async () => {
		for (const status of ['stored', 'pending', 'none']) {
			await deleteDataTableRows(n8n.api, INDEX, { status });
		}
		await Promise.all([run(ARCHIVE), run(ARCHIVE)]);
		await untilFree();
		await run(ARCHIVE);
		await expectAllStored();
	});
});
