import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import { bodiesOf, useSimulator } from './fixtures';
import { Poller } from './poller';

const holder = useSimulator();

afterEach(() => jest.restoreAllMocks());

/** The subscriber that has a fault in the simulator's data, and one that has none. */
const ILL = '6680512100869';
const WELL = '6680512100870';

const watch = (msisdns: unknown): INodeParameters =>
	({ event: 'faultUserFound', msisdns, complaintScene: '1' }) as INodeParameters;

const RECORDS = [
	{ msisdn: WELL, rules: [{ ccmSceneCode: 'SMS' }, { ccmSceneCode: 'DATA' }] },
	{ msisdn: WELL, rules: [] },
];

function setFault(msisdn: string, data: unknown[] = RECORDS): void {
	holder.simulator.data.subscribers[msisdn] = {
		returnCode: 0,
		description: 'Query succeeded. Data is found in the query result.',
		data,
	};
}

function clearFault(msisdn: string): void {
	delete holder.simulator.data.subscribers[msisdn];
}

async function watching(parameters: INodeParameters): Promise<Poller> {
	const poller = await Poller.start(holder.simulator, parameters);
	expect(await poller.poll()).toEqual([]);
	return poller;
}

it('asks for the scene and how far to look back in ASCII digits, whatever keyboard they are of', async () => {
	await watching({ ...watch(ILL), complaintScene: '\u202a１２', backtraceDuration: '７２００' });
	expect(bodiesOf(holder.simulator, 'queryfaultyuser')).toMatchObject([
		{ complaintScene: '12', backtraceDuration: '7200' },
	]);
});

it('does not watch the parts of a number that has blanks in it', async () => {
	const poller = await Poller.start(holder.simulator, watch("={{ ['66 80512100869'] }}"));
	expect((await poller.failure()).message).toMatch(/^MSISDNs seems to have blanks within a number/);
	expect(holder.simulator.requests).toEqual([]);
});

it('takes the faults at activation as the baseline', async () => {
	const poller = await watching(watch(`${ILL}, ${WELL}`));
	expect(await poller.poll()).toEqual([]);
});

it('gives the faults at activation once when asked to', async () => {
	const poller = await Poller.start(holder.simulator, {
		...watch([ILL, WELL]),
		emitExisting: true,
	});
	expect(await poller.poll()).toMatchObject([{ msisdn: ILL }]);
	expect(await poller.poll()).toEqual([]);
});

it('gives a fault when it comes, changes, or comes back, not while it stays', async () => {
	const poller = await watching(watch(WELL));
	setFault(WELL);
	const before = Date.now();
	const [item] = await poller.poll();
	expect(item).toEqual({
		msisdn: WELL,
		faultTime: expect.stringMatching(/^\d{13}$/) as unknown,
		found: true,
		returnCode: '0',
		description: 'Query succeeded. Data is found in the query result.',
		data: RECORDS,
	});
	expect(Number(item?.faultTime)).toBeGreaterThanOrEqual(before);

	expect(await poller.poll()).toEqual([]);
	setFault(WELL, [
		{ rules: [], msisdn: WELL },
		{ rules: [{ ccmSceneCode: 'DATA' }, { ccmSceneCode: 'SMS' }], msisdn: WELL },
	]);
	expect(await poller.poll()).toEqual([]);
	setFault(WELL, RECORDS.slice(1));
	expect(await poller.poll()).toHaveLength(1);
	poller.restart();
	expect(await poller.poll()).toEqual([]);
	clearFault(WELL);
	expect(await poller.poll()).toEqual([]);
	setFault(WELL, RECORDS.slice(1));
	expect(await poller.poll()).toHaveLength(1);
});

it('asks once for each number, with the look-back', async () => {
	await watching(watch(` ${ILL},\n${WELL}\n\n${ILL} `));
	const bodies = bodiesOf(holder.simulator, 'queryfaultyuser');
	expect(bodies).toHaveLength(2);
	expect(bodies).toEqual(
		expect.arrayContaining(
			[ILL, WELL].map((msisdn) => ({
				msisdn,
				faultTime: expect.stringMatching(/^\d{13}$/) as unknown,
				complaintScene: '1',
				queryFlag: '1',
				backtraceDuration: '3600',
			})),
		),
	);
});

