/** Calls that the API Fabric makes: what becomes of them. */
import './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { until } from '../../scripts/lib/until';
import {
	answerWith,
	bodiesOf,
	byId,
	errorIn,
	PAIRED,
	requestsOf,
	runnerFor,
	useSimulator,
} from './fixtures';
import { listen } from './listener';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const KNOWN = '1700000000000000001';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Runs an operation of a call, and goes on after an error. */
async function runCall(operation: string, parameters: INodeParameters) {
	return await run(
		{ ...parametersOf(`call/${operation}`), filters: {}, ...parameters },
		{ onError: 'continueRegularOutput' },
	);
}

describe('Call: Get State', () => {
	it('has no words for a reason that the page does not know, and keeps every digit', async () => {
		answerWith(
			holder.simulator,
			'queryCallState',
			'{"retCode":0,"result":{"state":"3","reasonCode":17,"caller":1234567890123456789,"called":666}}',
		);
		expect((await runCall('getState', { callSerialNo: KNOWN })).items).toEqual([
			{
				json: {
					callSerialNo: KNOWN,
					state: '3',
					stateName: 'ended',
					reasonCode: 17,
					reasonCodeName: null,
					callerNumber: '1234567890123456789',
					called: '666',
				},
				pairedItem: PAIRED,
			},
		]);
	});

	it('is an error for a number that nobody was given', async () => {
		const { items } = await runCall('getState', { callSerialNo: '1700000000000000999' });
		expect(errorIn(items[0])).toMatchObject({
			message: expect.stringContaining('The query failed (code 1)'),
			description: expect.stringContaining('Call Serial Number'),
			outcome: 'refused',
		});
	});

	it.each<[unknown, RegExp]>([
		['1'.repeat(51), /^Call Serial Number has 51 characters/],
		['={{ 1700000000000000001 }}', /^Call Serial Number came as a number/],
	])('does not ask for %s', async (callSerialNo, words) => {
		const { items } = await runCall('getState', { callSerialNo: callSerialNo as string });
		expect(errorIn(items[0])?.message).toMatch(words);
		expect(holder.simulator.requests).toEqual([]);
	});
});

describe('Call: Get Info', () => {
	it('takes an answer without a result code, and its numbers as text', async () => {
		const body = '{"caller":13900000001,"called":"666","callId":"1-2","callType":0}';
		answerWith(holder.simulator, 'queryCallInfoByCallId', body);
		expect((await runCall('getInfo', { callId: '1-2' })).rows).toEqual([
			{ callId: '1-2', callerNumber: '13900000001', called: '666', callType: 0 },
		]);
	});

	it.each(['{}', '{"retCode":"7","retMsg":"No"}', '{"caller":"","callId":null}'])(
		'does not take %s for a call',
		async (body) => {
			answerWith(holder.simulator, 'queryCallInfoByCallId', body);
			const { items } = await runCall('getInfo', {});
			expect(errorIn(items[0])).toMatchObject({
				message: 'Could not get the data of the call: the answer has no call [item 0]',
				outcome: 'failed',
			});
		},
	);

	it('is an error for a call that is not there', async () => {
		const { items } = await runCall('getInfo', { callId: '1700000000000-999999' });
		expect(errorIn(items[0])).toMatchObject({ httpStatus: 500 });
		expect(requestsOf(holder.simulator, 'queryCallInfoByCallId')).toHaveLength(1);
	});
});

