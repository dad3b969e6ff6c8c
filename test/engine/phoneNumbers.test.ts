/** Phone numbers as people and spreadsheets write them, from the field to the wire and back. */
import './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { bodiesOf, OPERATIONS, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

interface Use {
	title: string;
	parameters: (number: string, options: INodeParameters) => INodeParameters;
	route: string;
	/** The number in a request. */
	sent: (body: IDataObject) => unknown;
	/** Where the output has the number. */
	field: string;
	/** The same number as the simulator knows it. */
	known: string;
}

const first = (value: unknown) => (value as unknown[])[0];

const USES: Use[] = [
	{
		title: 'Call Data: Add',
		parameters: (calledNumber, options) => ({ ...OPERATIONS.callDataAdd, calledNumber, options }),
		route: 'addCalldata',
		sent: ({ callDataList }) => (first(callDataList) as IDataObject).called,
		field: 'called',
		known: '13600000001',
	},
	{
		title: 'Call Data: Delete',
		parameters: (calledNumber, options) => ({
			...OPERATIONS.callDataDelete,
			filters: { calledNumber },
			options,
		}),
		route: 'deleteCalldata',
		sent: ({ called }) => called,
		field: 'calledNumber',
		known: '13800000001',
	},
	{
		title: 'Blocklist: Add',
		parameters: (number, options) => ({ ...OPERATIONS.blocklistAdd, number, options }),
		route: 'blocklistAdd',
		sent: ({ blocklist }) => first(blocklist),
		field: 'number',
		known: '13600000001',
	},
	{
		title: 'Blocklist: Check',
		parameters: (number, options) => ({ ...OPERATIONS.blocklistCheck, number, options }),
		route: 'blocklistQuery',
		sent: ({ blocklist }) => first(blocklist),
		field: 'number',
		known: '13900000001',
	},
	{
		title: 'Blocklist: Delete',
		parameters: (number, options) => ({ ...OPERATIONS.blocklistDelete, number, options }),
		route: 'blocklistDelete',
		sent: ({ blocklistNo }) => blocklistNo,
		field: 'number',
		known: '13900000001',
	},
	{
		title: 'Call: Get Called Device',
		parameters: (calledNumber, options) => ({ ...OPERATIONS.calledDevice, calledNumber, options }),
		route: 'getCalledInfo',
		sent: ({ called }) => called,
		field: 'calledNumber',
		known: '6666601',
	},
	{
		title: 'Fault User: Check',
		parameters: (msisdn, options) => ({ ...OPERATIONS.faultCheck, msisdn, options }),
		route: 'queryfaultyuser',
		sent: ({ msisdn }) => msisdn,
		field: 'msisdn',
		known: '6680512100869',
	},
];

describe.each(USES)('$title', ({ parameters, route, sent, field, known }) => {
	const half = Math.floor(known.length / 2);
	const [head, tail] = [known.slice(0, half), known.slice(half)];

	async function outcomeOf(value: unknown, options: INodeParameters = {}) {
		const { rows, error } = await run(parameters('={{ $json.value }}', options), {
			items: [{ value }] as IDataObject[],
		});
		const bodies = bodiesOf(holder.simulator, route) as IDataObject[];
		return { row: rows[0], error, sent: bodies.map(sent) };
	}

	it('gives the number out as it was sent, and as it came in if that differs', async () => {
		const odd = `${known}\u3000`;
		const outcome = await outcomeOf(odd);
		expect(outcome.error).toBeUndefined();
		expect(outcome.sent).toEqual([known]);
		expect(outcome.row).toMatchObject({ [field]: known, input: odd });
	});

	it.each([known, Number(known)])('says nothing of what came in when that is %j', async (value) => {
		const { row } = await outcomeOf(value);
		expect(row).toMatchObject({ [field]: known });
		expect(row).not.toHaveProperty('input');
	});

	it.each([
		`${head} ${tail}`,
		`${head}-${tail}`,
		`(${head})${tail}`,
		`${head}.${tail}`,
		`${head}/${tail}`,
		`'${known}`,
		`="${known}"`,
		`${known}.0`,
	])('takes %s with Clean Numbers, and not without', async (value) => {
		const refused = await outcomeOf(value);
		expect(refused.error?.message).toContain(JSON.stringify(value));
		expect(refused.error?.description).toContain('Clean Numbers');
		expect(refused.sent).toEqual([]);
		const outcome = await outcomeOf(value, { cleanNumbers: true });
		expect(outcome.error).toBeUndefined();
		expect(outcome.sent).toEqual([known]);
		expect(outcome.row).toMatchObject({ [field]: known, input: value });
	});

	it('never takes a number of which digits are lost', async () => {
		const { error, sent: numbers } = await outcomeOf('1.39E+10', { cleanNumbers: true });
		expect(error?.message).toMatch(/ is in scientific notation: "1.39E\+10"/);
		expect(error?.description).toMatch(/spreadsheet has lost digits/);
		expect(numbers).toEqual([]);
	});
});

describe('Country Code', () => {
	const withCode = (options: INodeParameters) => ({
		...OPERATIONS.blocklistAdd,
		number: '+86 136-0000-0001',
		options,
	});

	it.each(['86', '+86', '0086', '={{ 86 }}', '８６'])('%s is taken off', async (countryCode) => {
		const { rows } = await run(withCode({ cleanNumbers: true, countryCode }));
		expect(rows).toMatchObject([{ number: '13600000001', input: '+86 136-0000-0001' }]);
	});

	it('stays where it belongs to the number', async () => {
		const parameters = {
			...OPERATIONS.faultCheck,
			msisdn: '+66 8051 2100 869',
			options: { cleanNumbers: true },
		};
		expect((await run(parameters)).rows).toMatchObject([{ msisdn: '6680512100869', found: true }]);
	});

	it.each([
		[{ cleanNumbers: true }, /^Number begins with a \+ and a country code: /],
		[{ cleanNumbers: true, countryCode: '49' }, /^Number begins with a \+ and a country code: /],
		[
			{ cleanNumbers: true, countryCode: 'China' },
			/^Country Code is not the code of a country: "China"/,
		],
		[{ cleanNumbers: true, countryCode: '' }, /^Country Code is empty/],
		[{ cleanNumbers: false, countryCode: '86' }, /^Country Code goes with Clean Numbers only/],
	])('with %j nothing is sent', async (options, message) => {
		const { error } = await run(withCode(options));
		expect(error?.message).toMatch(message);
		expect(holder.simulator.requests).toEqual([]);
	});
});

it('cleans the calling number, too', async () => {
	await run({
		...OPERATIONS.callDataAdd,
		additionalFields: { callerNumber: '888-8888' },
		options: { cleanNumbers: true },
	});
	expect(bodiesOf(holder.simulator, 'addCalldata')).toMatchObject([
		{ callDataList: [{ caller: '8888888' }] },
	]);
});

it('takes a + before a number that is looked up', async () => {
	await run({ ...OPERATIONS.calledDevice, callerNumber: '＋8613900000001' });
	expect(bodiesOf(holder.simulator, 'getCalledInfo')).toMatchObject([{ caller: '+8613900000001' }]);
});

it('is quoted as it came when something in it is wrong', async () => {
	const { error } = await run({ ...OPERATIONS.calledDevice, calledNumber: '+86 139' });
	expect(error?.message).toBe('Called Number has a blank in it: "+86 139" [item 0]');
});
