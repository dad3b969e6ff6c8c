import {
	addDataTableRows,
	dataTableRows,
	deleteDataTableRows,
	updateDataTableRows,
} from '../../scripts/n8n/data-table';
import { alarmUrl } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { until } from '../../scripts/lib/until';
import { startSimulator, type Fault } from '../../simulator';
import { publishAnew } from './publishAnew';
import { pushUntilTaken } from './pushUntilTaken';

/** The example "alarm calls the engineer on duty". What it must never do is ring somebody twice. */
const FILE = 'alarm-calls-the-engineer.json';
const DUTY = 'Huawei AICC duty list';
const CALLS = 'Huawei AICC alarm calls';
const SEND = 'createVoiceNotificationV1';
const ENDED = 'voiceNotificationReleased';

/** Seconds that are over before a report comes, and those that are not. */
const [SHORT, LONG] = [2, 120];

/** In the simulator nobody answers where the last digit is 5; the others are talked to. */
const [ANN, BEN, LI] = ['13600000005', '13600000001', '13600000002'];

type Row = Record<string, unknown>;

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let id = '';

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshN8n('alarm-example', simulator);
	id = n8n.workflowIds[FILE] ?? '';
	await set({ secondsHeard: 1 });
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

beforeEach(() => {
	// No reset: serial numbers of calls do not come again.
	simulator.data.madeCalls = [];
	simulator.requests = [];
	simulator.behaviour.callStepMs = 300;
});

type Workflow = Awaited<ReturnType<typeof n8n.api.workflow>>;

/** The values of the node Settings. */
function settingsOf({ nodes }: Workflow): Array<{ name: string; value: unknown }> {
	const settings = nodes.find(({ name }) => name === 'Settings')?.parameters;
	const { assignments } = settings?.assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	return assignments;
}

/** Where the reports go. */
async function callbackUrl(): Promise<string> {
	const settings = settingsOf(await n8n.api.workflow(id));
	return String(settings.find(({ name }) => name === 'callbackUrl')?.value);
}

/** Changes values of the node Settings, and publishes the workflow with them. */
async function set(values: Row): Promise<void> {
	const workflow = await n8n.api.workflow(id);
	for (const setting of settingsOf(workflow)) {
		setting.value = values[setting.name] ?? setting.value;
	}
	await publishAnew(n8n.api, id, workflow, async () => await send({}));
}

/** Sends an alarm, as a monitoring system would. */
async function send(alarm: object): Promise<{ status: number; body: Row }> {
	const response = await fetch(alarmUrl(n8n.url), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(alarm),
	});
	const { status } = response;
	return { status, body: status === 404 ? {} : ((await response.json()) as Row) };
}

let alarms = 0;

/** An alarm that there was not before. */
function newAlarm(): { source: string; severity: string; text: string } {
	return { source: 'router-7', severity: 'critical', text: `Link ${++alarms} is down` };
}

/** Sends an alarm that is taken. @returns what it is called in the table */
async function raise(alarm: object = newAlarm()): Promise<string> {
	const { status, body } = await send(alarm);
	expect({ status, body }).toEqual({
		status: 202,
		body: { taken: true, alarm: expect.any(String), repeated: false },
	});
	return String(body.alarm);
}

/** The numbers that rang, in the order in which they did. */
function rung(): string[] {
	return simulator.data.madeCalls.map(({ called }) => called);
}

/** What has become of the calls of an alarm; the last one is the end of the list. */
async function statuses(alarm: string): Promise<unknown[]> {
	const rows = await dataTableRows(n8n.api, CALLS);
	return rows.filter((row) => row.alarm === alarm).map(({ status }) => status);
}

async function untilStatuses(alarm: string, ...wanted: string[]): Promise<void> {
	let seen = '';
	const isSo = async () => (seen = String(await statuses(alarm))) === String(wanted);
	await until(`the calls are ${String(wanted)}`, isSo).catch((error: Error) => {
		throw new Error(`${error.message}; they are ${seen}`);
	});
}

