/** Which output item belongs to which input item, failed ones included. */
import type { INode, INodeParameters } from 'n8n-workflow';

import { makeAccessCodes } from '../../simulator';
import { OPERATIONS, runnerFor, shown, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

describe('several input items', () => {
	beforeEach(() => {
		const mediaTypes = [2, 5, 5, 53, 53, 53];
		holder.simulator.data.accessCodes = makeAccessCodes(mediaTypes.length).map((code, index) => ({
			...code,
			id: String(index),
			accessCode: `99${index}`,
			mediatypeId: mediaTypes[index] ?? 0,
		}));
	});
	const byMediaType: INodeParameters = {
		...OPERATIONS.accessCodes,
		filters: { mediaType: '={{ $json.mediaType }}', accessCode: '={{ $json.part }}' },
	};

	it('each give their rows, which say where they came from', async () => {
		const items = [
			{ mediaType: 53, part: '99' },
			{ mediaType: 5, part: 'none' },
			{ mediaType: 2, part: '99' },
			{ mediaType: 5, part: '99' },
		];
		const result = await run(byMediaType, { items });
		expect(result.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			['3', { item: 0 }],
			['4', { item: 0 }],
			['5', { item: 0 }],
			['0', { item: 2 }],
			['1', { item: 3 }],
			['2', { item: 3 }],
		]);
	});

	it('are paired when there is one row for each, in their order', async () => {
		holder.simulator.behaviour.delayMs = 5;
		const items = Array.from({ length: 30 }, (_, index) => ({
			called: index % 2 === 0 ? '6666601' : '6666604',
		}));
		const result = await run(
			{ ...OPERATIONS.calledDevice, calledNumber: '={{ $json.called }}' },
			{ items },
		);
		expect(result.items.map(({ json, pairedItem }) => [json.found, pairedItem])).toEqual(
			items.map((_, index) => [index % 2 === 0, { item: index }]),
		);
	});

	it.each([
		['access codes', OPERATIONS.accessCodes],
		['OBS result codes', OPERATIONS.obsResultCodes],
		['external results', OPERATIONS.externalResults],
	])('may all have no rows: %s', async (_, parameters) => {
		Object.assign(holder.simulator.data, {
			accessCodes: [],
			obsResultCodes: [],
			externalResults: [],
		});
		const result = await run(parameters, { items: [{}, {}] });
		expect(result.error).toBeUndefined();
		expect(result.items).toEqual([]);
	});
});

describe('failing items', () => {
	const INPUTS = [
		{ called: '6666601' },
		{ called: '6666699' },
		{ called: '' },
		{ called: '6666604' },
	];
	const parameters = { ...OPERATIONS.calledDevice, calledNumber: '={{ $json.called }}' };
	const runWith = async (onError: INode['onError']) =>
		await run(parameters, { items: INPUTS, onError });

	const refused = {
		message: 'Could not get the called device: System is busy (code 1) [item 1]',
		description: expect.stringMatching(/^This code is not in the documents/),
		outcome: 'refused',
		code: '1',
		httpStatus: 200,
	};
	const empty = {
		message: 'Called Number is empty [item 2]',
		description: expect.any(String),
		outcome: 'refused',
	};
	const good = [
		{ json: expect.objectContaining({ found: true, retCode: '0' }), pairedItem: { item: 0 } },
		{ json: expect.objectContaining({ found: false, retCode: '4' }), pairedItem: { item: 3 } },
	];
	const bad = [
		{ json: { error: refused }, pairedItem: { item: 1 } },
		{ json: { error: empty }, pairedItem: { item: 2 } },
	];

	it('stop the workflow', async () => {
		const { error, outputs } = await runWith(undefined);
		expect(outputs.flat()).toEqual([]);
		expect(shown(error).context?.itemIndex).toBe(
			Number(/item (\d)/.exec(error?.message ?? '')?.[1]),
		);
		expect([1, 2]).toContain(shown(error).context?.itemIndex);
	});

	it('go on to the regular output in their place', async () => {
		const { error, outputs } = await runWith('continueRegularOutput');
		expect(error).toBeUndefined();
		expect(outputs).toEqual([[good[0], ...bad, good[1]]]);
	});

	it('go on to the error output beside the fields of their input items', async () => {
		const { error, outputs } = await runWith('continueErrorOutput');
		expect(error).toBeUndefined();
		const [first, second] = bad;
		expect(outputs).toEqual([
			good,
			[
				{ ...first, json: { ...INPUTS[1], ...first?.json } },
				{ ...second, json: { ...INPUTS[2], ...second?.json } },
			],
		]);
	});

	it('of an operation with several rows give one error item each', async () => {
		const { outputs } = await run(
			{ ...OPERATIONS.obsResultCodes, options: { vdnId: '={{ $json.vdn }}' } },
			{ items: [{ vdn: 40 }, { vdn: 41 }], onError: 'continueErrorOutput' },
		);
		expect(outputs[0]).toHaveLength(120);
		expect(outputs[1]).toMatchObject([
			{
				json: {
					vdn: 41,
					error: { message: expect.stringContaining('The VDN does not exist'), outcome: 'refused' },
				},
				pairedItem: { item: 1 },
			},
		]);
	});
});
