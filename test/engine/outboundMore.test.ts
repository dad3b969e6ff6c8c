/** Calling numbers that go together, lists of batches, and what appointments and holidays need. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, CAMPAIGN_IDS } from './operationCase';
import { errorIn, runnerFor, useSimulator } from './fixtures';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const { empty } = CAMPAIGN_IDS;

async function refusalOf(parameters: INodeParameters): Promise<string | undefined> {
	const { rows } = await run(parameters, { onError: 'continueRegularOutput' });
	return errorIn({ json: rows[0] ?? {} })?.message;
}

describe('calling numbers', () => {
	const adding = {
		resource: 'callingNumber',
		operation: 'add',
		campaignId: byId(empty),
		accessCode: '={{ $json.number }}',
	};

	it('of many items go in one request', async () => {
		const items = Array.from({ length: 120 }, (_, index) => ({
			number: String(6_666_600 + index),
		}));
		const { rows, error } = await run(adding, { items });
		expect([rows.length, error]).toEqual([120, undefined]);
		const sizes = holder.simulator.requests.map(
			({ body }) => (JSON.parse(body) as { callerNo: unknown[] }).callerNo.length,
		);
		expect(sizes).toEqual([100, 20]);
	});

	it('that were refused together are unknown, all of them, and are not sent again', async () => {
		const items = ['6666601', '021000000'].map((number) => ({ number }));
		const { rows } = await run(adding, { items, onError: 'continueRegularOutput' });
		expect(rows.map((json) => errorIn({ json })?.outcome)).toEqual(['unknown', 'unknown']);
		expect(holder.simulator.requests).toHaveLength(1);
	});

	it('of a campaign that does not exist are refused with its code, and no more are sent', async () => {
		const items = Array.from({ length: 120 }, (_, index) => ({
			number: String(6_666_600 + index),
		}));
		const parameters = { ...adding, campaignId: byId('17') };
		const { rows } = await run(parameters, { items, onError: 'continueRegularOutput' });
		const errors = rows.map((json) => errorIn({ json }));
		expect(errors[0]).toMatchObject({ outcome: 'refused', code: '0200007' });
		expect(errors.map((error) => error?.outcome)).toEqual([
			...Array<string>(100).fill('refused'),
			...Array<string>(20).fill('notSent'),
		]);
		expect(holder.simulator.requests).toHaveLength(1);
	});

	it('are deleted by a signed DELETE with a body; the last one stays', async () => {
		const parameters = { ...adding, operation: 'delete', accessCode: '021000000' };
		const { rows } = await run(parameters, { onError: 'continueRegularOutput' });
		expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({ outcome: 'refused' });
		expect(holder.simulator.requests).toMatchObject([
			{ method: 'DELETE', body: '{"callerNo":[{"accessCode":"021000000"}]}' },
		]);
	});
});

describe('the batches of a campaign', () => {
	const listing = {
		resource: 'callBatch',
		operation: 'getAll',
		campaignId: byId(empty),
		returnAll: true,
	};
	const made = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			id: `3${String(index).padStart(29, '0')}`,
			name: `Batch ${index}`,
			status: index % 2 ? 1 : 2,
		}));

	it('are all read, as they came, page by page in the body of a GET', async () => {
		const batches = made(250);
		holder.simulator.data.callBatches[empty] = batches;
		const { rows, error } = await run(listing);
		expect(error).toBeUndefined();
		expect(rows).toEqual(batches);
		const { requests } = holder.simulator;
		expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
		expect(requests.map(({ query }) => query)).toEqual([{}, {}, {}]);
		expect(requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual(
			expect.arrayContaining([0, 100, 200].map((offset) => ({ offset, limit: 100 }))),
		);
	});

	it.each([
		[{ status: 1 }, 3],
		[{ name: 'Batch 4' }, 1],
		[{}, 7],
	])('are narrowed by %j', async (filters, count) => {
		holder.simulator.data.callBatches[empty] = made(7);
		const { rows } = await run({ ...listing, filters });
		expect(rows).toHaveLength(count);
	});

	it('are as many as Limit wants', async () => {
		holder.simulator.data.callBatches[empty] = made(7);
		const { rows } = await run({ ...listing, returnAll: false, limit: 2 });
		expect(rows.map(({ name }) => name)).toEqual(['Batch 0', 'Batch 1']);
	});

	it('are none where there are none', async () => {
		expect(await run(listing)).toMatchObject({ rows: [], error: undefined });
	});
});

it('an appointment has an agent, and call data only when it is automatic', async () => {
	const appointment = parametersOf('appointment/create');
	expect(await refusalOf({ ...appointment, additionalFields: {} })).toMatch(/have no agent/);
	const withData = { userAccount: 'agent001', callData: '{"order": "1"}' };
	const manual = { ...appointment, callType: 1, additionalFields: withData };
	expect(await refusalOf(manual)).toMatch(/^Call Data goes with automatic calls only/);
	const noJson = { ...appointment, additionalFields: { ...withData, callData: 'order 1' } };
	expect(await refusalOf(noJson)).toMatch(/^Call Data is no JSON/);
	expect(holder.simulator.requests).toEqual([]);
});

it.each<[number, INodeParameters, object]>([
	[1, { week: ['7', '6'] }, { week: '6,7' }],
	[3, { beginTime: '2099-12-30', endTime: '2099-01-02' }, { beginTime: '12-30', endTime: '01-02' }],
])('a holiday of type %d has its days', async (type, additionalFields, sent) => {
	const holiday = { ...parametersOf('holiday/create'), type };
	const { error } = await run({ ...holiday, additionalFields });
	expect(error).toBeUndefined();
	expect(JSON.parse(holder.simulator.requests[0]?.body ?? '')).toMatchObject(sent);
	const { error: refusal } = await run({ ...holiday, additionalFields: {} });
	expect(refusal?.message).toMatch(/^(Days|Begin Time) is empty/);
	expect(refusal?.description).toBe('Add it under Additional Fields, and enter a value.');
});

it.each<[number, INodeParameters, RegExp]>([
	[
		1,
		{ week: ['6'], beginTime: '2099-01-01' },
		/^Begin Time goes with .* or by repeated date only/,
	],
	[1, { week: ['6'], endTime: '2099-01-01' }, /^End Time goes with .* or by repeated date only/],
	[2, { beginTime: '2099-01-01', endTime: '2099-01-02', week: ['6'] }, /^Days goes with .* week/],
	[3, { beginTime: '2099-01-01', endTime: '2099-01-02', week: ['6'] }, /^Days goes with .* week/],
])('a holiday of type %d has no days of another type', async (type, additionalFields, message) => {
	const holiday = { ...parametersOf('holiday/create'), type, additionalFields };
	expect(await refusalOf(holiday)).toMatch(message);
	expect(holder.simulator.requests).toEqual([]);
});
