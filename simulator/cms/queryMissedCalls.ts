/** Callers whom nobody answered. Source: vendor page cec_07_2582, which ends before the fields of a row. */
import { behaviour, type TryThis } from '../core/behaviour';
import { timeOf, timeText } from '../core/time';
import { isMissed, timesOf } from './shared/calls';
import { pageOf, written } from './shared/form';
import { allRecords } from './shared/records';

export const tryThese: TryThis[] = [
	{
		ask: { vdn: 40, offset: 0, limit: 10 },
		gives: 'one of March, then some 700 a day; their fields are made up',
	},
	{
		ask: { vdn: 40, offset: 0, limit: 10, endTime: '2023-01-01 00:00:00' },
		gives: 'none so long ago',
	},
];

interface Asked {
	offset: number;
	limit: number;
	beginTime?: string;
	endTime?: string;
}

export default behaviour<Asked>('queryMissedCalls', (asked, platform) => {
	const begin = asked.beginTime === undefined ? 0 : timeOf(asked.beginTime);
	const end = asked.endTime === undefined ? Infinity : timeOf(asked.endTime);
	const found = allRecords(platform).filter(
		(call) => isMissed(call) && call.begin >= begin && call.begin <= end,
	);
	const rows = pageOf(found, asked.offset, asked.limit).map((call) => {
		const { callId, callerNo, calleeNo, skillId, mediaType } = call;
		const { callEnd, leaveReason } = timesOf(call);
		const times = { beginTime: timeText(call.begin), endTime: timeText(callEnd) };
		return written(platform, {
			callId,
			callerNo,
			calleeNo,
			skillId,
			mediaType,
			...times,
			leaveReason,
		});
	});
	return { total: found.length, missedCalls: rows };
});
