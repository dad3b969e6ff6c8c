import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	EMPTY,
	itRefuses,
	NO_LINE,
	NO_TEXT,
	NO_WHOLE_NUMBER,
	VALUE,
	type Field,
} from './badInputs';
import { bodiesOf, errorIn, OPERATIONS, runnerFor, useSimulator } from './fixtures';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const additional = (name: string): INodeParameters => ({
	...OPERATIONS.faultCheck,
	additionalFields: { [name]: VALUE },
});
const filter = (name: string): INodeParameters => ({
	...OPERATIONS.accessCodes,
	filters: { [name]: VALUE },
});
const numberTooLong = '1'.repeat(33);

const FIELDS: Field[] = [
	{
		label: 'Calling Number',
		parameters: { ...OPERATIONS.calledDevice, callerNumber: VALUE },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE, numberTooLong],
	},
	{
		label: 'Called Number',
		parameters: { ...OPERATIONS.calledDevice, calledNumber: VALUE },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE, numberTooLong],
	},
	{
		label: 'MSISDN',
		parameters: { ...OPERATIONS.faultCheck, msisdn: VALUE },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE],
	},
	{
		label: 'Complaint Scene',
		parameters: { ...OPERATIONS.faultCheck, complaintScene: VALUE },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE],
	},
	{
		label: 'Fault Time',
		parameters: { ...OPERATIONS.faultCheck, faultTime: VALUE },
		bad: [
			...EMPTY,
			'yesterday',
			'2024-13-01',
			'2024-02-30T00:00:00',
			'18.07.2024',
			'2024',
			'20240718',
			1_721_283_133,
			'1721283133',
			17_212_831_330_000,
			1_721_283_133_000.5,
			-1_721_283_133_000,
			NaN,
			Infinity,
			true,
			{},
			[1_721_283_133_000],
			new Date(NaN),
		],
	},
	{
		label: 'Backtrace Duration',
		parameters: additional('backtraceDuration'),
		bad: [59, '59', 0, -60, ...NO_WHOLE_NUMBER],
	},
	{ label: 'Session ID', parameters: additional('sessionId'), bad: [...NO_TEXT, ...NO_LINE] },
	{ label: 'Access Code', parameters: filter('accessCode'), bad: [...NO_TEXT, ...NO_LINE] },
	{ label: 'Description', parameters: filter('description'), bad: [...NO_TEXT, ...NO_LINE] },
	{ label: 'Media Type', parameters: filter('mediaType'), bad: [0, -2, ...NO_WHOLE_NUMBER] },
	...[OPERATIONS.accessCodes, OPERATIONS.obsResultCodes, OPERATIONS.externalResults].map(
		(operation) => ({
			label: 'Limit',
			parameters: { ...operation, returnAll: false, limit: VALUE },
			bad: [...EMPTY, 0, '0', -1, ...NO_WHOLE_NUMBER],
		}),
	),
	{
		label: 'Return All',
		parameters: { ...OPERATIONS.accessCodes, returnAll: VALUE },
		bad: ['yes', 1, {}],
	},
	...[OPERATIONS.obsResultCodes, OPERATIONS.externalResults, OPERATIONS.externalResult].map(
		(operation) => ({
			label: 'VDN ID',
			parameters: { ...operation, options: { vdnId: VALUE } },
			bad: [10_000, '10000', -1, 1.5, 'x', '40/..', '4 0', true, false, {}, [], [40], NaN],
		}),
	),
	...['id', 'list'].map((mode) => ({
		label: 'External Result',
		parameters: {
			...OPERATIONS.externalResult,
			externalResultId: { __rl: true, mode, value: VALUE },
		},
		bad: [
			...EMPTY,
			...NO_TEXT,
			...NO_LINE,
			'..',
			'.',
			'../x',
			'1/2',
			'1?x=1',
			'1#x',
			'%2e%2e',
			'1 2',
			'-1',
			'abc',
			'1²',
		],
	})),
];

itRefuses(holder, FIELDS);

describe('a required field that is left empty on the screen', () => {
	it.each<[string, INodeParameters]>([
		['Calling Number', { ...OPERATIONS.calledDevice, callerNumber: '' }],
		['Called Number', { ...OPERATIONS.calledDevice, calledNumber: '' }],
		['MSISDN', { ...OPERATIONS.faultCheck, msisdn: '' }],
		['Fault Time', { ...OPERATIONS.faultCheck, faultTime: '' }],
		['Complaint Scene', { ...OPERATIONS.faultCheck, complaintScene: '' }],
		[
			'External Result',
			{ ...OPERATIONS.externalResult, externalResultId: { __rl: true, mode: 'list', value: '' } },
		],
	])('is told by n8n before the workflow starts: %s', async (label, parameters) => {
		await expect(run(parameters)).rejects.toThrow(`Parameter "${label}" is required`);
		expect(holder.simulator.requests).toEqual([]);
	});
});

