/** What the simulator pushes, and what the trigger answers, is what `openapi/` says. */

import { events } from '../../nodes/HuaweiAiccCallbackTrigger/events';
import { CAMPAIGN_IDS, startSimulator, type PushRequest, type Simulator } from '../../simulator';
import { filesOf } from '../../simulator/core/folders';
import { Receiver } from '../engine/receiver';
import { readDescription } from './description';
import { Recorder } from './recorder';
import { Wire } from './wire';

/** The events of the trigger that take what is called otherwise in `openapi/`. */
const EVENTS: Record<string, string> = {
	billFileReady: 'fileReady',
	agentOprInfoFileReady: 'fileReady',
};

/** What is pushed by results of which the simulator wants to know more. */
const ASKED: Record<string, PushRequest> = {
	outboundResult: { campaignId: CAMPAIGN_IDS.manyResults, count: 20 },
};

let simulator: Simulator;
let wire: Wire;

beforeAll(async () => {
	simulator = await startSimulator({ https: false });
	wire = new Wire(await readDescription());
}, 60_000);

afterAll(async () => {
	await simulator.stop();
});

it.each(filesOf('callbacks'))('%s', async (name) => {
	const receiver = await new Receiver({ event: EVENTS[name] ?? name }).start();
	const { accessKey, secretKey } = simulator.account;
	receiver.credential = { accessKey, secretKey };
	const recorder = new Recorder(receiver.url);
	try {
		const pushes = await simulator.push(name, await recorder.start(), ASKED[name]);
		expect(pushes).toMatchObject([{ isTaken: true }]);
		expect(recorder.exchanges).toHaveLength(1);
		const faults = recorder.exchanges.flatMap((one) => wire.pushFaults(name, one));
		expect([...new Set(faults)]).toEqual([]);
		expect(receiver.executions.flat()).not.toEqual([]);
	} finally {
		await Promise.all([recorder.stop(), receiver.stop()]);
	}
});

it.each(events)('the sample of $option.value', ({ option: { value }, sample, success }) => {
	const names = filesOf('callbacks').filter((name) => (EVENTS[name] ?? name) === value);
	expect(names).not.toEqual([]);
	const exchange = {
		method: 'POST',
		path: '/',
		query: {},
		headers: {},
		body: JSON.stringify(sample),
		status: 200,
		answer: JSON.stringify(success),
		contentType: 'application/json',
	};
	// A file may come of either of two requests, and the sample is of one of them.
	const faults = names.map((name) => wire.pushFaults(name, exchange));
	expect(faults).toContainEqual([]);
});

it('is of every callback that there is', async () => {
	const { webhooks } = await readDescription();
	expect(Object.keys(webhooks)).toEqual(expect.arrayContaining(filesOf('callbacks')));
	expect(filesOf('callbacks')).toHaveLength(Object.keys(webhooks).length);
});
