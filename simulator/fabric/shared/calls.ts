/** Calls that the interfaces have made: how they go on as time passes, and how they ended. */
import { refuse } from '../../core/behaviour';
import type { DataMakers } from '../../core/data';
import type { Platform } from '../../core/platform';
import type { PushSettings } from '../../core/push';
import { DAY_MS } from '../../core/time';

/** Kinds of calls. Source: vendor page cec_07_1305, `taskType`. */
export const TASK_TYPES = { bidirectional: '1', voiceNotification: '3', ita: '4' } as const;

/** Why a call ended. Source: vendor page cec_07_0055, `reasonCode`. */
const REASONS = { calledHungUp: 0, calledLegFailed: 3, calledDidNotAnswer: 5 } as const;

const STATES = { toBeCalled: 0, calling: 1, talking: 2, ended: 3 } as const;

/** A call with its times in epoch milliseconds; those that are still to come are known already. */
export interface MadeCall {
	callSerialNo: string;
	taskType: string;
	caller: string;
	called: string;
	callerPresent: string;
	agentPresent: string;
	callData: string;
	startTime: number;
	/** None where the called party's leg failed. */
	alertingTime?: number;
	/** None where nobody answered. */
	talkingTime?: number;
	endTime: number;
	reasonCode: number;
}

declare module '../../core/data' {
	interface SimulatorData {
		/** By the time when they were asked for. */
		madeCalls: MadeCall[];
	}
}

/** How a call ends by the last digit of the called number; it is talked on all others. */
const ENDS: Readonly<Record<string, number>> = {
	'3': REASONS.calledLegFailed,
	'5': REASONS.calledDidNotAnswer,
};

/** What is asked for. */
export type AskedCall = Pick<MadeCall, 'taskType' | 'called'> &
	Partial<Pick<MadeCall, 'caller' | 'callerPresent' | 'agentPresent' | 'callData'>>;

/**
 * A call that goes its way: it rings after one step, is answered after two and ends after four.
 *
 * @param startTime epoch milliseconds
 * @param step milliseconds
 */
function callOf(asked: AskedCall, callSerialNo: string, startTime: number, step: number): MadeCall {
	const reasonCode = ENDS[asked.called.slice(-1)] ?? REASONS.calledHungUp;
	const isRung = reasonCode !== REASONS.calledLegFailed;
	const isTalked = reasonCode === REASONS.calledHungUp;
	return {
		caller: '',
		callerPresent: '',
		agentPresent: '',
		callData: '',
		...asked,
		callSerialNo,
		startTime,
		...(isRung && { alertingTime: startTime + step }),
		...(isTalked && { talkingTime: startTime + 2 * step }),
		endTime: startTime + (isRung ? 4 : 1) * step,
		reasonCode,
	};
}

const FIRST_MADE_UP = 1_700_000_000_000_000_001n;
const FIRST_NEW = 1_800_000_000_000_000_001n;

/** Days over which the made-up calls are spread. */
const SPAN_DAYS = 20;
const MADE_UP_STEP_MS = 15_000;

/** The first of the made-up calls, which was talked. */
export const KNOWN_CALL = String(FIRST_MADE_UP);

function makeCalls(count: number, now: number): MadeCall[] {
	const span = SPAN_DAYS * DAY_MS;
	return Array.from({ length: count }, (_, index) => {
		const isNotification = index % 3 === 2;
		const asked = {
			taskType: isNotification ? TASK_TYPES.voiceNotification : TASK_TYPES.bidirectional,
			caller: isNotification ? '' : String(9_000_001 + (index % 4)),
			called: String(13_500_000_000 + index * 7),
			callerPresent: '99104729',
			callData: `{"order":"${index + 1}"}`,
		};
		const startTime = Math.floor(now - (span * (count - index)) / (count + 1));
		return callOf(asked, String(FIRST_MADE_UP + BigInt(index)), startTime, MADE_UP_STEP_MS);
	});
}

export const madeCalls: DataMakers = {
	madeCalls: ({ madeCalls: count }, now) => makeCalls(count, now),
};

/** What is refused while the last call to a number is not over. */
const BUSY = '1';

