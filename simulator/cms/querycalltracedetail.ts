/** Where a call was. Source: vendor pages cec_07_0608 and 2545. */
import { behaviour, type TryThis } from '../core/behaviour';
import { DAY_MS } from '../core/time';
import type { Platform } from '../core/platform';
import type { Call, Part } from './shared/calls';
import { payload, written } from './shared/form';
import { KNOWN_LOG_DATE, KNOWN_RECORD } from './shared/knownCalls';
import { allRecords } from './shared/records';

export const tryThese: TryThis[] = [
	{
		ask: { ccId: 1, vdn: 40, callId: KNOWN_RECORD, logDate: KNOWN_LOG_DATE },
		gives: 'a call of long ago, which was at one place only',
	},
	{
		ask: { ccId: 1, vdn: 40, callId: KNOWN_RECORD, logDate: KNOWN_LOG_DATE + 30 * DAY_MS },
		gives: 'none in another month than its own',
	},
];

interface Asked {
	callId: string;
	logDate: number | string;
}

/** The only centre that there is. */
const CENTRE = 1;

/** The number of the last part. */
const LAST = -1;

function rowOf(platform: Platform, call: Call, part: Part, index: number): object {
	const { callId, mediaType, subMediaType, callerNo, calleeNo, callType } = call;
	const { deviceType, deviceNo, waitBegin, ackBegin, callBegin, callEnd, leaveReason } = part;
	const isLast = part === call.parts[call.parts.length - 1];
	return written(platform, {
		callId,
		mediaType,
		subMediaType,
		callIdNum: isLast ? LAST : index + 1,
		callerNo,
		calleeNo,
		waitBegin,
		ackBegin,
		callBegin,
		callEnd,
		subCcNo: CENTRE,
		deviceType,
		deviceNo,
		deviceIn: deviceNo,
		callType,
		// It means something only at the end.
		releaseCause: isLast ? leaveReason : 0,
		EnterReason: part.enterReason,
		LeaveReason: leaveReason,
		CurrentSkillID: part.skillId,
	});
}

/** A time chooses the month in which the call is looked for. */
function monthOf(time: number): string {
	return new Date(time).toISOString().slice(0, 7);
}

export default behaviour<Asked>('querycalltracedetail', ({ callId, logDate }, platform) => {
	const call = allRecords(platform).find(
		(one) => one.callId === callId && monthOf(one.logDate) === monthOf(Number(logDate)),
	);
	const parts = call?.parts ?? [];
	return payload(
		platform,
		parts.map((part, index) => rowOf(platform, call as Call, part, index)),
	);
});
