/** Source: vendor page cec_07_0056. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { callWith, hasEnded, KNOWN_CALL } from './shared/calls';
import { addressOf } from './shared/storage';

const NO_HISTORY = '5';
const NOT_UPLOADED = '1';

export const tryThese: TryThis[] = [
	{
		ask: { callSerialNo: KNOWN_CALL },
		gives: 'an address that gives a WAV file for five minutes',
	},
	{
		ask: { callSerialNo: '1700000000000000999' },
		code: NO_HISTORY,
		gives: 'there is no such call, as for every number that nobody was given',
	},
];

export default behaviour<{ callSerialNo: string }>(
	'getRecordingAddress',
	({ callSerialNo }, platform) => {
		const call = callWith(platform, callSerialNo);
		if (!call) return refuse(NO_HISTORY, 'There is no call history');
		const isRecorded = call.talkingTime !== undefined && hasEnded(call, platform.now);
		if (!isRecorded) refuse(NOT_UPLOADED, 'The recording was not uploaded');
		return { result: { url: addressOf(platform, callSerialNo) } };
	},
);
