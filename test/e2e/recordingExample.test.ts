import { dataTableRows, updateDataTableRows } from '../../scripts/n8n/data-table';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { until } from '../../scripts/lib/until';
import { recordingOf, startSimulator, type Fault, type MadeCall } from '../../simulator';
import { publishAnew } from './publishAnew';
import { pushUntilTaken } from './pushUntilTaken';
import { TicketDesk } from './ticketDesk';

/** The example "recording into the ticket": calls end, and their files come to a server of the test. */
const EXAMPLE = 'recording-into-the-ticket.json';
const TABLE = 'Huawei AICC recordings';

const desk = new TicketDesk();
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let url = '';

/** Calls that nobody has used yet. */
let talked: MadeCall[] = [];

beforeAll(async () => {
	await desk.start();
	simulator = await startSimulator();
	talked = simulator.data.madeCalls.filter(({ talkingTime }) => talkingTime !== undefined);
	n8n = await startFreshN8n('recording-example', simulator);
	const { nodes } = await n8n.api.workflow(idOf());
	const webhookIds = nodes.flatMap(({ webhookId }) => webhookId ?? []);
	url = `${n8n.url}/webhook/${String(webhookIds[0])}/callbacks`;
	await setDesk(desk.url);
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
	await desk.stop();
});

beforeEach(() => {
	Object.assign(desk, { conduct: 'takes', attachments: [], uploads: 0 });
});

function idOf(): string {
	return n8n.workflowIds[EXAMPLE] ?? '';
}

/** Does what the note says is to be set; the test alone starts what waits. */
async function setDesk(address: string): Promise<void> {
	const workflow = await n8n.api.workflow(idOf());
	const text = JSON.stringify(workflow).replaceAll('https://tickets.example.com/api', address);
	const changed = JSON.parse(text) as typeof workflow;
	for (const node of changed.nodes) {
		if (node.type === 'n8n-nodes-base.scheduleTrigger') node.disabled = true;
	}
	await publishAnew(n8n.api, idOf(), changed, answer);
}

/** What the trigger says to a push that has nothing in it. */
async function answer(): Promise<Response> {
	return await fetch(url, { method: 'POST', body: '[]' });
}

/** The next call that was talked on, with a ticket of its number. */
function nextCall(): { call: MadeCall; ticketId: string } {
	const call = talked.shift();
	if (!call) throw new Error('There are no more calls');
	const ticketId = `T-${call.called}`;
	desk.tickets[call.called] = [{ id: ticketId }, { id: 'an older one' }];
	return { call, ticketId };
}

/** A row in the order of what is asserted of it. */
async function rowOf({ callSerialNo }: MadeCall) {
	const rows = await dataTableRows(n8n.api, TABLE);
	const own = rows.filter((row) => row.callSerialNo === callSerialNo);
	expect(own).toHaveLength(1);
	return own[0] ?? {};
}

/** Pushes the end of a call, and waits until that was worked on. */
async function pushEnd({ callSerialNo }: MadeCall, repeats = 0): Promise<void> {
	const before = (await n8n.api.endedExecutions(idOf())).length;
	await pushUntilTaken(simulator, 'callReleased', url, { ...{ callSerialNo }, repeats });
	await until('the push was worked on', async () => {
		return (await n8n.api.endedExecutions(idOf())).length > before;
	});
	await expectGood();
}

/** No execution has failed, unless it was killed. */
async function expectGood(): Promise<void> {
	const ended = await n8n.api.endedExecutions(idOf());
	const bad = ended.filter(({ status }) => !['success', 'crashed'].includes(status));
	expect(bad.map(({ status, error }) => ({ status, error }))).toEqual([]);
}

/** What the schedule does every quarter of an hour. */
async function tryAgain(): Promise<void> {
	const { status, error } = await n8n.api.runWorkflow(idOf(), 'Start by hand');
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
}

/** The file of a call, as it should be at the ticket. */
function attachmentOf(call: MadeCall, ticketId: string) {
	return expect.objectContaining({
		ticketId,
		callSerialNo: call.callSerialNo,
		fileName: `${call.callSerialNo}.wav`,
		bytes: recordingOf(call),
	}) as unknown;
}

