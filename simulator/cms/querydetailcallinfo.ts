/** A call that an agent has. Source: vendor page cec_07_0641; the fields of the answer are made up. */
import { behaviour, type TryThis } from '../core/behaviour';
import { timesOf } from './shared/calls';
import { KNOWN_LIVE } from './shared/knownCalls';
import { CODES, isNotThere, payload, written } from './shared/form';
import { liveCalls } from './shared/records';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, callId: KNOWN_LIVE }, gives: 'a call that never ends' },
	{
		ask: { ccId: 1, vdn: 40, callId: '1-1' },
		code: CODES.notAllowed,
		gives: 'no agent has such a call; take one of agentgroupQueryagentcalls',
	},
];

interface Asked {
	callId: string;
}

export default behaviour<Asked>('querydetailcallinfo', (asked, platform) => {
	const call =
		liveCalls(platform).find(
			({ callId, state }) => callId === asked.callId && state === 'talking',
		) ?? isNotThere('call');
	const { callId, callerNo, calleeNo, callType, agentId, skillId, mediaType } = call;
	const { waitBegin, ackBegin, callBegin } = timesOf(call);
	const row = {
		callId,
		callingNum: callerNo,
		calledNum: calleeNo,
		callType,
		agentId,
		callSkill: skillId,
		mediaType,
		waitBegin,
		ackBegin,
		callBegin,
	};
	return payload(platform, written(platform, row));
});
