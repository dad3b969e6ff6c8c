/** Calls of yesterday and today. Source: vendor page cec_07_0607. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';

export interface CallRecord {
	logDate: number;
	callerNo: string;
	calleeNo: string;
	callId: string;
	callType: number;
	waitBegin: number;
	isCallIn: boolean;
}

declare module '../core/data' {
	interface SimulatorData {
		calls: CallRecord[];
	}
}

function makeCalls(): CallRecord[] {
	const start = Date.now() - 60 * 60 * 1000;
	return Array.from({ length: 130 }, (_, index) => ({
		logDate: start + index * 20_000,
		callerNo: String(13_900_000_000 + index),
		calleeNo: '6666601',
		callId: `${start + index * 20_000}-${1000 + index}`,
		callType: index % 2,
		waitBegin: start + index * 20_000,
		isCallIn: index % 2 === 0,
	}));
}

export const data: DataMakers = { calls: makeCalls };

export const tryThese: TryThis[] = [
	{
		ask: { ccId: 1, vdn: 40, beginDate: 1, endDate: 4_102_444_800_000, isCallIn: 'true' },
		gives: 'inbound calls of the last hour, of 130 in all',
	},
];

interface Asked {
	beginDate: number | string;
	endDate: number | string;
	isCallIn: 'true' | 'false';
	limit?: number;
	offset?: number;
}

export default behaviour<Asked>('querycallsV2', (asked, { data }) => {
	const { isCallIn, limit = 100, offset = 0 } = asked;
	const [begin, end] = [Number(asked.beginDate), Number(asked.endDate)];
	if (!(begin > 0 && end >= begin)) refuse('0100002', 'Illegal parameter');
	const found = data.calls.filter(
		(call) =>
			call.isCallIn === (isCallIn === 'true') && call.logDate >= begin && call.logDate <= end,
	);
	const rows = found.slice(offset, offset + limit).map((call) => ({
		logDate: call.logDate,
		callerNo: call.callerNo,
		calleeNo: call.calleeNo,
		callId: call.callId,
		callType: call.callType,
		waitBegin: call.waitBegin,
	}));
	const payload = { data: rows, count: found.length };
	return { resultDesc: payload, resultDatas: payload };
});
