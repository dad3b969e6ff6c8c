import {
	addDataTableRows,
	dataTableRows,
	deleteDataTableRows,
	updateDataTableRows,
} from '../../scripts/n8n/data-table';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { until } from '../../scripts/lib/until';
import { CAMPAIGN_IDS, startSimulator, type CallAttempt, type Fault } from '../../simulator';

/** The examples of outbound calling, in one n8n: the results belong to the numbers called. */
type Row = Record<string, unknown>;

const CAMPAIGN = CAMPAIGN_IDS.empty;
const FILL = 'fill-a-campaign.json';
const RESULTS = 'results-into-the-table.json';
const PUSHED = 'pushed-results-into-the-table.json';
const SYNC = 'do-not-call-sync.json';

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshN8n('outbound-examples', simulator);
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

function idOf(file: string): string {
	return n8n.workflowIds[file] ?? '';
}

/** Runs an example by its button. */
async function start(file: string) {
	return await n8n.api.runWorkflow(idOf(file), 'Start by hand');
}

/** Runs an example to its good end. @returns the items of each node */
async function run(file: string) {
	const { status, error, items } = await start(file);
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	return items;
}

function requestsOf(...routes: string[]): number {
	return simulator.requests.filter(({ route }) => routes.includes(route)).length;
}

/** An interface that asks to be left alone for longer than the node waits. */
function awayFor(seconds: number, route: string): Fault {
	const headers = { 'retry-after': String(seconds) };
	return { kind: 'status', status: 429, route, headers, times: 0 };
}

/** Does something while the platform has a fault. */
async function withFault<T>(fault: Fault, work: () => Promise<T>): Promise<T> {
	simulator.faults = [fault];
	try {
		return await work();
	} finally {
		simulator.faults = [];
	}
}

const NUMBERS = 'Huawei AICC numbers to call';

const numbersToCall = async () => await dataTableRows(n8n.api, NUMBERS);

/** The row of a number in the table of numbers to call. */
async function rowOf(number: string): Promise<Row> {
	const row = (await numbersToCall()).find((candidate) => candidate.number === number);
	if (!row) throw new Error(`The table does not have ${number}`);
	return row;
}

/** What the campaign has, without what it had before. */
function book() {
	return (simulator.data.callData[CAMPAIGN] ?? []).filter(({ dataId }) => dataId !== 'foreign');
}

/** What the rows that are said to be in the campaign should be there. */
async function expectedBook(...statuses: string[]) {
	const rows = await numbersToCall();
	return rows
		.filter(({ status }) => statuses.includes(String(status)))
		.map(({ id, number, name, customerId, dataId }) => ({
			called: number,
			sessionId: `row-${String(id)}`,
			callData: JSON.stringify({ name, customerId }),
			dataId: dataId === '' ? (expect.any(String) as unknown) : dataId,
			isCalled: false,
		}));
}