/** What came out of a node for an alarm, over all executions that have ended. */
async function told(node: string, alarm: string): Promise<unknown[]> {
	const ended = await n8n.api.endedExecutions(id);
	return ended.flatMap(({ items }) => items[node] ?? []).filter((item) => item.alarm === alarm);
}

async function untilTold(node: string, alarm: string): Promise<unknown[]> {
	await until(`${node} has said it`, async () => (await told(node, alarm)).length > 0);
	return await told(node, alarm);
}

/** Writes calls of alarms down, as if n8n had done so before; each alarm has one and the end of its list. */
async function writeDown(
	status: string,
	numbers: Record<string, string>,
	more: Row,
): Promise<void> {
	const rows = Object.entries(numbers).flatMap(([alarm, number]) => {
		const row = { alarm, key: alarm, text: alarm, callSerialNo: '', message: '' };
		return [
			{ ...row, name: 'Engineer', number, status, ...more },
			{ ...row, name: 'nobody left', number: '', status: 'waiting' },
		];
	});
	await addDataTableRows(n8n.api, CALLS, rows);
}

/** Pushes the end of a call that the simulator has not made. @returns the execution that it started */
async function report(results: Record<string, string>): Promise<string> {
	const before = new Set((await n8n.api.executions(id)).map((execution) => execution.id));
	await pushUntilTaken(simulator, ENDED, await callbackUrl(), { results });
	let started: string | undefined;
	await until('the report has come', async () => {
		const executions = await n8n.api.executions(id);
		started = executions.find((execution) => !before.has(execution.id))?.id;
		return started !== undefined;
	});
	return started ?? '';
}

async function untilEnded(execution: string): Promise<void> {
	await until('the report has been worked on', async () => {
		const executions = await n8n.api.executions(id);
		return executions.some((one) => one.id === execution && one.status === 'success');
	});
}

async function onDuty(...numbers: string[]): Promise<void> {
	for (const { number } of await dataTableRows(n8n.api, DUTY)) {
		await deleteDataTableRows(n8n.api, DUTY, { number });
	}
	const rows = numbers.map((number, index) => ({
		position: index + 1,
		name: `Engineer ${index + 1}`,
		number,
	}));
	if (rows.length > 0) await addDataTableRows(n8n.api, DUTY, rows);
}

it('makes the duty list by hand, with made-up people, and once only', async () => {
	for (let times = 0; times < 2; times++) {
		const { status, error } = await n8n.api.runWorkflow(id, 'Start by hand');
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
	}
	const people = await dataTableRows(n8n.api, DUTY);
	expect(people.map(({ position, number }) => [position, number])).toEqual([
		[1, ANN],
		[2, BEN],
		[3, LI],
	]);
	expect(rung()).toEqual([]);
});

it('goes on to the second one when the first does not answer, and stops when that one does', async () => {
	const alarm = await raise({ source: 'router-7', severity: 'critical', text: 'Costs $5 ~ now' });
	await untilStatuses(alarm, 'no answer', 'answered', 'not needed', 'not needed');
	expect(rung()).toEqual([ANN, BEN]);
	const [first] = simulator.requests.filter(({ route }) => route === SEND);
	expect(JSON.parse(first?.body ?? '')).toMatchObject({
		voiceContent: '$Alarm from router-7. Severity: critical. Costs 5 ~ now$',
	});
	expect(await untilTold('Somebody answered', alarm)).toEqual([
		{
			message: expect.stringMatching(/^Ben Example \(13600000001\) has heard the alarm: /),
			alarm,
			answeredBy: 'Ben Example',
		},
	]);
	expect(await told('Nobody answered', alarm)).toEqual([]);
});

