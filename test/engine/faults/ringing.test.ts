/** Operations that ring a person's phone: a repeat is worse than a failure. */
import './time';
import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../simulator';
import { bodiesOf, errorIn, runnerFor, useSimulator } from '../fixtures';
import { parametersOf } from '../operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

describe.each([
	['call/create', 'createCallV1', 'make the call'],
	['call/createFromSoftphone', 'createCallV3', 'make the call from the softphone'],
	['voiceNotification/send', 'createVoiceNotificationV1', 'send the voice notification'],
	['voiceNotification/sendPlayList', 'createVoiceNotificationV2', 'send the voice notification'],
])('%s rings no phone twice', (operation, route, title) => {
	const parameters = { calledNumber: '={{ $json.called }}', additionalFields: {} };
	const items = [{ called: '13600000001' }, { called: '13600000002' }, { called: '13600000004' }];

	it.each<[string, Fault]>([
		['the connection is cut after it was sent', { kind: 'cut', when: 'after' }],
		['the answer is cut', { kind: 'cut', when: 'midBody' }],
		['there is no answer', { kind: 'hang', when: 'after' }],
		['the gateway fails', { kind: 'html', status: 502, when: 'after' }],
		['the answer makes no sense', { kind: 'raw', body: '<html>', when: 'after' }],
		['there is no serial number', { kind: 'json', body: { retCode: '0' }, when: 'after' }],
		[
			'the serial number is empty',
			{ kind: 'json', body: { retCode: 0, result: { callSerialNo: '' } }, when: 'after' },
		],
	])('when %s', async (_, fault) => {
		holder.simulator.faults = [{ route, times: 1, ...fault }];
		const result = await run(
			{ ...parametersOf(operation), ...parameters },
			{ items, onError: 'continueRegularOutput', retryOnFail: true },
		);
		const errors = result.items.map(errorIn);
		expect(errors.filter(Boolean)).toEqual([
			expect.objectContaining({
				message: expect.stringMatching(`^It is not known whether the service did ${title}: `),
				description: expect.stringMatching(/not sent again.* A phone may have rung\. Look /),
				outcome: 'unknown',
			}),
		]);
		const called = bodiesOf(holder.simulator, route).map((body) => (body as IDataObject).called);
		expect(called.sort()).toEqual(items.map((item) => item.called));
	});

	it('also when n8n runs the node again because another item failed', async () => {
		holder.simulator.faults = [{ route, times: 1, kind: 'code', code: '5' }];
		const result = await run(
			{ ...parametersOf(operation), ...parameters },
			{ items, retryOnFail: true },
		);
		expect(result.error).toBeUndefined();
		expect(result.rows.map(({ calledNumber }) => calledNumber)).toEqual(
			items.map(({ called }) => called),
		);
		const made = holder.simulator.data.madeCalls.slice(-items.length);
		expect(new Set(made.map(({ called }) => called)).size).toBe(items.length);
	});

	it('when the firewall has turned it away: that one is sent again', async () => {
		holder.simulator.faults = [{ route, times: 2, kind: 'html', status: 429 }];
		const result = await run({ ...parametersOf(operation), ...parameters }, { items });
		expect(result.error).toBeUndefined();
		expect(result.rows).toHaveLength(items.length);
		const made = holder.simulator.data.madeCalls.slice(-items.length);
		expect(made.map(({ called }) => called).sort()).toEqual(items.map(({ called }) => called));
	});

	it('when the service refuses one that is under way', async () => {
		const twice = [{ called: '13600000001' }, { called: '13600000001' }];
		const result = await run(
			{ ...parametersOf(operation), ...parameters },
			{ items: twice, onError: 'continueRegularOutput' },
		);
		const errors = result.items.map(errorIn).filter(Boolean);
		expect(errors).toMatchObject([{ outcome: 'refused', code: '1' }]);
		expect(bodiesOf(holder.simulator, route)).toHaveLength(2);
	});
});