describe('the example "fill a campaign from a table"', () => {
	it('only makes the table at first, with made-up rows to put others in place of', async () => {
		await run(FILL);
		expect((await numbersToCall()).map(({ number, status }) => [number, status])).toEqual([
			['13600000001', null],
			['13600000002', null],
			['13600000003', null],
			['13900000001', null],
		]);
		expect(requestsOf('addCalldata', 'blocklistQuery')).toBe(0);
	});

	it('sends nothing, and fails, when the blocklist cannot be read', async () => {
		const fault: Fault = {
			kind: 'json',
			route: 'blocklistQuery',
			times: 0,
			body: { resultCode: '0200001' },
		};
		const { status, error } = await withFault(fault, async () => await start(FILL));
		expect([status, error]).toEqual(['error', expect.stringMatching(/blocklist/)]);
		expect(requestsOf('addCalldata')).toBe(0);
		expect((await numbersToCall()).map(({ status }) => status)).toEqual(Array(4).fill(null));
	});

	it('adds each number once, and writes into each row what became of it', async () => {
		simulator.data.callData[CAMPAIGN] = [
			{ dataId: 'foreign', called: '13600000003', isCalled: false },
		];
		await addDataTableRows(n8n.api, NUMBERS, [
			{ number: 'ask at the desk', name: 'Nobody', customerId: 'C-1005' },
			{ number: ' 13600000004 ', name: 'Dan "Example"', customerId: 'C-1006' },
		]);
		await run(FILL);
		const rows = await numbersToCall();
		expect(rows.map(({ number, status, message }) => [number, status, message])).toEqual([
			['13600000001', 'added', ''],
			['13600000002', 'added', ''],
			['13600000003', 'refused', expect.stringMatching(/13600000003.* in the campaign already/)],
			['13900000001', 'refused', 'On the blocklist'],
			['ask at the desk', 'refused', 'Not a number that can be dialled'],
			[' 13600000004 ', 'added', ''],
		]);
		const expected = await expectedBook('added');
		expect(book()).toEqual(
			expected.map((record) => ({ ...record, called: String(record.called).trim() })),
		);
		expect(book()).toHaveLength(3);
	});

	it('adds nothing when it runs again', async () => {
		const before = { rows: await numbersToCall(), book: structuredClone(book()) };
		const requests = requestsOf('addCalldata', 'blocklistQuery');
		await run(FILL);
		expect({ rows: await numbersToCall(), book: book() }).toEqual(before);
		expect(requestsOf('addCalldata', 'blocklistQuery')).toBe(requests);
	});

	it.each<[name: string, number: string, fault: Fault]>([
		['the answer was cut off', '13600000005', { kind: 'cut', route: 'addCalldata', when: 'after' }],
		[
			'the answer says nothing of it',
			'13600000007',
			{
				kind: 'json',
				route: 'addCalldata',
				when: 'after',
				body: { resultCode: '0200000', returnObject: { totalSize: 1, dataIdList: [] } },
			},
		],
	])('does not send a number again when %s', async (_name, number, fault) => {
		await addDataTableRows(n8n.api, NUMBERS, [{ number, name: 'Eve', customerId: 'C-1007' }]);
		await withFault(fault, async () => await run(FILL));
		expect(await rowOf(number)).toMatchObject({ status: 'unknown', dataId: '' });
		const requests = requestsOf('addCalldata');
		await run(FILL);
		expect(requestsOf('addCalldata')).toBe(requests);
		expect(book().filter(({ called }) => called === number)).toHaveLength(1);
	});

	it('sends a number with the next run that could not be sent at all', async () => {
		await addDataTableRows(n8n.api, NUMBERS, [
			{ number: '13600000006', name: 'Fay', customerId: 'C-1008' },
		]);
		const busy = awayFor(600, 'addCalldata');
		await withFault(busy, async () => await run(FILL));
		expect(await rowOf('13600000006')).toMatchObject({
			status: 'not sent',
			message: expect.stringMatching(/HTTP 429/) as unknown,
		});
		await run(FILL);
		const row = await rowOf('13600000006');
		expect(row).toMatchObject({ status: 'added', message: '' });
		expect(book().at(-1)).toMatchObject({ called: row.number, dataId: row.dataId });
	});

	it('ends when none of twenty numbers was added, and goes on with the next run', async () => {
		const rows = Array.from({ length: 45 }, (_, index) => ({
			number: String(13_600_000_200 + index),
			name: `Number ${index}`,
			customerId: `C-${3000 + index}`,
		}));
		await addDataTableRows(n8n.api, NUMBERS, rows);
		const campaign = simulator.data.campaigns.find(({ id }) => id === CAMPAIGN);
		const before = campaign?.status;
		const sent = requestsOf('addCalldata');
		Object.assign(campaign ?? {}, { status: 4 });
		await run(FILL);
		Object.assign(campaign ?? {}, { status: before });
		expect(requestsOf('addCalldata')).toBe(sent + 1);
		const statuses = (await numbersToCall()).slice(-rows.length).map(({ status }) => status);
		expect(statuses).toEqual([...Array(20).fill('refused'), ...Array(25).fill(null)]);

		await run(FILL);
		const next = (await numbersToCall()).slice(-rows.length).map(({ status }) => status);
		expect(next).toEqual([...Array(20).fill('refused'), ...Array(25).fill('added')]);
	});

	it('sends a number once when two runs come at the same time', async () => {
		const rows = Array.from({ length: 45 }, (_, index) => ({
			number: String(13_600_000_100 + index),
			name: `Number ${index}`,
			customerId: `C-${2000 + index}`,
		}));
		await addDataTableRows(n8n.api, NUMBERS, rows);
		await Promise.all([run(FILL), run(FILL)]);
		const sent = (await numbersToCall()).slice(-rows.length);
		expect(sent.map(({ status }) => status)).toEqual(Array(rows.length).fill('added'));
		const expected = await expectedBook('added', 'unknown');
		const byNumber = (a: { called?: unknown }, b: { called?: unknown }) =>
			String(a.called).trim().localeCompare(String(b.called).trim());
		expect([...book()].sort(byNumber)).toEqual(
			expected
				.map((record) => ({ ...record, called: String(record.called).trim() }))
				.sort(byNumber),
		);
	});
});

