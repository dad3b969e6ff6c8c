/** Source: vendor page cec_07_0063; what is answered for a call that is not there is made up. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';

const KNOWN = '1700000000000-100001';

const CALLS: Readonly<Record<string, object>> = {
	[KNOWN]: {
		caller: '13900000001',
		called: '99104729',
		mediaAbility: '1',
		calldata: 'order=1',
		callId: KNOWN,
		callSkillId: '29',
		callSkill: '售后技能队列',
		callType: 0,
	},
};

export const tryThese: TryThis[] = [
	{
		ask: { callId: KNOWN, userId: '1', tenantId: '202603010001', agentId: '101' },
		gives: 'the data of a call',
	},
];

export default behaviour<{ callId: string }>(
	'queryCallInfoByCallId',
	({ callId }) =>
		(Object.hasOwn(CALLS, callId) ? CALLS[callId] : undefined) ??
		refuse(500, 'There is no such call'),
);