it('says that nobody answered, with what became of each, and rings nobody when it is retried', async () => {
	await onDuty('13600000015', '13600000025', ' 136 0000 0015 ', 'the night desk');
	const alarm = await raise();
	await untilStatuses(alarm, 'no answer', 'no answer', 'refused', 'told');
	expect(rung()).toEqual(['13600000015', '13600000025']);
	expect(await untilTold('Nobody answered', alarm)).toMatchObject([
		{
			message: expect.stringMatching(/^Nobody has heard the alarm: .*Link \d+ is down$/) as unknown,
			calls: [{ status: 'no answer' }, { status: 'no answer' }, { status: 'refused' }],
		},
	]);
	const failed = async () =>
		(await n8n.api.executions(id)).filter(({ status }) => status === 'error');
	const [execution] = await failed();
	const words = /Engineer 2 \(13600000025\): no answer/;
	expect((await n8n.api.execution(execution?.id ?? '')).error).toMatch(words);

	await n8n.api.call('POST', `/rest/executions/${execution?.id}/retry`, { loadWorkflow: false });
	await until('it has failed again', async () => (await failed()).length === 2);
	expect(rung()).toEqual(['13600000015', '13600000025']);
});

it('says that nobody is on duty', async () => {
	await onDuty();
	const alarm = await raise();
	await untilStatuses(alarm, 'told');
	expect(await untilTold('Nobody answered', alarm)).toMatchObject([{ calls: [] }]);
});

it('wants a text', async () => {
	expect(await send({ source: 'router-7' })).toEqual({
		status: 400,
		body: { taken: false, message: expect.stringMatching(/no text/) },
	});
});

describe('what comes again', () => {
	const alarm = newAlarm();

	it('rings once when an alarm comes several times at once, and again later', async () => {
		await onDuty(LI);
		const answers = await Promise.all([alarm, alarm, alarm].map(send));
		const ids = new Set(answers.map(({ body }) => body.alarm));
		expect(ids.size).toBe(1);
		expect(answers.filter(({ body }) => body.repeated === false)).toHaveLength(1);
		const [first] = [...ids].map(String);
		await untilStatuses(first ?? '', 'answered', 'not needed');
		expect((await send(alarm)).body).toEqual({ taken: true, alarm: first, repeated: true });
		expect(rung()).toEqual([LI]);
		const rows = await dataTableRows(n8n.api, CALLS);
		expect(rows.filter(({ text }) => String(text).includes(alarm.text))).toHaveLength(2);
	});

	it('knows an alarm by its id, whatever its text', async () => {
		const [one, other] = [newAlarm(), newAlarm()];
		const first = await raise({ ...one, id: 'A-1' });
		expect((await send({ ...other, id: 'A-1' })).body).toMatchObject({ repeated: true });
		await untilStatuses(first, 'answered', 'not needed');
		const second = await raise({ ...one, id: 'A-2' });
		await untilStatuses(second, 'answered', 'not needed');
		expect(rung()).toEqual([LI, LI]);
	});

	it('goes on once when AICC reports the end of a call several times', async () => {
		await onDuty('13600000035', BEN);
		const again = await raise();
		await untilStatuses(again, 'no answer', 'answered', 'not needed');
		const [call] = simulator.data.madeCalls;
		const url = await callbackUrl();
		const ended = (await n8n.api.endedExecutions(id)).length;
		// In another form each time: the trigger drops what it has seen.
		for (const releaseReason of ['6', '7']) {
			const results = { callSerialNo: call?.callSerialNo, talkDuration: '9', releaseReason };
			await pushUntilTaken(simulator, ENDED, url, { results });
		}
		await until('the reports have been worked on', async () => {
			return (await n8n.api.endedExecutions(id)).length > ended;
		});
		expect(await statuses(again)).toEqual(['no answer', 'answered', 'not needed']);
		expect(rung()).toEqual(['13600000035', BEN]);
	});
});

it('counts a call as rung of which nobody knows, and hears its report', async () => {
	await onDuty('13600000045', BEN);
	const cut: Fault = { kind: 'cut', route: SEND, when: 'after' };
	simulator.faults = [cut];
	const alarm = await raise();
	await untilStatuses(alarm, 'no answer', 'answered', 'not needed');
	expect(rung()).toEqual(['13600000045', BEN]);
});

it('goes on at once when the first one cannot be rung', async () => {
	await onDuty('13600000055', BEN);
	simulator.behaviour.callStepMs = 60_000;
	const earlier = await raise();
	await untilStatuses(earlier, 'rung', 'waiting', 'waiting');
	const alarm = await raise();
	await untilStatuses(alarm, 'refused', 'rung', 'waiting');
	expect(rung()).toEqual(['13600000055', BEN]);
});