describe('Call: Get Many', () => {
	interface Asked {
		startTime: string;
		endTime: string;
		offset: string;
		caller?: string;
		taskType?: string;
	}

	const ROUTE = 'queryCallDetailRecord';

	/** Parameters for the calls of the last days. */
	function lastDays(days: number, end = Date.now()): INodeParameters {
		const beginTime = new Date(end - days * DAY_MS).toISOString();
		return { beginTime, endTime: new Date(end).toISOString() };
	}

	function asked(): Asked[] {
		return bodiesOf(holder.simulator, ROUTE) as Asked[];
	}

	it('reads a long span in parts of seven days that leave no gap', async () => {
		const { rows } = await runCall('getAll', lastDays(21));
		const parts = asked()
			.filter(({ offset }) => offset === '0')
			.map(({ startTime, endTime }) => [Number(startTime), Number(endTime)] as const)
			.sort(([one], [other]) => one - other);
		expect(parts).toHaveLength(3);
		for (const [index, [start, end]] of parts.entries()) {
			expect(end - start).toBe(7 * DAY_MS);
			expect(start).toBe(parts[index - 1]?.[1] ?? start);
		}
		const all = holder.simulator.data.madeCalls.map(({ callSerialNo }) => callSerialNo);
		expect(rows.map((row) => row.callSerialNo)).toEqual(all);
	});

	it('gives a call once that is in two parts, and others that are like it', async () => {
		const end = Date.now() - DAY_MS;
		const border = end - 3 * DAY_MS;
		const [made] = holder.simulator.data.madeCalls;
		if (!made) throw new Error('There are no calls');
		const at = (startTime: number, number: number) => ({
			...made,
			callSerialNo: String(1_700_000_000_000_001_000n + BigInt(number)),
			startTime,
			endTime: startTime + 1,
		});
		holder.simulator.data.madeCalls = [at(border - 1, 1), at(border, 2), at(border, 3), at(end, 4)];
		const { rows } = await runCall('getAll', lastDays(10, end));
		expect(rows.map(({ callSerialNo }) => callSerialNo)).toEqual(
			holder.simulator.data.madeCalls.map(({ callSerialNo }) => callSerialNo),
		);
	});

	it('reads the parts side by side, no more at once than the credential allows', async () => {
		holder.simulator.behaviour.delayMs = 50;
		await runCall('getAll', lastDays(90));
		const { maxInFlight } = holder.simulator.stats.services.fabric;
		expect(maxInFlight).toBeGreaterThanOrEqual(4);
		expect(maxInFlight).toBeLessThanOrEqual(10);
	});

	it('asks for no part that a limit does not need, and for none that is yet to come', async () => {
		const { rows } = await runCall('getAll', { ...lastDays(20), returnAll: false, limit: 5 });
		expect(rows).toHaveLength(5);
		expect(asked()).toHaveLength(1);
		holder.simulator.reset();
		const soon = Date.now() + 3 * DAY_MS;
		expect((await runCall('getAll', lastDays(1, soon))).rows).toEqual([]);
		await runCall('getAll', lastDays(30, soon + 26 * DAY_MS));
		expect(asked()).toHaveLength(1);
	});

	it('sends its filters as text', async () => {
		const filters = { callerNumber: '={{ "900-0001" }}', taskType: '={{ 1 }}' };
		const options = { cleanNumbers: true };
		const { rows } = await runCall('getAll', { ...lastDays(5), filters, options });
		expect(asked()[0]).toMatchObject({ caller: '9000001', taskType: '1' });
		expect(rows.length).toBeGreaterThan(0);
		expect(new Set(rows.map(({ callerNumber }) => callerNumber))).toEqual(new Set(['9000001']));
	});

	it('takes a day without a time for the whole of it, by the clock of the workflow', async () => {
		const { error } = await run(
			{
				...parametersOf('call/getAll'),
				filters: {},
				beginTime: '2026-03-01',
				endTime: '2026-03-01',
			},
			{ timezone: 'Asia/Shanghai' },
		);
		expect(error).toBeUndefined();
		expect(asked()[0]).toMatchObject({
			startTime: String(Date.parse('2026-02-28T16:00:00Z')),
			endTime: String(Date.parse('2026-03-01T15:59:59.999Z')),
		});
	});

	it.each<[INodeParameters, RegExp]>([
		[
			{ beginTime: '2026-03-02T00:00:00Z', endTime: '2026-03-01T23:59:59Z' },
			/^End Time is before Begin Time: 2026-03-01T/,
		],
		[
			{ beginTime: '2015-01-01T00:00:00Z', endTime: '2026-03-01T00:00:00Z' },
			/^Begin Time is more than ten years before End Time/,
		],
		[{ ...lastDays(1), beginTime: '={{ "" }}' }, /^Begin Time is empty/],
		[{ ...lastDays(1), filters: { taskType: '5' } }, /^Task Type is none of the values/],
	])('asks nothing with %j', async (parameters, words) => {
		const { items } = await runCall('getAll', parameters);
		expect(items).toHaveLength(1);
		expect(errorIn(items[0])?.message).toMatch(words);
		expect(holder.simulator.requests).toEqual([]);
	});

	it('gives no part of the calls out when a part cannot be read', async () => {
		holder.simulator.faults = [{ kind: 'code', code: '1', route: ROUTE, skip: 2, times: 1 }];
		const { items } = await runCall('getAll', lastDays(20));
		expect(items).toHaveLength(1);
		expect(errorIn(items[0])).toMatchObject({ outcome: 'refused' });
	});
});

