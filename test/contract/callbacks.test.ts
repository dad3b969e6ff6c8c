/** What the simulator pushes, and what the trigger answers, is what `openapi/` says. */

import { startSimulator, type Simulator } from '../../simulator';
import { CAMPAIGN_IDS } from '../../simulator';
import { Receiver } from '../engine/receiver';
import { readDescription } from './description';
import { Recorder } from './recorder';
import { Wire } from './wire';

let simulator: Simulator;
let receiver: Receiver;
let recorder: Recorder;
let wire: Wire;

beforeAll(async () => {
	simulator = await startSimulator({ https: false });
	receiver = await new Receiver().start();
	recorder = new Recorder(receiver.url);
	wire = new Wire(await readDescription());
}, 60_000);

afterAll(async () => {
	await Promise.all([recorder.stop(), receiver.stop(), simulator.stop()]);
});

it('results of outbound calls', async () => {
	await simulator.pushResults(await recorder.start(), {
		campaignId: CAMPAIGN_IDS.manyResults,
		count: 20,
	});
	expect(recorder.exchanges).not.toEqual([]);
	const faults = recorder.exchanges.flatMap((one) => wire.pushFaults('outboundResult', one));
	expect([...new Set(faults)]).toEqual([]);
	expect(receiver.executions.flat()).not.toEqual([]);
});