describe('a report', () => {
	const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

	it('does not close one of several alarms that are rung at the number called', async () => {
		const called = '13600000081';
		const ringUntil = inSeconds(4);
		await writeDown('rung', { 'both-1': called, 'both-2': called }, { ringUntil });
		await untilEnded(
			await report({ callSerialNo: '2000000000000000001', called, talkDuration: '9' }),
		);
		for (const alarm of ['both-1', 'both-2']) {
			expect(await statuses(alarm)).toEqual(['rung', 'waiting']);
		}
	});

	it('closes that alarm as soon as its serial number is known', async () => {
		const [called, callSerialNo] = ['13600000082', '2000000000000000002'];
		const ringUntil = inSeconds(LONG);
		await writeDown('rung', { 'one-1': called, 'one-2': called }, { ringUntil });
		const execution = await report({ callSerialNo, called, talkDuration: '9' });
		await updateDataTableRows(n8n.api, CALLS, { alarm: 'one-2', number: called }, { callSerialNo });
		await untilStatuses('one-2', 'answered', 'not needed');
		await untilEnded(execution);
		expect(await statuses('one-1')).toEqual(['rung', 'waiting']);
	});

	it('decides nothing when it does not say how long was talked', async () => {
		const called = '13600000091';
		await writeDown('rung', { 'how-long': called }, { ringUntil: inSeconds(LONG) });
		const own = { callSerialNo: '2000000000000000003', called };
		await untilEnded(await report(own));
		await untilEnded(await report({ ...own, talkDuration: '' }));
		expect(await statuses('how-long')).toEqual(['rung', 'waiting']);
		await report({ ...own, talkDuration: '0' });
		await untilStatuses('how-long', 'no answer', 'told');
	});
});

it('carries on with each alarm that was left, in one run, and rings nobody twice', async () => {
	const left = { 'left-1': '13600000071', 'left-2': '13600000072', 'left-3': '13600000171' };
	await writeDown('waiting', left, {});
	const runs = [1, 2].map(() => n8n.api.runWorkflow(id, 'Every five minutes'));
	for (const { status } of await Promise.all(runs)) expect(status).toBe('success');
	for (const alarm of Object.keys(left)) await untilStatuses(alarm, 'answered', 'not needed');
	expect(rung().sort()).toEqual(Object.values(left));
});

describe('when no report comes', () => {
	beforeAll(async () => await set({ secondsToAnswer: SHORT }));
	afterAll(async () => await set({ secondsToAnswer: LONG }));

	it('goes on after a while, to the end of the list', async () => {
		await onDuty(BEN, LI);
		simulator.behaviour.callStepMs = 600_000;
		const alarm = await raise();
		await untilStatuses(alarm, 'rung', 'rung', 'told');
		const [first, second] = simulator.data.madeCalls;
		expect(rung()).toEqual([BEN, LI]);
		expect((second?.startTime ?? 0) - (first?.startTime ?? 0)).toBeGreaterThan(SHORT * 1000);
		expect(await untilTold('Nobody answered', alarm)).toHaveLength(1);
	});

	it('hears a report that comes late', async () => {
		await onDuty('13600000061', LI);
		simulator.behaviour.callStepMs = 1500;
		const alarm = await raise();
		await untilTold('Somebody answered', alarm);
		expect(await statuses(alarm)).toContain('answered');
		expect(new Set(rung()).size).toBe(rung().length);
	});

	it('carries on with an alarm that was left when n8n ended', async () => {
		await onDuty(LI);
		const alarm = await raise();
		await untilStatuses(alarm, 'answered', 'not needed');
		await updateDataTableRows(n8n.api, CALLS, { alarm }, { status: 'waiting' });
		simulator.data.madeCalls = [];
		const { status } = await n8n.api.runWorkflow(id, 'Every five minutes');
		expect(status).toBe('success');
		await untilStatuses(alarm, 'answered', 'not needed');
		expect(rung()).toEqual([LI]);
	});
});
