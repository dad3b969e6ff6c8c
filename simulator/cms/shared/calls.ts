/** Calls of the centre, from the first second to the record that is kept of them. */

/** Why a call came to, or left, a place. Source: vendor pages cec_07_0842 and 2638. */
export const REASONS = {
	normal: 0,
	nobodyOnDuty: 3,
	agentDidNotAnswer: 5,
	userReleased: 15,
	agentReleased: 16,
	transferred: 17,
	calledBusy: 20,
	userDidNotAnswer: 26,
	hungUpAfterAnswer: 88,
	hungUpBeforeAnswer: 89,
} as const;

/** Kinds of calls. Source: the vendor's table of call types. */
export const CALL_TYPES = { inbound: 0, manualOutbound: 7, predictive: 43 } as const;

/** What a call can be at, numbered as in called routes; 2 for an agent is made up. */
export const DEVICES = { skill: 1, agent: 2, ivr: 3 } as const;

/** Where a call was for a while. Times are epoch milliseconds, 0 for what did not happen. */
export interface Part {
	deviceType: number;
	deviceNo: string;
	skillId: number;
	waitBegin: number;
	ackBegin: number;
	callBegin: number;
	/** 0 until it is over. */
	callEnd: number;
	enterReason: number;
	leaveReason: number;
}

/** Where a call is. */
export type CallState = 'ivr' | 'waiting' | 'ringing' | 'talking' | 'ended';

/** A call of the centre, from its first moment on. */
export interface Call {
	callId: string;
	isCallIn: boolean;
	callType: number;
	callerNo: string;
	calleeNo: string;
	mediaType: number;
	subMediaType: number;
	/** From 1 to 254. */
	customerLevel: number;
	state: CallState;
	/** The skill queue that it is in, or was in last. */
	skillId: number;
	/** The agent whom it was offered to last; 0 for none. */
	agentId: number;
	/** When it came or was begun, in epoch milliseconds. */
	begin: number;
	/** When it is put into the records; 0 until then. */
	logDate: number;
	/** In the order of time; there is always one. */
	parts: Part[];
}

/** The part that goes on, or was the last one. */
export function lastPart({ parts }: Call): Part {
	return parts[parts.length - 1] as Part;
}

/** The part with the first agent who answered. */
function talkedPart({ parts }: Call): Part | undefined {
	return parts.find((part) => part.deviceType === DEVICES.agent && part.callBegin > 0);
}

/** Whether an agent answered it. */
export function isConnected(call: Call): boolean {
	return talkedPart(call) !== undefined;
}

/** Whether somebody called and talked to no agent. */
export function isMissed(call: Call): boolean {
	return call.isCallIn && !isConnected(call);
}

/** The times of a call as a whole. Epoch milliseconds, 0 for what did not happen. */
export function timesOf(
	call: Call,
): Pick<Part, 'waitBegin' | 'ackBegin' | 'callBegin' | 'callEnd' | 'leaveReason'> {
	const offered = call.parts.find((part) => part.waitBegin > 0);
	const talked = talkedPart(call);
	const { callEnd, leaveReason } = lastPart(call);
	return {
		waitBegin: offered?.waitBegin ?? call.begin,
		ackBegin: talked?.ackBegin ?? offered?.ackBegin ?? 0,
		callBegin: talked?.callBegin ?? 0,
		callEnd,
		leaveReason,
	};
}

/** How long a call waited where it was last, in milliseconds. @param now for a call that still does */
export function waitedMs(call: Call, now: number): number {
	const { waitBegin, callBegin, callEnd } = lastPart(call);
	return waitBegin === 0 ? 0 : (callBegin || callEnd || now) - waitBegin;
}

/** What a call was called by at a time. Source: vendor page cec_07_0640, at most 20 characters. */
export function callIdOf(begin: number, serial: number): string {
	return `${begin}-${100_000 + (serial % 900_000)}`;
}
