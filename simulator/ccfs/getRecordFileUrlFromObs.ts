/** Source: vendor page cec_07_0813. */
import { zonedTimeOf } from '../cms/shared/days';
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { addressOf } from '../fabric/shared/storage';
import { recordedFilesOf } from './shared/recordings';

const NOT_THERE = '0300012';
const WRONG_ORDER = '0300013';

const VALID_MS = 8 * 60 * 60 * 1000;

const SPAN = { beginTime: '2023-11-14 00:00:00', endTime: '2023-11-14 23:59:59', version: '2.0' };

export const tryThese: TryThis[] = [
	{
		ask: { callId: '1700000000000-100001', ...SPAN },
		gives: 'the address of a recording',
	},
	{
		ask: { callId: '1700000000000-100003', ...SPAN },
		code: NOT_THERE,
		gives: 'nothing, as for every call without a recording',
	},
];

interface Asked {
	callId: string;
	beginTime: string;
	endTime: string;
}

export default behaviour<Asked>(
	'getRecordFileUrlFromObs',
	({ callId, beginTime, endTime }, platform) => {
		const { timeZone } = platform.options;
		const [begin, end] = [zonedTimeOf(beginTime, timeZone), zonedTimeOf(endTime, timeZone)];
		if (begin > end) refuse(WRONG_ORDER, 'beginTime is after endTime');
		const [began] = callId.split('-').map(Number);
		const isWithin = began !== undefined && began >= begin && began <= end;
		const [file] = isWithin ? recordedFilesOf(platform, callId) : [];
		if (!file) return refuse(NOT_THERE, 'No data found');
		return { resultData: { url: addressOf(platform, callId, VALID_MS) } };
	},
);
