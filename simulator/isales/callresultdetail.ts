/** The sample has the status as text, other than the list. Source: vendor page 0784. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { timeOf, timeText } from '../core/time';
import { CODES } from './shared/codes';

export const tryThese: TryThis[] = [
	{ ask: { callId: '1700000001-1' }, gives: 'the first attempt at 13700000001' },
	{ ask: { callId: '1-1' }, code: CODES.parameter, gives: 'there is no such call' },
];

const RING_AFTER_MS = 2_000;
const ANSWER_AFTER_MS = 9_000;
const SIGNATURE_LIFE_MS = 60 * 60 * 1000;

export default behaviour<{ callId: string }>('callresultdetail', ({ callId }, { data, now }) => {
	const call = Object.values(data.callResults)
		.flat()
		.find((attempt) => attempt.callId === callId);
	if (!call) return refuse(CODES.parameter, `The call ${callId} does not exist`);
	const begin = timeOf(call.callTimeStr);
	const answered = begin + ANSWER_AFTER_MS;
	const expires = Math.floor((now + SIGNATURE_LIFE_MS) / 1000);
	return {
		data: {
			called: call.called,
			ackBeginTime: timeText(begin + RING_AFTER_MS),
			callBeginTime: call.talkSeconds > 0 ? timeText(answered) : '',
			callEndTime: timeText(answered + call.talkSeconds * 1000),
			callStatus: String(call.callStatus),
			failCode: call.failCode,
			resultCode: call.resultCode,
			vdnId: call.vdnId,
			callId,
			recordPath: call.recordPath && `${call.recordPath}?Expires=${expires}&Signature=made-up`,
		},
	};
});
