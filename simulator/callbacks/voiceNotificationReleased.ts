/**
 * The end of a voice notification, as it is pushed to the address that was given with it.
 *
 * Source: vendor page cec_07_2805. It comes without a signature: how one is made is not known.
 */
import { behaviour } from '../core/behaviour';
import { callToPush, talkSeconds, TASK_TYPES, type CallPush } from '../fabric/shared/calls';

/** `yyyy/MM/dd,HH:mm:ss:SSS`. */
function written(time: number | undefined): string | undefined {
	if (time === undefined) return undefined;
	const [day = '', clock = ''] = new Date(time).toISOString().replace('Z', '').split('T');
	return `${day.replaceAll('-', '/')},${clock.replace('.', ':')}`;
}

export default behaviour<CallPush>('voiceNotificationReleased', ({ callSerialNo }, platform) => {
	const call = callToPush(platform, TASK_TYPES.voiceNotification, callSerialNo);
	return {
		callSerialNo: call.callSerialNo,
		called: call.called,
		callerPresent: call.callerPresent,
		createCallTime: written(call.startTime),
		alertingTime: written(call.alertingTime),
		talkingTime: written(call.talkingTime),
		releaseTime: written(call.endTime),
		talkDuration: String(talkSeconds(call)),
		recordfile: call.talkingTime === undefined ? '' : `${call.callSerialNo}.wav`,
		locationId: '1',
		releaseReason: String(call.reasonCode),
	};
});
