/** A call in progress. Source: vendor page cec_07_0640, which does not say what most fields are. */
import { behaviour, type TryThis } from '../core/behaviour';
import { lastPart, timesOf, waitedMs } from './shared/calls';
import { centreOf } from './shared/centre';
import { KNOWN_LIVE } from './shared/knownCalls';
import { CODES, isNotThere, payload, written } from './shared/form';
import { liveCalls, seconds } from './shared/records';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, callId: KNOWN_LIVE }, gives: 'a call that never ends' },
	{
		ask: { ccId: 1, vdn: 40, callId: '1-1' },
		code: CODES.notAllowed,
		gives: 'no such call is in progress; take one of agentgroupQueryagentcalls',
	},
];

interface Asked {
	callId: string;
}

export default behaviour<Asked>('querybasiccallinfo', ({ callId }, platform) => {
	const { now } = centreOf(platform);
	const call = liveCalls(platform).find((one) => one.callId === callId) ?? isNotThere('call');
	const { deviceType, deviceNo, enterReason } = lastPart(call);
	const [time = '', dsn = ''] = callId.split('-');
	const { isCallIn, callerNo, calleeNo, skillId, mediaType, customerLevel, callType } = call;
	return payload(
		platform,
		written(platform, {
			time,
			dsn,
			handle: 0,
			server: 1,
			keyId: 0,
			callingNum: callerNo,
			calledNum: calleeNo,
			mid: 0,
			trunkNo: 0,
			priority: customerLevel,
			deviceType,
			deviceNo,
			callSkill: skillId,
			partyNum: isCallIn ? callerNo : calleeNo,
			callFeature: callType,
			orgiCalledNum: calleeNo,
			mediaType,
			place: 0,
			waitTime: Math.floor(waitedMs(call, now) / 1000),
			totalTalkingTimes: seconds(timesOf(call).callBegin, now),
			logonTimes: 0,
			serviceType: 0,
			callInCause: 0,
			enterReason,
			mediaBillType: 0,
		}),
	);
});