/** AICC says of the recording what it says before it is there. */
function notThere(code: string, times: number): Fault[] {
	return [{ kind: 'code', route: 'getRecordingAddress', code, times }];
}

it('attaches the recording to the newest ticket of the number, byte by byte', async () => {
	const { call, ticketId } = nextCall();
	await pushEnd(call);
	expect(await rowOf(call)).toMatchObject({ status: 'attached', reason: '', ticketId });
	expect(desk.attachments).toEqual([attachmentOf(call, ticketId)]);
});

it('attaches it once, however often the end is pushed, and in whatever form', async () => {
	const { call, ticketId } = nextCall();
	await pushEnd(call, 3);
	const results = { callSerialNo: call.callSerialNo, called: call.called, callData: 'again' };
	const before = (await n8n.api.endedExecutions(idOf())).length;
	await pushUntilTaken(simulator, 'callReleased', url, { results });
	await until('the other push was worked on', async () => {
		return (await n8n.api.endedExecutions(idOf())).length > before;
	});
	await tryAgain();
	expect(desk.attachments).toEqual([attachmentOf(call, ticketId)]);
	expect(desk.uploads).toBe(1);
});

it('notes a call that nobody talked on, and asks for nothing', async () => {
	const call = simulator.data.madeCalls.find(({ talkingTime }) => talkingTime === undefined);
	if (!call) throw new Error('Everybody was talked to');
	const requests = simulator.requests.length;
	await pushEnd(call);
	await tryAgain();
	expect(await rowOf(call)).toMatchObject({ status: 'no recording', reason: 'Nobody talked' });
	expect(simulator.requests.length).toBe(requests);
});

it('looks for the recording of a call of which nobody said how long it was', async () => {
	for (const durations of [{ talkDuration: '' }, {}]) {
		const { call, ticketId } = nextCall();
		const { callSerialNo, called } = call;
		const before = (await n8n.api.endedExecutions(idOf())).length;
		const results = { callSerialNo, called, ...durations };
		await pushUntilTaken(simulator, 'callReleased', url, { results });
		await until('the push was worked on', async () => {
			return (await n8n.api.endedExecutions(idOf())).length > before;
		});
		expect(await rowOf(call)).toMatchObject({ status: 'attached', ticketId });
	}
	const { call } = nextCall();
	const { callSerialNo, called } = call;
	const results = { callSerialNo, called, talkDuration: '0' };
	await pushUntilTaken(simulator, 'callReleased', url, { results });
	const noted = async () =>
		(await dataTableRows(n8n.api, TABLE)).some((row) => row.callSerialNo === callSerialNo);
	await until('it is noted', noted);
	expect(await rowOf(call)).toMatchObject({ status: 'no recording', reason: 'Nobody talked' });
});

it('waits for a recording that is not there yet, and for a ticket that is not', async () => {
	const late = nextCall();
	simulator.faults = notThere('1', 1);
	await pushEnd(late.call);
	expect(await rowOf(late.call)).toMatchObject({
		status: 'waiting',
		reason: expect.stringMatching(/recording.*upload/i) as unknown,
	});
	const { call, ticketId } = nextCall();
	const tickets = desk.tickets[call.called] ?? [];
	desk.tickets[call.called] = [];
	await pushEnd(call);
	expect(await rowOf(call)).toMatchObject({
		status: 'waiting',
		reason: expect.stringMatching(/no ticket/) as unknown,
	});
	expect(desk.uploads).toBe(0);
	desk.tickets[call.called] = tickets;
	await tryAgain();
	expect(desk.attachments).toEqual([
		attachmentOf(late.call, late.ticketId),
		attachmentOf(call, ticketId),
	]);
});

