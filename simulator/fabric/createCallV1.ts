/** Source: vendor page cec_07_1303; its result codes are those of cec_07_0053. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { addressIn, ring, TASK_TYPES } from './shared/calls';

export const tryThese: TryThis[] = [
	{ ask: { caller: '9000001', called: '13600000001' }, gives: 'a call that ends after 8 seconds' },
	{
		ask: { caller: '9000001', called: '13600000005' },
		gives: 'nobody answers: the last digit is 5',
	},
	{
		ask: { caller: '9000001', called: '13600000003' },
		gives: 'it fails at once: the last digit is 3',
	},
];

const WRONG_URL = '1';

/** What the plain address may have. */
const PLAIN = /^[a-zA-Z0-9\-:./_#?&]+$/;

interface Asked {
	caller: string;
	called: string;
	callData?: string;
	callerPresent?: string;
	agentPresent?: string;
	callBackUrl?: string;
}

export default behaviour<Asked>('createCallV1', ({ callBackUrl, ...asked }, platform) => {
	const url = addressIn(callBackUrl);
	if (callBackUrl !== undefined && !PLAIN.test(url ?? '')) {
		refuse(WRONG_URL, 'callBackUrl is not the Base64 of an address');
	}
	const { caller, called, callData, callerPresent, agentPresent } = asked;
	const call = { caller, called, callData, callerPresent, agentPresent };
	return ring(
		platform,
		{ taskType: TASK_TYPES.bidirectional, ...call },
		{ callback: 'callReleased', url, busyText: 'The task is there already' },
	);
});
