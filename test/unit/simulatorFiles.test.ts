/** Bills and recordings of the simulator's contact centre, and how the names of files are pushed. */
import { listen } from '../engine/listener';
import { until } from '../../scripts/lib/until';
import { callRecords } from '../../simulator';
import { sendTo, useDescribed } from './simulatorDescribed';

const ZONE = 'Asia/Shanghai';
const world = useDescribed({ callsPerDay: 150, timeZone: ZONE });

const DAY_MS = 24 * 3_600_000;
const VERSION = { version: '2.0' };

type Rows = Array<Record<string, string>>;

async function ask(name: string, msgBody: object) {
	const operation = world.operationOf(`ccfs/${name}`);
	const { data } = await sendTo(world, operation, { request: VERSION, msgBody });
	return data;
}

/** Yesterday in the time zone of the tenant, as the platform writes it. */
function yesterday(): string {
	const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
	return clock.format(Date.now() - DAY_MS);
}

async function requestBill(more: object = {}, callBackURL = 'http://127.0.0.1:9/a') {
	const [beginTime, endTime] = [`${yesterday()} 00:00:00`, `${yesterday()} 23:59:59`];
	const asked = { beginTime, endTime, dataType: 'call_record', callBackURL, ...more };
	const { resultCode, resultData } = await ask('queryBillData', asked);
	expect(resultCode).toBe('0');
	return String(resultData.responseId);
}

/** The files in the ZIP that was made last, which does not compress. */
function billed(): Array<[name: string, rows: Rows]> {
	const zip = world.simulator.data.requestedFiles.at(-1)?.content.toString('latin1') ?? '';
	const entries = zip.split('PK\u0003\u0004').slice(1);
	return entries.map((entry) => {
		const [name = ''] = /\d+_\w+\.csv/.exec(entry) ?? [];
		const [text = ''] = entry.slice(entry.indexOf(name) + name.length).split('PK');
		const [columns = [], ...lines] = text
			.trim()
			.split('\n')
			.map((line) => line.split(','));
		const rows = lines.map((line) =>
			Object.fromEntries(columns.map((column, index) => [column, line[index] ?? ''])),
		);
		return [name, rows];
	});
}

function rowsOf(kind: string): Rows {
	return billed().flatMap(([name, rows]) => (name.includes(`_${kind}_`) ? rows : []));
}

describe('a bill', () => {
	it('has each call of the day, the last place where it was marked by -1', async () => {
		await requestBill();
		const begin = Date.parse(`${yesterday()}T00:00:00+08:00`);
		const ids = callRecords(world.simulator)
			.filter((call) => call.begin >= begin && call.begin < begin + DAY_MS)
			.map(({ callId }) => callId);
		const rows = rowsOf('call');
		const last = rows.filter(({ call_id_num }) => call_id_num === '-1');
		expect(ids.length).toBeGreaterThan(50);
		expect(last.map(({ call_id }) => call_id)).toEqual(ids);
		expect(rows.length).toBeGreaterThan(last.length);
		const stray = rows.filter(
			({ call_end }) => !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(call_end ?? ''),
		);
		expect(stray).toEqual([]);
	});

	it('has a part of the calls when an agent is chosen, and several files when they are many', async () => {
		await requestBill();
		const all = rowsOf('call');
		const agentId = all.find(({ agent_id }) => agent_id !== '')?.agent_id ?? '';
		const ids = new Set(all.filter((row) => row.agent_id === agentId).map((row) => row.call_id));
		world.simulator.behaviour.billRowsPerFile = 1;
		await requestBill({ agentId });
		expect(new Set(rowsOf('call').map((row) => row.call_id))).toEqual(ids);
		expect(billed().length).toBeGreaterThan(2);
		expect(billed().every(([, rows]) => rows.length <= 1)).toBe(true);
	});
});

describe('a recording of the centre', () => {
	const downloads = async ({ call_id, file_name, original_file_name = '' }: Rows[number]) => [
		await ask('downloadRecord', { callId: call_id }),
		await ask('downloadRecord', { fileName: original_file_name.replaceAll('\\', '/') }),
		await ask('downloadRecordFile', { fileName: file_name }),
	];

	it('is there by its call and by both names that the bill has', async () => {
		await requestBill({ dataType: 'record' });
		const [first] = rowsOf('record');
		for (const file of await downloads(first ?? {})) expect(file).toMatch(/^(RIFF|PK)/);
	});

	it('appears later, if wanted, each at a time of its own', async () => {
		await requestBill({ dataType: 'record' });
		const rows = rowsOf('record').slice(0, 20);
		const age = Date.now() - Number(rows[0]?.call_id?.split('-')[0]);
		world.simulator.behaviour.recordingLateMs = 2 * age;
		const answers = await Promise.all(
			rows.map(async ({ call_id }) => await ask('downloadRecord', { callId: call_id })),
		);
		const codes = new Set(answers.map(({ resultCode }) => resultCode as unknown));
		expect(codes).toEqual(new Set([undefined, '0300012']));
	});
});

it.each([0, 1, 2])('the name of a file is pushed %d times', async (fileCallbacks) => {
	const { simulator } = world;
	Object.assign(simulator.behaviour, { fileReadyMs: 0, fileCallbackDelayMs: 20, fileCallbacks });
	const listener = await listen();
	try {
		const responseId = await requestBill({}, listener.url);
		simulator.behaviour.fileCallbacks = 1;
		simulator.behaviour.fileCallbackDelayMs = 200;
		const last = await requestBill({}, listener.url);
		await until('the last one came', () => listener.bodies.some((body) => body.includes(last)));
		const came = listener.bodies.filter((body) => body.includes(responseId));
		expect(came).toHaveLength(fileCallbacks);
	} finally {
		await listener.stop();
	}
});
