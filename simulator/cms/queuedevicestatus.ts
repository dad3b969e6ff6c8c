/** Calls that wait in a queue. Source: vendor page cec_07_0616; the meaning of requestType was not seen. */
import { behaviour, type TryThis } from '../core/behaviour';
import { centreOf } from './shared/centre';
import { payload, written } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, skillId: 10 }, gives: 'who waits, by day mostly one or two' },
	{ ask: { ccId: 1, vdn: 40, skillId: 139 }, gives: 'a call that waits for ever' },
];

interface Asked {
	skillId: number;
}

const REQUEST_TYPE = 1;

export default behaviour<Asked>('queuedevicestatus', ({ skillId }, platform) => {
	const queue = centreOf(platform).skills.get(skillId)?.queue ?? [];
	return payload(
		platform,
		queue.map(({ callId, customerLevel }) =>
			written(platform, { callId, customerLevel, requestType: REQUEST_TYPE }),
		),
	);
});