describe('the examples "results back into the table" and "pushed results into the table"', () => {
	const FAILED = { callStatus: 5, failCode: '00603', recordPath: '' };
	const RECORDING = 'https://records.obs.example.com/1.wav';
	const SUCCEEDED = { callStatus: 6, failCode: '', recordPath: RECORDING };
	const NOT_ANSWERED = 'The called party does not answer the call.';
	let url = '';

	beforeAll(async () => {
		const workflow = await n8n.api.workflow(idOf(PUSHED));
		const webhookIds = workflow.nodes.flatMap(({ webhookId }) => webhookId ?? []);
		url = `${n8n.url}/webhook/${String(webhookIds[0])}/callbacks`;
		// n8n says that a workflow is published before its URL works.
		await until('the trigger answers', async () => {
			const [push] = await simulator.pushResults(url, { results: [] });
			return push?.isTaken === true;
		});
	});

	/** A result of a call to a number of the table. */
	async function resultOf(number: string, own: Partial<CallAttempt>): Promise<CallAttempt> {
		const { id } = await rowOf(number);
		return {
			campaignId: CAMPAIGN,
			sessionId: `row-${String(id)}`,
			called: number,
			vdnId: simulator.account.vdnId,
			callTimeStr: '2026-03-01 10:00:00',
			callStatus: 6,
			failCode: '',
			resultCode: '',
			callId: '',
			customField: '',
			recordPath: '',
			talkSeconds: 0,
			...own,
		};
	}

	let executions = 0;

	/** Pushes results and waits until they have been worked on. */
	async function push(...results: object[]): Promise<void> {
		const [pushed] = await simulator.pushResults(url, { results });
		expect(pushed?.isTaken).toBe(true);
		executions++;
		await until('the results have been worked on', async () => {
			return (await n8n.api.endedExecutions(idOf(PUSHED))).length >= executions;
		});
		const ended = await n8n.api.endedExecutions(idOf(PUSHED));
		expect(ended.map(({ status, error }) => ({ status, error }))).toEqual(
			Array(executions).fill({ status: 'success', error: undefined }),
		);
	}

	/** The numbers whose rows something has changed. */
	async function changed(work: () => Promise<unknown>): Promise<unknown[]> {
		const before = await numbersToCall();
		await work();
		const after = await numbersToCall();
		return after
			.filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]))
			.map(({ number }) => number);
	}

	it('writes each result into its row and no other', async () => {
		const results = [
			await resultOf('13600000001', { ...FAILED, callId: '1-1' }),
			await resultOf('13600000002', { ...SUCCEEDED, callId: '1-2' }),
			await resultOf('13600000005', { ...FAILED, failCode: '99999', callId: '1-3' }),
			await resultOf('13600000006', { campaignId: CAMPAIGN_IDS.paused, callId: '1-4' }),
			await resultOf('13600000006', { sessionId: 'of somebody else', callId: '1-5' }),
			{ ...(await resultOf('13600000006', { callId: '1-6' })), sessionId: undefined },
			{ ...(await resultOf('13900000001', { callId: '1-7' })), campaignId: null },
		];
		const requests = requestsOf('queryOBSResultCode');
		const numbers = await changed(async () => await push(...results));
		expect(numbers).toEqual(['13600000001', '13600000002', '13600000005']);
		const { length: codes } = simulator.data.obsResultCodes;
		expect(requestsOf('queryOBSResultCode') - requests).toBe(Math.ceil(codes / 50));
		const calledAt = '2026-03-01 10:00:00';
		expect([
			await rowOf('13600000001'),
			await rowOf('13600000002'),
			// It was not known whether this one was added.
			await rowOf('13600000005'),
		]).toMatchObject([
			{ status: 'called', result: NOT_ANSWERED, calledAt, recording: '' },
			{ status: 'called', result: 'succeeded', calledAt, recording: RECORDING },
			{ status: 'called', result: 'failed, code 99999', calledAt },
		]);
	});

	it('changes nothing for a repeated push, nor for the result of an earlier attempt', async () => {
		const repeated = await resultOf('13600000001', { ...FAILED, callId: '1-1' });
		const callTimeStr = '2026-03-01 09:50:00';
		const earlier = await resultOf('13600000001', { ...SUCCEEDED, callTimeStr, callId: '0-1' });
		const numbers = await changed(async () => {
			const pushed = await simulator.pushResults(url, { results: [repeated], repeats: 2 });
			expect(pushed.map(({ isTaken }) => isTaken)).toEqual([true, true, true]);
			await push(earlier);
		});
		expect(numbers).toEqual([]);
	});

	it('writes the result of a later attempt, without its meaning if need be', async () => {
		const callTimeStr = '2026-03-01 10:10:00';
		const later = await resultOf('13600000001', { ...FAILED, callTimeStr, callId: '2-1' });
		const fault: Fault = {
			kind: 'json',
			route: 'queryOBSResultCode',
			body: { resultCode: '0200001' },
		};
		await withFault(fault, async () => await push(later));
		expect(await rowOf('13600000001')).toMatchObject({
			result: 'failed, code 00603',
			calledAt: callTimeStr,
		});
	});

	it('catches up with what was not pushed', async () => {
		const daysAgo = (days: number) =>
			new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
		const [missed, late] = ['13600000006', '13600000101'];
		const calledAt = daysAgo(1);
		simulator.data.callResults[CAMPAIGN] = [
			await resultOf(late, { ...SUCCEEDED, callTimeStr: daysAgo(6), callId: '3-1' }),
			await resultOf(missed, { ...FAILED, callTimeStr: calledAt, callId: '3-2' }),
			await resultOf('13600000002', {
				...FAILED,
				callTimeStr: daysAgo(2),
				callId: '3-3',
			}),
		];
		await push(
			await resultOf('13600000002', { ...SUCCEEDED, callTimeStr: daysAgo(1), callId: '3-4' }),
		);
		expect(await changed(async () => await run(RESULTS))).toEqual([missed]);
		expect(await rowOf(missed)).toMatchObject({
			status: 'called',
			result: NOT_ANSWERED,
			calledAt,
		});
	});

	it('writes the results of numbers that were called meanwhile, read by hand', async () => {
		const number = '13600000007';
		await addDataTableRows(n8n.api, NUMBERS, [{ number: '13600000300', name: 'Gil' }]);
		await run(FILL);
		expect(simulator.callNumbers()).toBeGreaterThan(0);
		await run(RESULTS);
		expect(await rowOf('13600000300')).toMatchObject({
			status: 'called',
			result: expect.stringMatching(/./) as unknown,
			calledAt: expect.stringMatching(/^20\d\d-/) as unknown,
		});
		// It was in the campaign although no answer had said so.
		expect(await rowOf(number)).toMatchObject({ status: 'called' });
	});
});

