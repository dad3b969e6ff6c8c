/** Calls whose IDs are always the same, for whoever tries the interfaces. */
import { CALL_TYPES, DEVICES, REASONS, type Call, type Part } from './calls';

/** A call of long ago, of which there is a recording. */
export const KNOWN_RECORD = '1700000000000-100001';

/** When it was stored, in epoch milliseconds. */
export const KNOWN_LOG_DATE = 1_700_000_060_000;

/** A call that never ends. */
export const KNOWN_LIVE = '1700000000000-100009';

/** A call that waits for ever, in the last skill queue that nobody works for. */
export const KNOWN_WAITING = '1700000000000-100010';

/** The agent who has the one that never ends, as long as there is one. */
export const KNOWN_AGENT = 101;

/** The number of the centre that most callers know. */
export const MAIN_NUMBER = '6666601';

/** Who made each of these calls. */
export const KNOWN_CALLER = '13900000001';

function pastCall(callId: string, begin: number, times: Partial<Part>): Call {
	const part: Part = {
		deviceType: DEVICES.skill,
		deviceNo: '10',
		skillId: 10,
		waitBegin: begin,
		ackBegin: 0,
		callBegin: 0,
		callEnd: begin + 60_000,
		enterReason: REASONS.normal,
		leaveReason: REASONS.hungUpBeforeAnswer,
		...times,
	};
	return {
		callId,
		isCallIn: true,
		callType: CALL_TYPES.inbound,
		callerNo: KNOWN_CALLER,
		calleeNo: MAIN_NUMBER,
		mediaType: 5,
		subMediaType: 0,
		customerLevel: 1,
		state: 'ended',
		skillId: part.skillId,
		agentId: part.deviceType === DEVICES.agent ? Number(part.deviceNo) : 0,
		begin,
		logDate: part.callEnd,
		parts: [part],
	};
}

/** A call that an agent answered, and one of 1 March 2026 that nobody did. */
export function makePastCalls(): Call[] {
	const begin = 1_700_000_000_000;
	const answered = {
		deviceType: DEVICES.agent,
		deviceNo: String(KNOWN_AGENT),
		ackBegin: begin + 2000,
		callBegin: begin + 5000,
		callEnd: KNOWN_LOG_DATE,
		leaveReason: REASONS.userReleased,
	};
	return [
		pastCall(KNOWN_RECORD, begin, answered),
		pastCall('1772325000000-100002', 1_772_325_000_000, {}),
	];
}
