import type { Call, Simulator } from '../../simulator';

const MINUTE = 60_000;

let serial = 0;

/** A call that has just ended in the contact centre of a platform, after so many minutes. */
export function endedCall(
	{ behaviour, data }: Pick<Simulator, 'behaviour' | 'data'>,
	minutes = 1,
	fields: Partial<Call> = {},
): Call {
	const callEnd = behaviour.centreTime || Date.now() + behaviour.clockOffsetSeconds * 1000;
	const begin = callEnd - minutes * MINUTE;
	const call: Call = {
		callId: `${begin}-${100_000 + serial++}`,
		isCallIn: true,
		callType: 0,
		callerNo: '9000001',
		calleeNo: '8000001',
		mediaType: 5,
		subMediaType: 1,
		customerLevel: 1,
		state: 'ended',
		skillId: 10,
		agentId: 101,
		begin,
		logDate: callEnd,
		parts: [
			{
				deviceType: 2,
				deviceNo: '101',
				skillId: 10,
				enterReason: 0,
				waitBegin: begin,
				ackBegin: begin + 1,
				callBegin: begin + 2,
				callEnd,
				leaveReason: 88,
			},
		],
		...fields,
	};
	data.addedCalls.push(call);
	return call;
}
