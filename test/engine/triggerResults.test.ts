import { skipTime } from './faults/time';
import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CAMPAIGN_IDS } from '../../simulator';
import { bodiesOf, useSimulator } from './fixtures';
import { expectRefused, Poller } from './poller';

/**
 * Midday of a day, so that no test but that about midnight meets one; and before the results of the
 * simulator are made, which are then older.
 */
beforeEach(() => skipTime(Date.UTC(2031, 6, 6, 12) - Date.now()));

const holder = useSimulator({ callResults: 200 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CAMPAIGN = CAMPAIGN_IDS.manyResults;
const RESULTS = {
	event: 'callResultAdded',
	campaignId: { __rl: true, mode: 'id', value: CAMPAIGN },
};

const start = async (parameters: INodeParameters = RESULTS) =>
	await Poller.start(holder.simulator, parameters);

async function watching(parameters: INodeParameters = RESULTS): Promise<Poller> {
	const poller = await start(parameters);
	expect(await poller.poll()).toEqual([]);
	return poller;
}

const results = () => holder.simulator.data.callResults[CAMPAIGN] ?? [];

let serial = 0;

/** A result of a call that was made some minutes ago. */
function addResult(minutes = 1, fields: object = {}) {
	const callTimeStr = new Date(Date.now() - minutes * MINUTE)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');
	const [model] = results();
	if (!model) throw new Error('There are no results');
	const number = String(13_300_000_000 + serial++);
	const result = { ...model, called: number, callId: `call-${number}`, callTimeStr, ...fields };
	results().push(result);
	return result;
}

const calledIn = (items: IDataObject[]) => items.map(({ called }) => called);

it('gives each result once, with the fields of the list', async () => {
	const poller = await watching();
	const { called, callTimeStr, callId } = addResult();
	expect(await poller.poll()).toEqual([
		expect.objectContaining({
			called,
			callTimeStr,
			callId,
			callStatus: expect.any(Number) as unknown,
			callStatusName: expect.any(String) as unknown,
		}),
	]);
	expect(await poller.poll()).toEqual([]);
	poller.restart();
	skipTime(HOUR);
	expect(await poller.poll()).toEqual([]);
});

it('gives what is there once when asked to', async () => {
	const poller = await start({ ...RESULTS, emitExisting: true });
	expect(await poller.poll()).toHaveLength(200);
	poller.restart();
	expect(await poller.poll()).toEqual([]);
});

it('knows a result again that comes with another address of its recording', async () => {
	const poller = await watching();
	const result = addResult();
	expect(await poller.poll()).toHaveLength(1);
	Object.assign(result, { recordPath: 'https://obs.example.com/anew' });
	expect(await poller.poll()).toEqual([]);
});

it('gives a result without a time once as well', async () => {
	const poller = await watching();
	const given: unknown[] = [];
	const data = [addResult(1, { callTimeStr: '', callId: '' })];
	for (let count = 0; count < 8; count++) {
		// The simulator has such a result for no day.
		const body = { resultCode: '0200000', totalCount: data.length, data };
		holder.simulator.faults = [{ kind: 'json', route: 'callresult', times: 0, body }];
		given.push(...calledIn(await poller.poll()));
		poller.restart();
		skipTime(HOUR);
		data.push(addResult());
	}
	expect(given).toHaveLength(8);
	expect(new Set(given).size).toBe(8);
});

it('stores a few bytes of each result without a time, however often it comes', async () => {
	const poller = await watching();
	const data: object[] = [];
	for (let count = 0; count < 60; count++) {
		data.push(addResult(1, { callTimeStr: '', callId: '' }));
		const body = { resultCode: '0200000', totalCount: data.length, data };
		holder.simulator.faults = [{ kind: 'json', route: 'callresult', times: 0, body }];
		expect(await poller.poll()).toHaveLength(1);
		poller.restart();
		skipTime(20 * MINUTE);
	}
	expect(poller.bytesFor(data.length)).toBeLessThanOrEqual(60);
});

describe.each(['UTC', 'America/New_York'])('read as %s', (read) => {
	it.each([
		['Asia/Shanghai', 5],
		['America/Sao_Paulo', 90],
		['Pacific/Kiritimati', 5],
		['Pacific/Pago_Pago', 110],
	])('has each result of a tenant in %s once, %s minutes after its call', async (zone, minutes) => {
		const poller = await Poller.start(holder.simulator, RESULTS, { timeZone: read });
		await poller.poll();
		const expected: unknown[] = [];
		const given: unknown[] = [];
		for (let count = 0; count < 36; count++) {
			skipTime(50 * MINUTE);
			const at = Date.now() - minutes * MINUTE;
			const callTimeStr = DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
			expected.push(addResult(0, { callTimeStr }).called);
			if (count % 7 === 3) poller.restart();
			given.push(...calledIn(await poller.poll()));
		}
		expect(given).toEqual(expected);
		expect(poller.bytesFor(expected.length)).toBeLessThanOrEqual(60);
	});

	it('gives nothing twice when the time zone is corrected', async () => {
		const poller = await Poller.start(holder.simulator, RESULTS, { timeZone: read });
		await poller.poll();
		addResult(10);
		expect(await poller.poll()).toHaveLength(1);
		poller.useCredential({ timeZone: 'Asia/Shanghai' });
		poller.restart();
		expect(await poller.poll()).toEqual([]);
	});
});

it('asks for the days of the lookback and those of other time zones, and reads on over midnight', async () => {
	const poller = await watching();
	expect(bodiesOf(holder.simulator, 'callresult')[0]).toMatchObject({
		showDetail: 0,
		beginTime: '2031-07-05',
		endTime: '2031-07-08',
	});
	skipTime(11 * HOUR + 59 * MINUTE);
	const before = addResult();
	skipTime(10 * MINUTE);
	const after = addResult();
	expect(calledIn(await poller.poll())).toEqual([before.called, after.called]);
	expect(await poller.poll()).toEqual([]);
});

it('loses nothing and gives nothing twice over failures and restarts', async () => {
	const poller = await watching({ ...RESULTS, everyAttempt: true });
	const { faults } = holder.simulator;
	const expected: unknown[] = [];
	const given: unknown[] = [];
	for (let count = 0; count < 40; count++) {
		skipTime(20 * MINUTE);
		expected.push(addResult(1 + (count % 90)).called);
		faults.length = 0;
		if (count % 3 === 1) faults.push({ kind: 'status', status: 500, times: 0 });
		if (count % 5 === 2) poller.restart();
		given.push(...calledIn(await poller.poll().catch(() => [])));
	}
	faults.length = 0;
	given.push(...calledIn(await poller.poll()));
	expect([...given].sort()).toEqual([...expected].sort());
	// All are of the days that are read.
	expect(poller.bytesFor(expected.length)).toBeLessThanOrEqual(26);
});

it.each([
	[{ campaignId: { __rl: true, mode: 'id', value: '' } }, /^Campaign is empty/],
	[{ campaignId: { __rl: true, mode: 'id', value: 'a/b' } }, /^Campaign /],
	[{ everyAttempt: '={{ 7 }}' }, /^Every Attempt is neither true nor false/],
	[{ lookback: 0 }, /^Lookback is not a whole number/],
	[{ lookback: 30_241 }, /^Lookback is not a whole number/],
	[{ options: { vdnId: 10000 } }, /^VDN ID /],
])('refuses %j before anything is sent', async (wrong, message) => {
	const poller = await start({ ...RESULTS, ...wrong });
	await expectRefused(poller, holder.simulator, message);
});

it('shows a sample in the manual test and leaves the state alone', async () => {
	const poller = await start();
	expect(await poller.test()).toHaveLength(10);
	expect(poller.stored).not.toContain('known');
	results().length = 0;
	await expect(poller.test()).rejects.toMatchObject({
		message: 'There are no call results to show as a sample',
	});
});
