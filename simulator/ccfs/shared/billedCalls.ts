/** The rows of calls in a bill: a row for each place where a call was, and one for each recording. */
import {
	CALL_TYPES,
	DEVICES,
	lastPart,
	REASONS,
	type Call,
	type Part,
} from '../../cms/shared/calls';
import { zonedText } from '../../cms/shared/days';
import { allRecords } from '../../cms/shared/records';
import type { Platform } from '../../core/platform';
import type { CallRow, RecordRow } from './bills';
import { filesOfCall, recordedFilesOf, talkedParts, type Recording } from './recordings';

const MEDIA_VOICE = 5;

/** Calls that are over, among them those of recordings that somebody put there. */
export function billedCalls(platform: Platform): Call[] {
	const calls = allRecords(platform);
	const known = new Set(calls.map(({ callId }) => callId));
	const others = platform.data.recordings.filter(({ callId }) => !known.has(callId));
	return [...calls, ...others.map((recording) => callOf(platform, recording))];
}

/** A call of which there are only recordings: it was in a queue, then with one agent after another. */
function callOf(platform: Platform, { callId }: Recording): Call {
	const begin = Number(callId.split('-')[0]);
	const queue: Part = {
		deviceType: DEVICES.skill,
		deviceNo: '10',
		skillId: 10,
		waitBegin: begin,
		ackBegin: 0,
		callBegin: 0,
		callEnd: begin + 10_000,
		enterReason: REASONS.normal,
		leaveReason: REASONS.transferred,
	};
	const talks = recordedFilesOf(platform, callId).map(({ agentId }, index): Part => {
		const from = begin + (index + 1) * 10_000;
		return {
			...queue,
			deviceType: DEVICES.agent,
			deviceNo: agentId,
			waitBegin: from - 2000,
			ackBegin: from - 2000,
			callBegin: from,
			callEnd: from + 10_000,
			leaveReason: REASONS.hungUpAfterAnswer,
		};
	});
	const parts = [queue, ...talks];
	const last = parts[parts.length - 1] ?? queue;
	return {
		callId,
		isCallIn: true,
		callType: CALL_TYPES.inbound,
		callerNo: '13800138000',
		calleeNo: '6666601',
		mediaType: MEDIA_VOICE,
		subMediaType: 0,
		customerLevel: 1,
		state: 'ended',
		skillId: 10,
		agentId: Number(last.deviceNo),
		begin,
		logDate: last.callEnd,
		parts,
	};
}

/** What both kinds of rows have in common. */
function sharedFields({ options }: Platform, { callId, callerNo, calleeNo }: Call) {
	return {
		developer: 'made-up',
		account_id: 'account01',
		cc_id: 1,
		call_id: callId,
		caller_no: callerNo,
		callee_no: calleeNo,
		vdn_id: options.account.vdnId,
	};
}

/** The rows of a call; the last one, or the only one, has the number -1. */
export function callRowsOf(platform: Platform, call: Call): CallRow[] {
	const time = (at: number) => (at > 0 ? zonedText(at, platform.options.timeZone) : '');
	return call.parts.map((part, index) => {
		const before = call.parts[index - 1];
		const isLast = part === lastPart(call);
		return {
			...sharedFields(platform, call),
			agent_id: part.deviceType === DEVICES.agent ? part.deviceNo : '',
			wait_begin: time(part.waitBegin),
			wait_end: part.waitBegin > 0 ? time(part.ackBegin || part.callBegin || part.callEnd) : '',
			ack_begin: time(part.ackBegin),
			ack_end: part.ackBegin > 0 ? time(part.callBegin || part.callEnd) : '',
			call_begin: time(part.callBegin),
			call_end: time(part.callEnd),
			device_type: part.deviceType,
			device_no: part.deviceNo,
			call_type: call.callType,
			release_cause: isLast ? part.leaveReason : 0,
			call_id_num: isLast ? -1 : index + 1,
			pre_device_type: before?.deviceType ?? '',
			pre_device_no: before?.deviceNo ?? '',
		};
	});
}

/** A row for each recording of a call, whether its file is there already or not. */
export function recordRowsOf(platform: Platform, call: Call): RecordRow[] {
	const time = (at = 0) => (at > 0 ? zonedText(at, platform.options.timeZone) : '');
	const isPutThere = platform.data.recordings.some(({ callId }) => callId === call.callId);
	const files = isPutThere ? recordedFilesOf(platform, call.callId) : filesOfCall(platform, call);
	const talks = talkedParts(call);
	return files.map(({ agentId, billedName, originalName }, index) => ({
		...sharedFields(platform, call),
		agent_id: agentId,
		call_begin: time(talks[index]?.callBegin),
		call_end: time(talks[index]?.callEnd),
		file_name: billedName,
		task_status: 1,
		task_result: 'success',
		original_file_name: originalName.replaceAll('/', '\\'),
		call_type: call.isCallIn ? 'in' : 'out',
		media_type: call.mediaType,
		user_wanted_skill_id: call.skillId,
		current_skill_id: call.skillId,
	}));
}