describe('the example "do-not-call list sync"', () => {
	const LIST = 'Huawei AICC do-not-call list';
	const MARKS = 'Huawei AICC blocked by n8n';
	const FOREIGN = '13900000001';
	const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

	const blocklist = () => simulator.data.blocklist.map(({ blockNum }) => blockNum);
	const marks = async () => (await dataTableRows(n8n.api, MARKS)).map(({ number }) => number);
	let foreign: string[];

	beforeAll(() => {
		foreign = blocklist();
	});

	/** Runs it to its good end. @returns what it has counted */
	async function sync() {
		return (await run(SYNC)).Counts?.[0];
	}

	const DONE = {
		onTheList: 0,
		blocked: 0,
		blockedByOthersToo: 0,
		unblocked: 0,
		refused: [],
		notSent: [],
		unknown: [],
	};

	it('makes its tables, and changes nothing as long as they are empty', async () => {
		expect(await sync()).toEqual(DONE);
		expect(blocklist()).toEqual(foreign);
	});

	it('blocks what is missing, and fails with the numbers that were refused', async () => {
		await addDataTableRows(n8n.api, LIST, [
			{ number: '136 0000 0021', reason: 'complaint', until: null },
			{ number: '13600000022\ufeff', reason: 'asked by mail', until: day(1) },
			{ number: '13600000023', reason: 'over', until: day(-1) },
			{ number: FOREIGN, reason: 'blocked by somebody else for one category', until: null },
			{ number: 'no number', reason: '', until: null },
			{ number: '13600000021', reason: 'twice in the list', until: null },
			{ number: null, reason: 'an empty row', until: null },
		]);
		const entry = simulator.data.blocklist.find(({ blockNum }) => blockNum === FOREIGN);
		Object.assign(entry ?? {}, { relCategoryId: '1704000000000000001' });
		const { status, error, items } = await start(SYNC);
		expect([status, error]).toEqual(['error', expect.stringMatching(/^Refused:\nnonumber: /)]);
		expect(items.Counts).toEqual([
			{
				...DONE,
				onTheList: 5,
				blocked: 2,
				blockedByOthersToo: 1,
				refused: [expect.any(String)],
			},
		]);
		expect(blocklist()).toEqual([...foreign, '13600000021', '13600000022']);
		expect(entry).toMatchObject({ relCategoryId: '' });
		expect(await marks()).toEqual(['13600000021', '13600000022']);
	});

	it('changes nothing when it runs again', async () => {
		await deleteDataTableRows(n8n.api, LIST, { number: 'no number' });
		const before = {
			blocklist: structuredClone(simulator.data.blocklist),
			marks: await dataTableRows(n8n.api, MARKS),
		};
		const requests = requestsOf('blocklistDelete');
		expect(await sync()).toEqual({ ...DONE, onTheList: 4, blockedByOthersToo: 1 });
		expect({
			blocklist: simulator.data.blocklist,
			marks: await dataTableRows(n8n.api, MARKS),
		}).toEqual(before);
		expect(requestsOf('blocklistDelete')).toBe(requests);
	});

	it('unblocks what is no longer on the list, but not what somebody else has blocked', async () => {
		await deleteDataTableRows(n8n.api, LIST, { number: '136 0000 0021' });
		await deleteDataTableRows(n8n.api, LIST, { number: '13600000021' });
		await deleteDataTableRows(n8n.api, LIST, { number: FOREIGN });
		await updateDataTableRows(n8n.api, LIST, { number: '13600000022\ufeff' }, { until: day(-1) });
		expect(await sync()).toEqual({ ...DONE, unblocked: 2 });
		expect(blocklist()).toEqual(foreign);
		expect(await marks()).toEqual([]);
	});

	it('fails with a number that could not be sent, and blocks it the next time', async () => {
		const number = '13600000025';
		await addDataTableRows(n8n.api, LIST, [{ number, reason: '', until: null }]);
		const busy = awayFor(600, 'blocklistAdd');
		const { status, error, items } = await withFault(busy, async () => await start(SYNC));
		expect([status, error]).toEqual(['error', expect.stringMatching(/^Not sent.*\n13600000025: /)]);
		expect(items.Counts).toEqual([{ ...DONE, onTheList: 1, notSent: [expect.any(String)] }]);
		expect(await marks()).toEqual([]);
		expect(await sync()).toMatchObject({ blocked: 1 });
		expect([blocklist(), await marks()]).toEqual([[...foreign, number], [number]]);
	});

	it('looks first when no answer came, and still knows what is its own', async () => {
		const number = '13600000026';
		await addDataTableRows(n8n.api, LIST, [{ number, reason: '', until: null }]);
		const cut: Fault = { kind: 'cut', route: 'blocklistAdd', when: 'after' };
		const { status, error } = await withFault(cut, async () => await start(SYNC));
		expect([status, error]).toEqual([
			'error',
			expect.stringMatching(/^Not known.*\n13600000026: /),
		]);
		const requests = requestsOf('blocklistAdd');
		expect(await sync()).toMatchObject({ blocked: 0, unknown: [] });
		expect(requestsOf('blocklistAdd')).toBe(requests);
		await deleteDataTableRows(n8n.api, LIST, { number });
		await deleteDataTableRows(n8n.api, LIST, { number: '13600000025' });
		expect(await sync()).toMatchObject({ unblocked: 2 });
		expect(blocklist()).toEqual(foreign);
	});

	it('tries again to unblock when the platform could not be asked', async () => {
		const number = '13600000027';
		await addDataTableRows(n8n.api, LIST, [{ number, reason: '', until: null }]);
		await sync();
		await deleteDataTableRows(n8n.api, LIST, { number });
		const busy = awayFor(600, 'blocklistDelete');
		const { status } = await withFault(busy, async () => await start(SYNC));
		expect([status, await marks()]).toEqual(['error', [number]]);
		expect(await sync()).toMatchObject({ unblocked: 1 });
		expect([blocklist(), await marks()]).toEqual([foreign, []]);
	});

	it('leaves a number to whoever has blocked it since', async () => {
		const number = '13600000024';
		await addDataTableRows(n8n.api, LIST, [{ number, reason: '', until: null }]);
		expect(await sync()).toMatchObject({ blocked: 1 });
		const own = simulator.data.blocklist.pop();
		await deleteDataTableRows(n8n.api, LIST, { number });
		expect(await sync()).toMatchObject({ unblocked: 0 });
		if (own) simulator.data.blocklist.push(own);
		expect(await sync()).toMatchObject({ unblocked: 0 });
		expect(blocklist()).toEqual([...foreign, number]);
	});
});