it('says which field has an expression that fails, and sends nothing', async () => {
	const calledNumber = "={{ $('Nowhere').item.json.called }}";
	const { items } = await run(
		{ ...OPERATIONS.calledDevice, calledNumber },
		{ items: [{}, {}], onError: 'continueRegularOutput' },
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(errorIn(items[1])).toMatchObject({
		message: expect.stringMatching(/^Called Number cannot be worked out: .* \[item 1\]$/),
		outcome: 'refused',
	});
	expect(holder.simulator.requests).toEqual([]);
});

it('says which field of a collection has an expression that fails, beside one that is not there', async () => {
	const parameters = {
		...parametersOf('voiceNotification/send'),
		additionalFields: { priority: "={{ $('Nowhere').item.json.priority }}" },
	};
	const { items } = await run(parameters, { onError: 'continueRegularOutput' });
	expect(errorIn(items[0])?.message).toMatch(/^Priority cannot be worked out: .* \[item 0\]$/);
	expect(holder.simulator.requests).toEqual([]);
});

describe('Fault Time', () => {
	const MOMENT = '1721283133000';

	async function sentTime(faultTime: unknown, value?: unknown, timezone?: string) {
		const { rows, error } = await run(
			{ ...OPERATIONS.faultCheck, faultTime: faultTime as string },
			{ items: [{ value } as IDataObject], timezone },
		);
		expect(error).toBeUndefined();
		const [body] = bodiesOf(holder.simulator, 'queryfaultyuser') as IDataObject[];
		expect(rows[0]?.faultTime).toBe(body?.faultTime);
		return body?.faultTime;
	}

	it.each([
		[1_721_283_133_000],
		['1721283133000'],
		[' 1721283133000\n'],
		['2024-07-18T06:12:13Z'],
		['2024-07-18T06:12:13.000Z'],
		['2024-07-18T14:12:13+08:00'],
		['2024-07-18T14:12:13+0800'],
		['20240718T061213Z'],
		['2024-07-18 06:12:13Z'],
		['2024-W29-4T06:12:13Z'],
	])('%j is that moment whatever the time zone', async (value) => {
		expect(await sentTime(VALUE, value, 'America/New_York')).toBe(MOMENT);
	});

	it.each([
		['UTC', '2024-07-18T06:12:13'],
		['UTC', '2024-07-18 06:12:13'],
		['Asia/Shanghai', '2024-07-18T14:12:13'],
		['Asia/Shanghai', '2024-07-18 14:12:13'],
		['America/New_York', '2024-07-18T02:12:13'],
		['America/New_York', '2024-07-18 02:12:13.000'],
	])('without an offset is meant in the time zone of the workflow: %s, %s', async (zone, text) => {
		expect(await sentTime(text, undefined, zone)).toBe(MOMENT);
	});

	it('may be a day: it begins in the time zone of the workflow', async () => {
		const midnight = String(Date.UTC(2024, 6, 17, 16));
		expect(await sentTime('2024-07-18', undefined, 'Asia/Shanghai')).toBe(midnight);
	});

	it('keeps milliseconds', async () => {
		expect(await sentTime('2024-07-18T06:12:13.123Z')).toBe('1721283133123');
	});

	it.each([
		'={{ 1721283133000 }}',
		'={{ new Date(1721283133000) }}',
		'={{ new Date(1721283133000).toISOString() }}',
		'={{ DateTime.fromMillis(1721283133000) }}',
		'={{ DateTime.fromMillis(1721283133000).setZone("Asia/Tokyo") }}',
		'={{ DateTime.fromMillis(1721283133000).toISO() }}',
		'={{ DateTime.fromMillis(1721283133000).toMillis() }}',
		'={{ "2024-07-18T06:12:13Z".toDateTime() }}',
		'2024-07-18T{{ "06:12:13" }}Z'.replace(/^/, '='),
	])('may be the expression %s', async (expression) => {
		expect(await sentTime(expression, undefined, 'Asia/Shanghai')).toBe(MOMENT);
	});

	it.each(['={{ $now }}', '={{ $now.toISO() }}', '={{ Date.now() }}', '={{ new Date() }}'])(
		'may be now: %s',
		async (expression) => {
			const before = Date.now();
			const sent = Number(await sentTime(expression, undefined, 'Asia/Shanghai'));
			expect(sent).toBeGreaterThanOrEqual(before);
			expect(sent).toBeLessThanOrEqual(Date.now());
		},
	);

	it('is not the beginning of all times, which is what an expression makes of nothing', async () => {
		const { rows } = await run(
			{ ...OPERATIONS.faultCheck, faultTime: '={{ new Date(null) }}' },
			{ onError: 'continueRegularOutput' },
		);
		expect(rows).toMatchObject([
			{
				error: {
					message: 'Fault Time is not a date and time that can be meant: an object [item 0]',
					outcome: 'refused',
				},
			},
		]);
		expect(holder.simulator.requests).toEqual([]);
	});
});

describe('Backtrace Duration', () => {
	it.each([
		[60, '60'],
		['60', '60'],
		[86_400, '86400'],
		[86_401, '86400'],
		[90_000, '86400'],
		['90000', '86400'],
	])('%p is sent as %s', async (value, sent) => {
		await run(additional('backtraceDuration'), { items: [{ value }] });
		expect(bodiesOf(holder.simulator, 'queryfaultyuser')).toMatchObject([
			{ backtraceDuration: sent },
		]);
	});

	it('is not sent when it is not added', async () => {
		await run(OPERATIONS.faultCheck);
		const [body] = bodiesOf(holder.simulator, 'queryfaultyuser');
		expect(Object.keys(body as object).sort()).toEqual([
			'complaintScene',
			'faultTime',
			'msisdn',
			'queryFlag',
		]);
	});
});

describe('Return All', () => {
	it.each([
		[true, 120],
		['true', 120],
		[false, 50],
		['false', 50],
		[undefined, 50],
	])('from an expression that gives %p', async (value, count) => {
		const parameters = { ...OPERATIONS.obsResultCodes, returnAll: VALUE };
		const { rows } = await run(parameters, { items: [{ value }] as IDataObject[] });
		expect(rows).toHaveLength(count);
	});
});

it('loses the blanks around a value, as they come with copying', async () => {
	await run({
		...OPERATIONS.calledDevice,
		callerNumber: ' 8888888 ',
		calledNumber: '={{ "6666601\\n" }}',
	});
	expect(bodiesOf(holder.simulator, 'getCalledInfo')).toEqual([
		{ caller: '8888888', called: '6666601' },
	]);
});
