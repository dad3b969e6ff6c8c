import './time';
import { sleep, type INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../../simulator';
import { credentialsFor, errorIn, requestsOf, runnerFor, useSimulator } from '../fixtures';

const platform = useSimulator({ https: false });
const run = runnerFor(platform);

const ROUTE = 'downloadRecord';
const [callId, other] = ['1700000000000-100001', '1700000000000-100002'];
const FLOW_CONTROLLED = '1700000000000-100004';
const DOWNLOAD = { resource: 'recording', operation: 'download', callId };

/** The one file of the call. */
function file(): Buffer | undefined {
	const [recording] = platform.simulator.data.recordings;
	return Object.values(recording?.files ?? {})[0];
}

function bytesIn(item: INodeExecutionData | undefined): Buffer {
	return Buffer.from(item?.binary?.data?.data ?? '', 'base64');
}

const HALF: Array<[string, Fault]> = [
	['is cut', { kind: 'cut', when: 'midBody' }],
	['stops', { kind: 'hang', when: 'midBody' }],
];

describe.each(HALF)('a file whose transfer %s halfway', (_, fault) => {
	it('is begun again, and comes whole', async () => {
		platform.simulator.faults = [{ route: ROUTE, times: 2, ...fault }];
		const { items, error } = await run(DOWNLOAD);
		expect(error).toBeUndefined();
		expect(bytesIn(items[0])).toEqual(file());
		expect(requestsOf(platform.simulator, ROUTE)).toHaveLength(3);
	});

	it('is never given out short', async () => {
		platform.simulator.faults = [{ route: ROUTE, times: 0, ...fault }];
		const { items } = await run(DOWNLOAD, { onError: 'continueRegularOutput' });
		expect(items).toHaveLength(1);
		expect(items[0]?.binary).toBeUndefined();
		expect(errorIn(items[0])).toMatchObject({
			message: expect.stringMatching(/connection was cut|did not answer in time/),
			outcome: 'failed',
		});
	});
});

it('begins again after what says that it may pass', async () => {
	platform.simulator.faults = [{ kind: 'html', status: 503, route: ROUTE, times: 2 }];
	const { items } = await run(DOWNLOAD);
	expect(bytesIn(items[0])).toEqual(file());
});

it('cuts a file off when the execution is cancelled', async () => {
	const { simulator } = platform;
	simulator.faults = [{ kind: 'hang', when: 'midBody', route: ROUTE, times: 0 }];
	let cancel = () => {};
	const items = [{ callId }, { callId: other }];
	const running = run(
		{ ...DOWNLOAD, callId: '={{ $json.callId }}' },
		{
			items,
			onStarted: (stop) => {
				cancel = stop;
			},
		},
	);
	// By then both files are on their way.
	await sleep(2000);
	expect(simulator.stats.services.isales.inFlight).toBe(items.length);
	const cancelledAt = Date.now();
	cancel();
	await running;
	// Without that they would be given up after a minute.
	expect(Date.now() - cancelledAt).toBeLessThan(10_000);
	await sleep(1000);
	expect(simulator.stats.services.isales.inFlight).toBe(0);
	expect(requestsOf(simulator, ROUTE)).toHaveLength(items.length);
});

describe('a recording that the service refuses', () => {
	const REFUSALS: Array<[string, Fault]> = [
		['401', { kind: 'json', status: 401, body: { status: 401, error: 'Unauthorized' } }],
		['403', { kind: 'json', status: 403, body: { status: 403, error: 'Forbidden' } }],
		['403 as a page', { kind: 'html', status: 403 }],
	];

	it.each(REFUSALS)('is never asked for again after %s', async (_, fault) => {
		platform.simulator.faults = [{ route: ROUTE, times: 0, ...fault }];
		const items = Array.from({ length: 30 }, () => ({}));
		const { huaweiAiccAkSkApi } = credentialsFor(platform.simulator);
		const credentials = { huaweiAiccAkSkApi: { ...huaweiAiccAkSkApi, maxConcurrentRequests: 1 } };
		const settings = { items, credentials, onError: 'continueRegularOutput' as const };
		const { rows } = await run(DOWNLOAD, settings);
		expect(rows).toHaveLength(30);
		expect(errorIn({ json: rows[0] ?? {} })?.description).toMatch(/lock/);
		// Nothing else is sent either: it would keep the address locked.
		expect(requestsOf(platform.simulator, ROUTE)).toHaveLength(1);
	});

	it.each(REFUSALS)("is not asked for again by n8n's Retry On Fail: %s", async (_, fault) => {
		platform.simulator.faults = [{ route: ROUTE, skip: 1, times: 0, ...fault }];
		const { huaweiAiccAkSkApi } = credentialsFor(platform.simulator);
		const credentials = { huaweiAiccAkSkApi: { ...huaweiAiccAkSkApi, maxConcurrentRequests: 1 } };
		const items = [{}, {}];
		const { error } = await run(DOWNLOAD, { items, credentials, retryOnFail: true });
		expect(error?.message).toMatch(/^Could not download the recording: .*\b40[13]\b/);
		expect(requestsOf(platform.simulator, ROUTE)).toHaveLength(2);
	});

	it('is not asked for again with the time of the server', async () => {
		platform.simulator.behaviour.clockOffsetSeconds = 3600;
		const { error } = await run(DOWNLOAD);
		expect(error?.message).toContain("The clock here is 60 minutes behind the server's");
		expect(error?.description).not.toContain('was tried as well');
		expect(requestsOf(platform.simulator, ROUTE)).toHaveLength(1);
	});
});

describe('flow control', () => {
	it('has everybody wait, and goes on', async () => {
		const items = Array.from({ length: 20 }, () => ({}));
		const { rows, error } = await run({ ...DOWNLOAD, callId: FLOW_CONTROLLED }, { items });
		expect(error).toBeUndefined();
		expect(rows).toEqual(items.map(() => ({ callId: FLOW_CONTROLLED, found: true })));
		const [first, ...others] = requestsOf(platform.simulator, ROUTE);
		expect(others).toHaveLength(21);
		// Ten were on the wire when the first one was turned away.
		expect((others[10]?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(400);
	});
});