it('gives up what is not there after a day, and at once what is too large', async () => {
	const { call: never } = nextCall();
	simulator.faults = notThere('5', 0);
	await pushEnd(never);
	expect(await rowOf(never)).toMatchObject({ status: 'waiting' });
	const { callSerialNo } = never;
	const past = new Date(Date.now() - 1000).toISOString();
	await updateDataTableRows(n8n.api, TABLE, { callSerialNo }, { giveUpAt: past });
	await tryAgain();
	expect(await rowOf(never)).toMatchObject({ status: 'given up' });

	const { call: large } = nextCall();
	simulator.faults = notThere('13', 1);
	await pushEnd(large);
	expect(await rowOf(large)).toMatchObject({
		status: 'given up',
		reason: expect.stringMatching(/too large/) as unknown,
	});
	simulator.faults = [];
	const requests = simulator.requests.length;
	await tryAgain();
	expect(simulator.requests.length).toBe(requests);
	expect(desk.uploads).toBe(0);
});

it('sends again what the desk has refused, and not what it may have taken', async () => {
	const refused = nextCall();
	desk.conduct = 401;
	await pushEnd(refused.call);
	expect(await rowOf(refused.call)).toMatchObject({
		status: 'waiting',
		reason: 'The ticket desk answered HTTP 401',
	});
	const broken = nextCall();
	desk.conduct = 500;
	await pushEnd(broken.call);
	expect(await rowOf(broken.call)).toMatchObject({ status: 'unknown' });
	desk.conduct = 'takes';
	await tryAgain();
	expect(desk.attachments).toEqual([attachmentOf(refused.call, refused.ticketId)]);
	expect(await rowOf(refused.call)).toMatchObject({ status: 'attached', reason: '' });
});

it('sends each file once when two runs come at the same time', async () => {
	const calls = [nextCall(), nextCall(), nextCall(), nextCall()];
	simulator.faults = notThere('1', 0);
	for (const { call } of calls) await pushEnd(call);
	simulator.faults = [];
	await Promise.all([tryAgain(), tryAgain()]);
	await tryAgain();
	const byCall = (one: { callSerialNo: string }, other: { callSerialNo: string }) =>
		one.callSerialNo.localeCompare(other.callSerialNo);
	expect([...desk.attachments].sort(byCall)).toEqual(
		calls.map(({ call, ticketId }) => attachmentOf(call, ticketId)),
	);
	expect(desk.uploads).toBe(calls.length);
});

/** Kills n8n as soon as something is so, and starts it again. */
async function killWhen(what: string, isSo: () => boolean): Promise<void> {
	await until(what, isSo);
	n8n.kill();
	await n8n.restart();
	url = url.replace(/^https?:\/\/[^/]+/, n8n.url);
	await until('the trigger answers', async () => (await answer()).status === 400);
}

it('fetches again what was coming in when n8n was killed', async () => {
	const { call, ticketId } = nextCall();
	const { callSerialNo } = call;
	simulator.faults = [{ kind: 'hang', service: 'storage', when: 'midBody' }];
	await pushUntilTaken(simulator, 'callReleased', url, { ...{ callSerialNo }, repeats: 0 });
	await killWhen('the file is being fetched', () => simulator.stats.services.storage.inFlight > 0);
	simulator.faults = [];
	expect(await rowOf(call)).toMatchObject({ status: 'waiting' });
	await pushEndAgain(call);
	await tryAgain();
	expect(desk.attachments).toEqual([attachmentOf(call, ticketId)]);
});

it('does not send again what was being sent when n8n was killed', async () => {
	const { call, ticketId } = nextCall();
	const { callSerialNo } = call;
	desk.conduct = 'neverAnswers';
	await pushUntilTaken(simulator, 'callReleased', url, { ...{ callSerialNo }, repeats: 0 });
	await killWhen('the file is at the desk', () => desk.uploads > 0);
	desk.conduct = 'takes';
	await pushEndAgain(call);
	await tryAgain();
	expect(await rowOf(call)).toMatchObject({ status: 'attaching', ticketId });
	expect(desk.attachments).toEqual([attachmentOf(call, ticketId)]);
	expect(desk.uploads).toBe(1);
});

/** What the platform does when nothing has told it that a push was taken. */
async function pushEndAgain({ callSerialNo }: MadeCall): Promise<void> {
	await pushUntilTaken(simulator, 'callReleased', url, { ...{ callSerialNo }, repeats: 0 });
}
