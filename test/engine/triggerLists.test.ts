import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import { makeAccessCodes } from '../../simulator';
import { useSimulator } from './fixtures';
import { expectRefused, Poller } from './poller';

const holder = useSimulator({ accessCodes: 120, obsResultCodes: 60 });

const ACCESS_CODES = { event: 'accessCodeChanged' };
const OBS_CODES = { event: 'obsResultCodeChanged' };

const start = async (parameters: INodeParameters) =>
	await Poller.start(holder.simulator, parameters);

/** A poller that has seen what is there. */
async function watching(parameters: INodeParameters): Promise<Poller> {
	const poller = await start(parameters);
	expect(await poller.poll()).toEqual([]);
	return poller;
}

const accessCode = (index: number) => {
	const code = holder.simulator.data.accessCodes[index];
	if (!code) throw new Error('No such access code');
	return code;
};

const newCode = {
	id: '99',
	accessCode: '0755',
	mediatypeId: 5,
	n400Number: null,
	description: 'new',
	numCallAttr: 1,
};

it('takes what is there at activation as the baseline', async () => {
	const poller = await watching(ACCESS_CODES);
	expect(await poller.poll()).toEqual([]);
});

it('gives what is there once when asked to', async () => {
	const poller = await start({ ...ACCESS_CODES, emitExisting: true });
	const items = await poller.poll();
	expect(items).toHaveLength(120);
	expect(items[0]).toEqual({
		change: 'added',
		changedFields: [],
		previous: null,
		...accessCode(0),
		mediatypeName: 'audio and video',
		numCallAttrName: 'inbound call',
	});
	expect(await poller.poll()).toEqual([]);
	poller.restart();
	expect(await poller.poll()).toEqual([]);
});

it('tells what was added, changed and removed, each once', async () => {
	const poller = await watching(ACCESS_CODES);
	const before = { ...accessCode(7) };
	const [gone] = holder.simulator.data.accessCodes.splice(3, 1);
	Object.assign(accessCode(6), { description: 'renamed', mediatypeId: 2 });
	holder.simulator.data.accessCodes.push(newCode);

	const items = await poller.poll();
	expect(items).toEqual([
		expect.objectContaining({
			change: 'changed',
			changedFields: ['mediatypeId', 'description'],
			previous: expect.objectContaining(before) as unknown,
			id: before.id,
			description: 'renamed',
			mediatypeName: 'click-to-dial',
		}),
		expect.objectContaining({ change: 'added', changedFields: [], previous: null, ...newCode }),
		expect.objectContaining({
			change: 'removed',
			changedFields: [],
			previous: expect.objectContaining(gone) as unknown,
			...gone,
		}),
	]);
	expect(await poller.poll()).toEqual([]);
	poller.restart();
	expect(await poller.poll()).toEqual([]);
});

it('keeps ids and codes as text with every digit', async () => {
	const poller = await watching(OBS_CODES);
	holder.simulator.data.obsResultCodes.push({ obsCode: '00001', obsCodeDesc: 'first' });
	holder.simulator.data.obsResultCodes.splice(0, 1);
	expect(await poller.poll()).toEqual([
		{
			change: 'added',
			changedFields: [],
			previous: null,
			obsCode: '00001',
			obsCodeDesc: 'first',
		},
		{
			change: 'removed',
			changedFields: [],
			previous: { obsCodeDesc: 'The switch is busy.', obsCode: '00605' },
			obsCodeDesc: 'The switch is busy.',
			obsCode: '00605',
		},
	]);
});

it('gives only the chosen changes', async () => {
	const poller = await watching({ ...OBS_CODES, changes: ['removed'] });
	const { obsResultCodes } = holder.simulator.data;
	obsResultCodes.push({ obsCode: '00001', obsCodeDesc: 'first' });
	expect(await poller.poll()).toEqual([]);
	obsResultCodes.pop();
	expect(await poller.poll()).toMatchObject([{ change: 'removed', obsCode: '00001' }]);
});

it('refuses to watch for no change at all', async () => {
	const poller = await start({ ...OBS_CODES, changes: [] });
	expect(await poller.failure()).toMatchObject({
		name: 'NodeOperationError',
		message: 'Changes is empty',
		description: 'Choose one or more of added, changed, removed.',
	});
	expect(holder.simulator.requests).toEqual([]);
});

it.each([
	[{ changes: ['added', 'moved'] }, /^Changes has "moved", which is not in the list/],
	[{ changes: '={{ [{}] }}' }, /^Changes .*neither text nor a number/],
	[{ changes: '={{ "Added" }}' }, /^Changes has "Added", which is not in the list/],
	[{ options: { vdnId: 'x' } }, /^VDN ID .*whole number from 1 to 9999/],
	[{ options: { vdnId: '={{ [] }}' } }, /^VDN ID .*whole number from 1 to 9999/],
	[{ emitExisting: '={{ 7 }}' }, /^Output Existing at Start .*neither true nor false/],
	[{ event: 'callEnded' }, /^Trigger On has a value that is not in the list/],
])('refuses %j when the workflow is published, and in its test', async (wrong, message) => {
	const poller = await start({ ...OBS_CODES, ...wrong });
	await expectRefused(poller, holder.simulator, message);
});

