/** What the fields of the outbound operations refuse before anything is sent. */
import type { INodeParameters } from 'n8n-workflow';

import {
	EMPTY,
	itRefuses,
	NO_LINE,
	NO_TEXT,
	NO_WHOLE_NUMBER,
	VALUE,
	type Field,
} from './badInputs';
import { byId, OPERATIONS, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const NO_NUMBER = ['12a', '+86139', '1 2', '1²', '1,2', '1'.repeat(25)];
const NO_ID = ['..', '../x', '1/2', '1?x=1', '%2e%2e', '1 2', '{vdnId}', 'ü'];
const NO_MOMENT = ['yesterday', '2024-13-01', '1721283133', true, {}, [1_721_283_133_000]];
const NO_SWITCH = ['yes', 2, {}];

function within(
	operation: INodeParameters,
	collection: string,
	name: string,
	others: INodeParameters = {},
): INodeParameters {
	return { ...operation, [collection]: { ...others, [name]: VALUE } };
}

const add = (name: string) => within(OPERATIONS.callDataAdd, 'additionalFields', name);
const remove = (name: string, others?: INodeParameters) =>
	within(OPERATIONS.callDataDelete, 'filters', name, others);
const block = (name: string, others?: INodeParameters) =>
	within(OPERATIONS.blocklistAdd, 'additionalFields', name, others);

const FIELDS: Field[] = [
	...[
		OPERATIONS.campaignPause,
		OPERATIONS.retryPolicy,
		OPERATIONS.callDataAdd,
		OPERATIONS.callDataGet,
		OPERATIONS.callDataDelete,
		OPERATIONS.callResults,
	].map((operation) => ({
		label: 'Campaign',
		parameters: { ...operation, campaignId: byId(VALUE) },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE, ...NO_ID],
	})),
	{
		label: 'Data ID',
		parameters: { ...OPERATIONS.callDataGet, dataId: VALUE },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE, ...NO_ID],
	},
	{
		label: 'Call ID',
		parameters: { ...OPERATIONS.callResult, callId: VALUE },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE, ...NO_ID],
	},
	{
		label: 'Called Number',
		parameters: { ...OPERATIONS.callDataAdd, calledNumber: VALUE },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE, ...NO_NUMBER],
	},
	...[OPERATIONS.blocklistAdd, OPERATIONS.blocklistCheck, OPERATIONS.blocklistDelete].map(
		(operation) => ({
			label: 'Number',
			parameters: { ...operation, number: VALUE },
			bad: [...EMPTY, ...NO_TEXT, ...NO_LINE, ...NO_NUMBER],
		}),
	),
	{ label: 'Calling Number', parameters: add('callerNumber'), bad: [...NO_TEXT, ...NO_NUMBER] },
	{ label: 'Session ID', parameters: add('sessionId'), bad: [...NO_TEXT, 'x'.repeat(33)] },
	{ label: 'Custom Field', parameters: add('customField'), bad: [...NO_TEXT, 'x'.repeat(201)] },
	{ label: 'Recycle Time', parameters: add('recycleTime'), bad: NO_MOMENT },
	{
		label: 'Call Data',
		parameters: add('callData'),
		bad: [true, 1.5, 2 ** 53, 'x'.repeat(1025), { a: 'x'.repeat(1024) }, ...NO_LINE],
	},
	{ label: 'Called Number', parameters: remove('calledNumber'), bad: [...NO_TEXT, ...NO_NUMBER] },
	{ label: 'Session ID', parameters: remove('sessionId'), bad: [...NO_TEXT, 'x'.repeat(33)] },
	{ label: 'Custom Field', parameters: remove('customField'), bad: [...NO_TEXT, 'x'.repeat(201)] },
	{ label: 'Recycle Time', parameters: remove('recycleTime'), bad: NO_MOMENT },
	{
		label: 'Recycle Type',
		parameters: remove('recycleType', { recycleTime: '2030-01-01T00:00:00' }),
		bad: ['0', '4', 'x', ...NO_TEXT],
	},
	{
		label: 'Archive History',
		parameters: within(OPERATIONS.callDataDelete, 'options', 'archiveHistory'),
		bad: NO_SWITCH,
	},
	{
		label: 'Every Attempt',
		parameters: { ...OPERATIONS.callResults, everyAttempt: VALUE },
		bad: NO_SWITCH,
	},
	{
		label: 'Session ID',
		parameters: within(OPERATIONS.callResults, 'filters', 'sessionId'),
		bad: [...NO_TEXT, 'x'.repeat(33)],
	},
	{
		label: 'Name',
		parameters: within(OPERATIONS.campaigns, 'filters', 'name'),
		bad: [...NO_TEXT, 'x'.repeat(31)],
	},
	{
		label: 'Status',
		parameters: within(OPERATIONS.campaigns, 'filters', 'status'),
		bad: [-1, ...NO_WHOLE_NUMBER],
	},
	{
		label: 'Device Type',
		parameters: within(OPERATIONS.campaigns, 'filters', 'deviceType'),
		bad: [-1, ...NO_WHOLE_NUMBER],
	},
	{
		label: 'Begin Time',
		parameters: within(OPERATIONS.campaigns, 'filters', 'beginTime'),
		bad: NO_MOMENT,
	},
	{ label: 'Expires At', parameters: block('expiresAt'), bad: NO_MOMENT },
	{ label: 'Valid For', parameters: block('validFor'), bad: [0, 121, ...NO_WHOLE_NUMBER] },
	{
		label: 'Valid For Unit',
		parameters: block('validForUnit', { validFor: 1 }),
		bad: [0, 5, ...NO_WHOLE_NUMBER],
	},
	{ label: 'Overwrite', parameters: block('overwrite'), bad: NO_SWITCH },
	{ label: 'Category ID', parameters: block('categoryId'), bad: NO_TEXT },
	{ label: 'Type ID', parameters: block('typeId'), bad: NO_TEXT },
	{
		label: 'Display Result',
		parameters: { ...OPERATIONS.externalResultCreate, displayResult: VALUE },
		bad: [...EMPTY, ...NO_TEXT, ...NO_LINE],
	},
	{
		label: 'OBS Result Code Names or IDs',
		parameters: { ...OPERATIONS.externalResultUpdate, obsCodes: VALUE },
		bad: [...EMPTY, { a: 1 }, [], true, 1.5, [{}], ' , '],
	},
	{
		label: 'Result Code',
		parameters: { ...OPERATIONS.externalResultCreate, resultCode: VALUE },
		bad: [...NO_TEXT, '12345678'],
	},
];

itRefuses(holder, FIELDS);

it('names the field whose value throws when it is read', async () => {
	const callData = "={{ ({ toJSON: () => { throw new Error('closed') } }) }}";
	const { error, rows } = await run({ ...OPERATIONS.callDataAdd, additionalFields: { callData } });
	expect(error?.message).toBe('Call Data cannot be read: closed [item 0]');
	expect(rows).toEqual([]);
	expect(holder.simulator.requests).toEqual([]);
});

it('takes an ID from an expression that gives it as a BigInt', async () => {
	const dataId = "={{ BigInt('1801234567890000001') }}";
	const { rows } = await run({ ...OPERATIONS.callDataGet, dataId });
	expect(rows).toMatchObject([{ dataId: '1801234567890000001' }]);
});