describe('a call that is made', () => {
	const ROUTE = 'createCallV1';
	const NUMBERS = { callerNumber: '9000001', calledNumber: '13600000001', additionalFields: {} };

	it('goes its way as time passes, and is among the records when it is over', async () => {
		const { behaviour } = holder.simulator;
		behaviour.callStepMs = 10_000;
		const [made] = (await runCall('create', { ...NUMBERS })).rows;
		const callSerialNo = made?.callSerialNo as string;
		const states = [];
		const listed = [];
		for (const seconds of [0, 11, 21, 41]) {
			behaviour.clockOffsetSeconds = seconds;
			const [state] = (await runCall('getState', { callSerialNo })).rows;
			states.push([state?.stateName, state?.reasonCodeName]);
			const span = {
				beginTime: new Date(Date.now() - 60_000).toISOString(),
				endTime: new Date(Date.now() + 60_000).toISOString(),
			};
			const { rows } = await runCall('getAll', span);
			listed.push(rows.some((row) => row.callSerialNo === callSerialNo));
		}
		expect(states).toEqual([
			['to be called', null],
			['calling', null],
			['talking', null],
			['ended', 'called party hung up'],
		]);
		expect(listed).toEqual([false, false, false, true]);
	});

	it('is given its callback address in Base64, and reports there how it ended', async () => {
		holder.simulator.behaviour.callStepMs = 10;
		const receiver = await listen();
		try {
			const additionalFields = { callBackUrl: receiver.url, callData: '={{ { order: 1 } }}' };
			const { rows } = await runCall('create', { ...NUMBERS, additionalFields });
			expect(bodiesOf(holder.simulator, ROUTE)).toEqual([
				{
					caller: '9000001',
					called: '13600000001',
					callData: '{"order":1}',
					callBackUrl: Buffer.from(receiver.url).toString('base64'),
				},
			]);
			await until('the end is reported', () => receiver.bodies.length > 0);
			expect(receiver.bodies.map((body) => JSON.parse(body) as unknown)).toMatchObject([
				{ callSerialNo: rows[0]?.callSerialNo, called: '13600000001', releaseReason: '0' },
			]);
		} finally {
			await receiver.stop();
		}
	});

	it('is reported when it is answered, where the tenant has an address for that', async () => {
		const receiver = await listen();
		try {
			Object.assign(holder.simulator.behaviour, { callStepMs: 10, callConnectedUrl: receiver.url });
			const unanswered = { ...NUMBERS, calledNumber: '13600000005' };
			await runCall('create', unanswered);
			const additionalFields = { callBackUrl: receiver.url };
			const { rows } = await runCall('create', { ...NUMBERS, additionalFields });
			const { callSerialNo } = rows[0] ?? {};
			await until('both are reported', () => receiver.bodies.length > 1);
			const reports = receiver.bodies.map((body) => JSON.parse(body) as IDataObject);
			expect(reports.filter((report) => !('releaseReason' in report))).toEqual([
				{ callSerialNo, serviceNo: '9000001', called: '13600000001' },
			]);
			expect(reports).toContainEqual(expect.objectContaining({ callSerialNo, releaseReason: '0' }));
		} finally {
			await receiver.stop();
		}
	});

	it.each([
		["DateTime.fromISO('2026-03-01T08:30:00Z', { zone: 'utc' })", '2026-03-01T08:30:00.000Z'],
		['new Date(0)', '1970-01-01T00:00:00.000Z'],
		['[{ order: 1 }]', '[{"order":1}]'],
	])('takes along what %s is in words or JSON', async (expression, callData) => {
		await runCall('create', { ...NUMBERS, additionalFields: { callData: `={{ ${expression} }}` } });
		expect(bodiesOf(holder.simulator, ROUTE)).toMatchObject([{ callData }]);
	});

	it.each<[INodeParameters, RegExp]>([
		[{ callData: '={{ new Map([["order", 1]]) }}' }, /^Call Data is neither text nor a number/],
		[{ callData: "={{ DateTime.invalid('none') }}" }, /^Call Data is neither text nor a number/],
		[{ callData: '={{ { order: [1234567890123456789] } }}' }, /^Call Data has a number with more/],
		[{ callBackUrl: 'n8n.example.com/webhook' }, /^Callback URL is not an address/],
		[{ callBackUrl: 'aHR0cHM6Ly9leGFtcGxlLmNvbQ==' }, /^Callback URL is not an address/],
		[{ callBackUrl: 'https://n8n.example.com/?a=1' }, /^Callback URL has "=" in it/],
		[{ callData: 'x'.repeat(1025) }, /^Call Data has 1025 characters/],
		[{ agentWorkNo: { __rl: true, mode: 'list', value: '' } }, /^Agent is empty \[/],
		[{ agentWorkNo: '={{ "" }}' }, /^Agent is empty \[/],
		[{ agentWorkNo: byId('100000') }, /^Agent is not a whole number/],
		[{ callerPresent: '+' }, /^Caller Present has "\+" in it/],
	])('is not asked for with %j', async (additionalFields, words) => {
		const { items } = await runCall('create', {
			...NUMBERS,
			additionalFields: additionalFields as INodeParameters,
		});
		expect(errorIn(items[0])).toMatchObject({
			message: expect.stringMatching(words),
			outcome: 'refused',
		});
		expect(holder.simulator.requests).toEqual([]);
	});
});