it('takes a list of numbers from an expression', async () => {
	await watching(watch(`={{ [${ILL}, "${WELL}"] }}`));
	expect(bodiesOf(holder.simulator, 'queryfaultyuser')).toMatchObject([
		{ msisdn: ILL },
		{ msisdn: WELL },
	]);
});

it.each([
	['', 'MSISDNs is empty'],
	[' , \n', 'MSISDNs is empty'],
	['={{ [{}] }}', 'MSISDNs is neither text nor a number'],
	['={{ 66.5 }}', 'MSISDNs came as a number that cannot be taken digit by digit'],
	[`${ILL}, +66 805`, /^MSISDNs .*\+66/],
	['Somchai', /^MSISDNs .*Somchai/],
	['1.39E+10', /^MSISDNs .*scientific notation.*1\.39E\+10/],
])('refuses %j as numbers before anything is sent', async (msisdns, message) => {
	const poller = await Poller.start(holder.simulator, watch(msisdns));
	expect(await poller.failure()).toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringMatching(message) as unknown,
	});
	expect(holder.simulator.requests).toEqual([]);
});

it('goes on with the others when one subscriber cannot be checked', async () => {
	const poller = await watching(watch([ILL, WELL]));
	const warnings: string[] = [];
	const functions = poller.functions();
	jest.spyOn(functions.logger, 'warn').mockImplementation((message) => void warnings.push(message));
	const illFault = holder.simulator.data.subscribers[ILL];
	holder.simulator.data.subscribers[ILL] = { returnCode: 5, description: 'DAC', data: [] };
	setFault(WELL);
	expect(await poller.poll(functions)).toMatchObject([{ msisdn: WELL }]);
	expect(warnings).toEqual([
		'1 of 2 watched subscribers could not be checked: Could not check the subscriber: DAC query error (code 5)',
	]);
	// The fault of the other one is the one that was known: it is not news.
	if (illFault) holder.simulator.data.subscribers[ILL] = illFault;
	expect(await poller.poll()).toEqual([]);
});

it('fails when no subscriber could be checked, and changes nothing', async () => {
	const poller = await watching(watch([ILL, WELL]));
	const before = poller.stored;
	holder.simulator.faults.push({ kind: 'status', route: 'queryfaultyuser', times: 0, status: 500 });
	const error = await poller.failure();
	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '500' });
	expect(error.message).toMatch(
		new RegExp(`^MSISDN ${ILL}: Could not check the subscriber: HTTP 500`),
	);
	expect(poller.stored).toBe(before);
});

it('forgets numbers that are no longer watched', async () => {
	const poller = await watching(watch([ILL, WELL]));
	expect(poller.stored).toContain(ILL);
	poller.restart(watch([WELL]));
	expect(await poller.poll()).toEqual([]);
	expect(poller.stored).not.toContain(ILL);
});

it('takes the fault of a number that is new to the list as its baseline', async () => {
	const poller = await watching(watch([WELL]));
	poller.restart(watch([ILL, WELL]));
	expect(await poller.poll()).toEqual([]);
});

it('begins anew when scene or look-back change', async () => {
	const poller = await watching(watch([WELL]));
	poller.restart({ ...watch([WELL]), backtraceDuration: 7200 });
	setFault(WELL);
	expect(await poller.poll()).toEqual([]);
});

it('shows in the manual test who has a fault, else the answers as they are', async () => {
	const poller = await Poller.start(holder.simulator, watch([ILL, WELL]));
	expect(await poller.test()).toMatchObject([{ msisdn: ILL, found: true }]);
	clearFault(ILL);
	expect(await poller.test()).toMatchObject([
		{ msisdn: ILL, found: false },
		{ msisdn: WELL, found: false },
	]);
	expect(poller.stored).not.toContain(ILL);
});

it('names a wrong number in the manual test', async () => {
	const poller = await Poller.start(holder.simulator, watch([ILL, '6680512100002']));
	await expect(poller.test()).rejects.toMatchObject({
		message: expect.stringMatching(
			/^MSISDN 6680512100002: .*: Invalid MSISDN \(code 2\)/,
		) as unknown,
	});
});

it('stores one short fingerprint for each number', async () => {
	const numbers = Array.from({ length: 200 }, (_, index) => String(6680512200000 + index));
	for (const number of numbers) setFault(number);
	const poller = await watching(watch(numbers));
	expect(Math.ceil(Buffer.byteLength(poller.stored) / numbers.length)).toBe(36);
});