it('takes the changes as text from an expression', async () => {
	const poller = await watching({ ...OBS_CODES, changes: '={{ "removed, added" }}' });
	const { obsResultCodes } = holder.simulator.data;
	obsResultCodes.push({ obsCode: '00001', obsCodeDesc: 'first' });
	expect(await poller.poll()).toMatchObject([{ change: 'added' }]);
});

it('asks the VDN of the options', async () => {
	const poller = await start({ ...OBS_CODES, options: { vdnId: 39 } });
	await poller.failure();
	const [asked] = holder.simulator.requests;
	expect(asked?.path).toContain('/campaigns/39/');
});

it('names Output Existing at Start when an expression gives something else than true or false', async () => {
	const poller = await start({ ...OBS_CODES, emitExisting: '={{ "maybe" }}' });
	expect(await poller.failure()).toMatchObject({
		name: 'NodeOperationError',
		message: 'Output Existing at Start is neither true nor false: "maybe"',
	});
});

it('changes nothing when a poll fails, and loses nothing', async () => {
	const poller = await watching(OBS_CODES);
	const before = poller.stored;
	const { data, faults } = holder.simulator;
	data.obsResultCodes.push({ obsCode: '00001', obsCodeDesc: 'first' });
	// The first page is read, the second is not.
	faults.push({ kind: 'status', route: 'queryOBSResultCode', skip: 1, times: 0, status: 500 });
	const error = await poller.failure();
	expect(error.name).toBe('NodeApiError');
	expect(error.message).toMatch(/^Could not get the OBS result codes: HTTP 500/);
	expect(error.message).not.toContain('[item');
	expect(poller.stored).toBe(before);
	holder.simulator.faults = [];
	expect(await poller.poll()).toMatchObject([{ change: 'added', obsCode: '00001' }]);
});

it('never takes an incomplete list for removals', async () => {
	const poller = await watching(OBS_CODES);
	const before = poller.stored;
	holder.simulator.faults.push({
		kind: 'json',
		route: 'queryOBSResultCode',
		times: 0,
		body: {
			resultCode: '0200000',
			totalCount: 60,
			obsCodes: holder.simulator.data.obsResultCodes.slice(0, 5),
		},
	});
	expect((await poller.failure()).message).toBe('Only 5 of 60 OBS result codes could be read');
	expect(poller.stored).toBe(before);
});

it('takes an empty list for removals only when the service says how many there are', async () => {
	const poller = await watching(ACCESS_CODES);
	const { data, behaviour } = holder.simulator;
	data.accessCodes.length = 0;
	behaviour.accessCodesBareArray = true;
	expect((await poller.failure()).message).toBe(
		'Could not get the access codes: the answer has neither an access code nor a total',
	);
	behaviour.accessCodesBareArray = false;
	const items = await poller.poll();
	expect(items).toHaveLength(120);
	expect(items.every(({ change }) => change === 'removed')).toBe(true);
});

it('does not take a row for removed that slid to another page while it was read', async () => {
	const poller = await watching(OBS_CODES);
	const { data, faults } = holder.simulator;
	const whole = [...data.obsResultCodes];
	const page = (rows: typeof whole) => ({
		kind: 'json' as const,
		route: 'queryOBSResultCode',
		body: { resultCode: '0200000', totalCount: 59, obsCodes: rows },
	});
	// The row at 0 goes after the first page was read: the row at 50 slides to that page unseen.
	faults.push(page(whole.slice(0, 50)), page(whole.slice(51)));
	data.obsResultCodes.splice(0, 1);
	expect(await poller.poll()).toEqual([]);
	expect(await poller.poll()).toMatchObject([{ change: 'removed', obsCode: whole[0]?.obsCode }]);
});

describe('records with the same code', () => {
	const twin = { obsCode: '00001', obsCodeDesc: 'first' };
	const other = { obsCode: '00001', obsCodeDesc: 'second' };

	it('are told when they come and go, and never again without a change', async () => {
		const poller = await watching(OBS_CODES);
		const { data } = holder.simulator;
		data.obsResultCodes.unshift({ ...twin });
		data.obsResultCodes.push({ ...twin }, { ...other });
		expect(await poller.poll()).toMatchObject([
			{ change: 'added', ...twin },
			{ change: 'added', ...twin },
			{ change: 'added', ...other },
		]);
		expect(await poller.poll()).toEqual([]);
		data.obsResultCodes.reverse();
		expect(await poller.poll()).toEqual([]);
		poller.restart();
		expect(await poller.poll()).toEqual([]);
		data.obsResultCodes.splice(
			data.obsResultCodes.findIndex(({ obsCode }) => obsCode === '00001'),
			1,
		);
		const gone = await poller.poll();
		expect(gone).toMatchObject([{ change: 'removed', obsCode: '00001' }]);
		expect(await poller.poll()).toEqual([]);
	});
});

