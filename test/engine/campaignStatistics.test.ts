/** The statistics of campaigns, which the platform gives once in five minutes; and removing campaigns. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, CAMPAIGN_IDS } from './operationCase';
import { errorIn, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const { empty, paused } = CAMPAIGN_IDS;

function counting(filters: INodeParameters): INodeParameters {
	return { resource: 'campaign', operation: 'getStatistics', filters };
}

const OF_ITEM = counting({ campaignId: byId('={{ $json.id }}') });

/** What was asked, in the address of each request. */
function asked() {
	return holder.simulator.requests.map(({ query }) => query);
}

it('one request is for all items, and each gets its own campaign', async () => {
	const items = [paused, empty, paused].map((id) => ({ id }));
	const { rows, error } = await run(OF_ITEM, { items });
	expect(error).toBeUndefined();
	expect(rows).toMatchObject([
		{ campaignId: paused, totalCount: 60 },
		{ campaignId: empty, totalCount: 0 },
		{ campaignId: paused, totalCount: 60 },
	]);
	expect(asked()).toEqual([{}]);
});

it('items that mean the same campaign ask for that one only', async () => {
	const { rows } = await run(OF_ITEM, { items: [{ id: paused }, { id: paused }] });
	expect(rows).toHaveLength(2);
	expect(asked()).toEqual([{ campaignId: paused }]);
});

it('asking again within five minutes is an error that says so, and is not repeated', async () => {
	const items = [{ id: paused }, { id: empty }];
	await run(OF_ITEM, { items });
	const again = await run(OF_ITEM, { items, onError: 'continueRegularOutput' });
	const errors = again.items.map((item) => errorIn(item));
	for (const error of errors) {
		expect(error).toMatchObject({ outcome: 'failed', httpStatus: 429 });
		expect(error?.message).toContain('HTTP 429');
		expect(error?.description).toContain('once in five minutes');
	}
	expect(errors).toHaveLength(2);
	expect(asked()).toHaveLength(2);
});

it('a refusal is for all items, and nothing is asked in parts', async () => {
	holder.simulator.faults = [
		{ kind: 'json', route: 'statistics', body: { resultCode: '0200001' }, times: 0 },
	];
	const items = [{ id: paused }, { id: empty }];
	const { rows } = await run(OF_ITEM, { items, onError: 'continueRegularOutput' });
	expect(rows.map((json) => errorIn({ json })?.code)).toEqual(['0200001', '0200001']);
	expect(asked()).toHaveLength(1);
});

it('batches that differ cannot be asked for together: nothing is sent', async () => {
	const parameters = counting({ campaignId: byId(paused), batchId: '={{ $json.batch }}' });
	const items = [{ batch: 'batch-1' }, { batch: 'batch-2' }];
	const { rows } = await run(parameters, { items, onError: 'continueRegularOutput' });
	expect(rows.map((json) => errorIn({ json })?.message)).toEqual([
		expect.stringContaining('Batch ID'),
		expect.stringContaining('Batch ID'),
	]);
	expect(asked()).toEqual([]);
});

it('a running campaign is not deleted, and the error says what to do', async () => {
	const parameters = { resource: 'campaign', operation: 'delete', campaignId: byId(empty) };
	const { rows } = await run(parameters, { onError: 'continueRegularOutput' });
	expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({
		outcome: 'refused',
		description: expect.stringContaining('pause it first'),
	});
});

it('the policies that Get Retry Policy gives can be set again as they are', async () => {
	const policyJson = "[{'dataType':'SI','type':1,'policy':[]}]";
	const campaign = { resource: 'campaign', campaignId: byId(empty) };
	const set = { ...campaign, operation: 'setRetryPolicy', policyType: 0 };
	expect((await run({ ...set, policyJson })).error).toBeUndefined();
	const { rows } = await run({ ...campaign, operation: 'getRetryPolicy' });
	expect(rows).toMatchObject([{ policyJson, policyType: 0 }]);
	const { rows: bad } = await run(
		{ ...set, policyJson: '[{"dataType": ' },
		{ onError: 'continueRegularOutput' },
	);
	expect(errorIn({ json: bad[0] ?? {} })?.message).toMatch(/^Policies is no JSON list/);
});
