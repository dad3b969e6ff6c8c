/** Source: vendor page cec_07_0053. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { ring, TASK_TYPES } from './shared/calls';

export const tryThese: TryThis[] = [
	{
		ask: { softPhone: '7000001', called: '13600000001' },
		gives: 'a call that ends after 8 seconds',
	},
	{
		ask: { softPhone: '8000001', called: '13600000001' },
		code: '8',
		gives: 'no softphone: theirs begin with 7',
	},
];

const WRONG_RANGE = '8';

interface Asked {
	softPhone: string;
	called: string;
	callData?: string;
	callerPresent?: string;
}

export default behaviour<Asked>('createCallV3', (asked, platform) => {
	const { softPhone, called, callData, callerPresent } = asked;
	if (!softPhone.startsWith('7')) {
		refuse(WRONG_RANGE, 'The caller is outside the range of the softphones');
	}
	return ring(
		platform,
		{ taskType: TASK_TYPES.bidirectional, caller: softPhone, called, callData, callerPresent },
		{ callback: 'callReleased', busyText: 'The task is there already' },
	);
});