/** The calls to each number, of as many as there were when this was looked at last. */
const callsTo = new WeakMap<MadeCall[], { count: number; byNumber: Map<string, MadeCall[]> }>();

/** Whether a call to a number is not over. */
function isBusy({ data: { madeCalls: calls }, now }: Platform, number: string): boolean {
	const known = callsTo.get(calls) ?? { count: 0, byNumber: new Map<string, MadeCall[]>() };
	callsTo.set(calls, known);
	for (; known.count < calls.length; known.count++) {
		const call = calls[known.count] as MadeCall;
		known.byNumber.set(call.called, [...(known.byNumber.get(call.called) ?? []), call]);
	}
	return known.byNumber.get(number)?.some((call) => !hasEnded(call, now)) ?? false;
}

/** Begins a call. */
function beginCall(platform: Platform, asked: AskedCall): MadeCall {
	const { data, behaviour, now } = platform;
	const callSerialNo = String(FIRST_NEW + BigInt(platform.nextSerial()));
	const call = callOf(asked, callSerialNo, now, behaviour.callStepMs);
	data.madeCalls.push(call);
	return call;
}

/** The call with a serial number. */
export function callWith({ data }: Platform, callSerialNo: string): MadeCall | undefined {
	return data.madeCalls.find((call) => call.callSerialNo === callSerialNo);
}

/** Whether a call is over. @param now epoch milliseconds */
export function hasEnded({ endTime }: MadeCall, now: number): boolean {
	return now >= endTime;
}

/** How far a call is. Source: vendor page cec_07_0055, `state`. */
export function stateOf(call: MadeCall, now: number): number {
	if (hasEnded(call, now)) return STATES.ended;
	if (now >= (call.talkingTime ?? Infinity)) return STATES.talking;
	return now >= (call.alertingTime ?? Infinity) ? STATES.calling : STATES.toBeCalled;
}

/** Whole seconds of talk. */
export function talkSeconds({ talkingTime, endTime }: MadeCall): number {
	return talkingTime === undefined ? 0 : Math.round((endTime - talkingTime) / 1000);
}

/** What is pushed when a call ends. */
export interface CallPush extends PushSettings {
	/** Whose end, when it is not that of the call of its kind that was asked for last. */
	callSerialNo?: string;
}

/**
 * A call that is pushed when it ends.
 *
 * @param callSerialNo of the call; the one of the kind that was asked for last when there is none
 * @throws when there is no such call
 */
export function callToPush(platform: Platform, taskType: string, callSerialNo?: string): MadeCall {
	const call = [...platform.data.madeCalls]
		.reverse()
		.find((one) =>
			callSerialNo === undefined ? one.taskType === taskType : one.callSerialNo === callSerialNo,
		);
	if (!call) throw new Error(`There is no such call: ${callSerialNo ?? taskType}`);
	return call;
}

/** Pushes that a call is connected, when it is answered. Source: vendor page 0067: calls of two parties only. */
function announce(platform: Platform, { callSerialNo, taskType, talkingTime }: MadeCall): void {
	const url = platform.behaviour.callConnectedUrl;
	if (url === '' || taskType !== TASK_TYPES.bidirectional || talkingTime === undefined) return;
	const about: CallPush = { callSerialNo };
	platform.pushAfter(talkingTime - platform.now, 'callConnected', url, about);
}

/** Begins a call, whose end is pushed to an address if there is one. @throws Refused */
export function ring(
	platform: Platform,
	asked: AskedCall,
	{ callback, url, busyText }: { callback: string; url?: string; busyText: string },
): { result: { callSerialNo: string } } {
	const { now } = platform;
	if (isBusy(platform, asked.called)) refuse(BUSY, busyText);
	const call = beginCall(platform, asked);
	announce(platform, call);
	const { callSerialNo, endTime } = call;
	const about: CallPush = { callSerialNo };
	if (url !== undefined) platform.pushAfter(endTime - now, callback, url, about);
	return { result: { callSerialNo } };
}

/** An address out of its Base64; undefined for what is none. */
export function addressIn(encoded: string | undefined): string | undefined {
	const url = Buffer.from(encoded ?? '', 'base64').toString('utf8');
	return URL.canParse(url) ? url : undefined;
}
