/** Details of a call that is over. Source: vendor page cec_07_0642; the sample wraps the fields. */
import { behaviour, type TryThis } from '../core/behaviour';
import { CALL_TYPES, isConnected, timesOf } from './shared/calls';
import { KNOWN_RECORD } from './shared/knownCalls';
import { CODES, isNotThere, payload, written } from './shared/form';
import { durationsOf, allRecords, releaseCause } from './shared/records';

export const tryThese: TryThis[] = [
	{
		ask: { queryParam: { ccId: 1, isCallin: 'true', callId: KNOWN_RECORD } },
		gives: 'a call of long ago',
	},
	{
		ask: { queryParam: { ccId: 1, isCallin: 'true', callId: '1-1' } },
		code: CODES.notAllowed,
		gives: 'there is no such call; take one of querycallsV2',
	},
];

interface Asked {
	queryParam: { isCallin?: 'true' | 'false'; callId?: string };
}

/** Results of predictive calls. Source: the same page. */
const RESULTS = { agent: '0900', failed: '0101' };

export default behaviour<Asked>('querycalldetailbyid', ({ queryParam }, platform) => {
	const isCallIn = queryParam.isCallin === 'true';
	const call =
		allRecords(platform).find(
			(one) => one.callId === queryParam.callId && one.isCallIn === isCallIn,
		) ?? isNotThere('call');
	const { callId, callerNo, calleeNo, callType, agentId, skillId, begin } = call;
	const { ivr, waited, rang, talked } = durationsOf(call);
	const isPredictive = callType === CALL_TYPES.predictive;
	const result = isConnected(call) ? RESULTS.agent : RESULTS.failed;
	const row = {
		vdn: platform.options.account.vdnId,
		callId,
		callerNo,
		calleeNo,
		callType,
		// The sample has a blank at the end of this name.
		[platform.behaviour.cmsOddKeys ? 'agentId ' : 'agentId']: agentId,
		skillId,
		anonyCall: 0,
		queueWaitTime: waited,
		ivrCallTime: ivr,
		ackTime: rang,
		callTime: talked,
		releaseCause: releaseCause(call),
		...(isPredictive && { beginTime: begin, endTime: timesOf(call).callEnd, result }),
	};
	return payload(platform, written(platform, row));
});
