/**
 * The end of a call, as it is pushed to the address that was given with it.
 *
 * Source: vendor page cec_07_0068; the forms of its times are made up, and `agentTalkDuration` too.
 */
import { behaviour } from '../core/behaviour';
import { callToPush, talkSeconds, TASK_TYPES, type CallPush } from '../fabric/shared/calls';

export default behaviour<CallPush>('callReleased', ({ callSerialNo }, platform) => {
	const call = callToPush(platform, TASK_TYPES.bidirectional, callSerialNo);
	return {
		callSerialNo: call.callSerialNo,
		serviceNo: call.caller,
		called: call.called,
		caller: call.caller,
		callerPresent: call.callerPresent,
		callData: call.callData,
		createCallTime: String(call.startTime),
		alertingTime: call.alertingTime,
		talkingTime: call.talkingTime,
		releaseTime: call.endTime,
		talkDuration: talkSeconds(call),
		recordfile: call.talkingTime === undefined ? '' : `${call.callSerialNo}.wav`,
		locationId: '1',
		releaseReason: String(call.reasonCode),
		agentAlertingTime: call.startTime,
		agentTalkingTime: call.alertingTime,
		agentReleaseTime: call.endTime,
		agentTalkDuration: Math.round((call.endTime - call.startTime) / 1000),
	};
});