it('goes on after a restart where it was', async () => {
	const poller = await watching(ACCESS_CODES);
	holder.simulator.data.accessCodes.push(newCode);
	poller.restart();
	expect(await poller.poll()).toMatchObject([{ change: 'added', id: '99' }]);
	poller.restart();
	expect(await poller.poll()).toEqual([]);
});

it('begins anew when something else is watched', async () => {
	const poller = await watching(ACCESS_CODES);
	poller.restart(OBS_CODES);
	expect(await poller.poll()).toEqual([]);
	poller.restart({ ...OBS_CODES, options: { vdnId: 40 } });
	holder.simulator.data.obsResultCodes.pop();
	expect(await poller.poll()).toHaveLength(1);
	poller.credentialId = 'another';
	poller.restart();
	holder.simulator.data.obsResultCodes.pop();
	expect(await poller.poll()).toEqual([]);
});

it('shows a sample in the manual test and leaves the state alone', async () => {
	const poller = await start(ACCESS_CODES);
	const items = await poller.test();
	expect(items).toHaveLength(10);
	expect(items[0]).toMatchObject({ change: 'added', previous: null, id: accessCode(0).id });
	expect(await poller.poll()).toEqual([]);

	const before = poller.stored;
	holder.simulator.data.accessCodes.push(newCode);
	await poller.test();
	expect(poller.stored).toBe(before);
	expect(await poller.poll()).toMatchObject([{ change: 'added', id: '99' }]);
});

it('says in the manual test that there is nothing to show', async () => {
	holder.simulator.data.obsResultCodes.length = 0;
	const poller = await start(OBS_CODES);
	await expect(poller.test()).rejects.toMatchObject({
		message: 'There are no OBS result codes to show as a sample',
	});
});

it('does not begin a poll while the one before is at work', async () => {
	const poller = await watching(OBS_CODES);
	holder.simulator.data.obsResultCodes.pop();
	holder.simulator.behaviour.delayMs = 200;
	const [first, second] = await Promise.all([poller.poll(), poller.poll()]);
	expect([first, second].flat()).toHaveLength(1);
});

it('stores thousands of records in a modest state', async () => {
	const count = 3_000;
	const { data } = holder.simulator;
	data.obsResultCodes = Array.from({ length: count }, (_, index) => ({
		obsCode: String(index).padStart(5, '0'),
		obsCodeDesc: 'The called party does not answer the call.',
	}));
	const poller = await watching(OBS_CODES);
	const ofObsCode = Buffer.byteLength(poller.stored) / count;
	data.obsResultCodes[2_999] = { obsCode: '02999', obsCodeDesc: 'changed' };
	poller.restart();
	expect(await poller.poll()).toMatchObject([{ change: 'changed', obsCode: '02999' }]);

	data.accessCodes = makeAccessCodes(200);
	poller.restart(ACCESS_CODES);
	expect(await poller.poll()).toEqual([]);
	const ofAccessCode = Buffer.byteLength(poller.stored) / 200;
	expect(ofObsCode).toBeLessThan(60);
	expect(ofAccessCode).toBeLessThan(75);
});

it('tells every change once and none that was not, while the service fails at random', async () => {
	const poller = await watching(OBS_CODES);
	const { data, faults } = holder.simulator;
	const textsOf = (codes: typeof data.obsResultCodes) =>
		new Map(codes.map(({ obsCode, obsCodeDesc }) => [obsCode, obsCodeDesc]));
	const mirror = textsOf(data.obsResultCodes);
	let seed = 7;
	const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
	const incomplete = { resultCode: '0200000', totalCount: 60, obsCodes: [] };
	let failures = 0;
	for (let round = 0; round < 60; round++) {
		const { obsResultCodes } = data;
		if (random(3) === 0) obsResultCodes.splice(random(obsResultCodes.length), 1);
		if (random(3) === 0) obsResultCodes.push({ obsCode: `9${round}`, obsCodeDesc: 'new' });
		if (random(3) === 0) Object.assign(obsResultCodes[0] ?? {}, { obsCodeDesc: `text ${round}` });
		faults.length = 0;
		const skip = random(4);
		if (random(2) === 0) faults.push({ kind: 'status', status: 500, skip, times: 0 });
		else if (random(3) === 0) faults.push({ kind: 'json', body: incomplete, skip, times: 0 });
		if (random(5) === 0) poller.restart();

		const present = textsOf(obsResultCodes);
		const items = await poller.poll().catch(() => {
			failures++;
			return [];
		});
		for (const { change, obsCode, obsCodeDesc } of items) {
			const code = String(obsCode);
			expect([change, code, mirror.has(code), present.has(code)]).toEqual([
				change,
				code,
				change !== 'added',
				change !== 'removed',
			]);
			if (change === 'removed') mirror.delete(code);
			else mirror.set(code, String(obsCodeDesc));
		}
	}
	expect(failures).toBeGreaterThan(10);
	faults.length = 0;
	for (const { change, obsCode, obsCodeDesc } of await poller.poll()) {
		if (change === 'removed') mirror.delete(String(obsCode));
		else mirror.set(String(obsCode), String(obsCodeDesc));
	}
	expect([...mirror].sort()).toEqual([...textsOf(data.obsResultCodes)].sort());
});
