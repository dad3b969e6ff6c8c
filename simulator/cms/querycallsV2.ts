/** Calls of yesterday and today. Source: vendor page cec_07_0607, and field reports. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import type { Platform } from '../core/platform';
import { timesOf, type Call } from './shared/calls';
import { CODES, pageOf, payload, written } from './shared/form';
import { addedCalls, keptRecords, keptSpan } from './shared/records';

export const data: DataMakers = addedCalls;

const ALWAYS = { ccId: 1, vdn: 40, beginDate: 1, endDate: 4_102_444_800_000 };

export const tryThese: TryThis[] = [
	{
		ask: { ...ALWAYS, isCallIn: 'true' },
		gives: 'the first inbound calls of yesterday and today, some 3,200 a day',
	},
	{ ask: { ...ALWAYS, isCallIn: 'false' }, gives: 'outbound calls, some 500 a day' },
	{ ask: { ...ALWAYS, isCallIn: 'true', callerNo: '10086' }, gives: 'none: data is null' },
	{ ask: { ...ALWAYS, isCallIn: 'true', beginDate: 0 }, code: CODES.notAllowed, gives: 'no time' },
];

interface Asked {
	beginDate: number | string;
	endDate: number | string;
	isCallIn: 'true' | 'false';
	callerNo?: string;
	calleeNo?: string;
	limit?: number;
	offset?: number;
}

/** When calls that are over began to wait, worked out once. */
const waitBegins = new WeakMap<Call, number>();

function waitBeginOf(call: Call): number {
	const waitBegin = waitBegins.get(call) ?? timesOf(call).waitBegin;
	waitBegins.set(call, waitBegin);
	return waitBegin;
}

/** As in the sample, where only the last three are numbers. */
function rowOf(platform: Platform, call: Call): object {
	const { logDate, callerNo, calleeNo, callId, callType, mediaType, subMediaType } = call;
	const { vdnId: vdn } = platform.options.account;
	const fields = { logDate, callerNo, calleeNo, callId, callType, ...timesOf(call), vdn };
	const row = { ...fields, mediaType, subMediaType };
	return written(platform, row, ['vdn', 'mediaType', 'subMediaType']);
}

export default behaviour<Asked>('querycallsV2', (asked, platform) => {
	const { isCallIn, limit = 100, offset = 0, callerNo, calleeNo } = asked;
	const { callsBy, callsNewestFirst, refusesOldCalls, cmsEmptyIsNull } = platform.behaviour;
	const [begin, end] = [Number(asked.beginDate), Number(asked.endDate)];
	const kept = keptSpan(platform);
	const isBeyond = begin < kept.begin || end > kept.end;
	if (!(begin > 0 && end >= begin) || (refusesOldCalls && isBeyond)) {
		refuse(CODES.notAllowed, 'Illegal parameter');
	}
	const isWithin = (time: number) => time >= begin && time <= end;
	const found = keptRecords(platform).filter(
		(call) =>
			call.isCallIn === (isCallIn === 'true') &&
			(!callerNo || call.callerNo === callerNo) &&
			(!calleeNo || call.calleeNo === calleeNo) &&
			isWithin(callsBy === 'logDate' ? call.logDate : waitBeginOf(call)),
	);
	if (callsNewestFirst) found.reverse();
	const rows = pageOf(found, offset, limit).map((call) => rowOf(platform, call));
	const data = rows.length === 0 && cmsEmptyIsNull ? null : rows;
	return payload(platform, { data, count: found.length });
});
