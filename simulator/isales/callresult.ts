/** Results of finished calls. Source: vendor page 0783. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import type { Platform } from '../core/platform';
import { DAY_MS, dayOf, timeOf } from '../core/time';
import { finalAttempts, makeResults, type CallAttempt } from './shared/callAttempts';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { CODES } from './shared/codes';
import { text, together } from './shared/fields';
import { pageOf } from './shared/pages';

const { empty, finished, manyResults } = CAMPAIGN_IDS;

export const data: DataMakers = {
	callResults: ({ callResults: many, account: { vdnId } }, now) => {
		const few = Math.round(many / 4);
		return {
			[manyResults]: makeResults({ campaignId: manyResults, vdnId }, many, 0, now),
			[finished]: makeResults({ campaignId: finished, vdnId }, few, many, now),
		};
	},
};

export const tryThese: TryThis[] = [
	{
		ask: { campaignId: manyResults },
		gives: 'results of 1,300 numbers from 13700000001 on, over some 70 days',
	},
	{
		ask: { campaignId: manyResults, showDetail: 1, pageNum: 1, pageSize: 100 },
		gives: 'one to three attempts at each of them',
	},
	{ ask: { campaignId: finished }, gives: 'results of 325 numbers' },
	{ ask: { campaignId: empty }, gives: 'none, until numbers were added and called' },
];

interface Asked {
	campaignId: string;
	sessionId?: string;
	customField?: unknown;
	pageSize?: number;
	pageNum?: number;
	showDetail: number;
	beginTime?: string;
	endTime?: string;
}

const EVERY_ATTEMPT = 1;
const MAX_WITHOUT_PAGES = 2000;
const MAX_DAYS = 30;

/** Whether a call was made on one of the days that are asked for. */
function periodFilter(
	{ behaviour: conduct }: Platform,
	{ beginTime, endTime }: Asked,
): (attempt: CallAttempt) => boolean {
	if (beginTime === undefined || endTime === undefined) return () => true;
	const [begin, lastDay] = [dayOf(beginTime), dayOf(endTime)];
	if (lastDay < begin || lastDay - begin > MAX_DAYS * DAY_MS) {
		refuse(CODES.wrongValue, `endTime is not within ${MAX_DAYS} days of beginTime`);
	}
	const end = conduct.resultEndExclusive ? lastDay : lastDay + DAY_MS;
	return ({ callTimeStr }) => {
		const time = timeOf(callTimeStr);
		return time >= begin && time < end;
	};
}

/** The rows of a page, or all that come without pages. */
function rowsOf(found: CallAttempt[], { pageSize, pageNum }: Asked): CallAttempt[] {
	together(['pageSize', pageSize], ['pageNum', pageNum]);
	if (pageSize === undefined || pageNum === undefined) return found.slice(0, MAX_WITHOUT_PAGES);
	if (pageNum < 1) refuse(CODES.wrongValue, 'pageNum is out of range');
	return pageOf(found, { pageSize, pageNum });
}

export default behaviour<Asked>('callresult', (asked, platform) => {
	const { campaignId, sessionId, showDetail } = asked;
	const customField = text('customField', asked.customField);
	const isInPeriod = periodFilter(platform, asked);
	const attempts = platform.data.callResults[campaignId] ?? [];
	const found = (showDetail === EVERY_ATTEMPT ? attempts : finalAttempts(attempts)).filter(
		(attempt) =>
			(!sessionId || attempt.sessionId === sessionId) &&
			(!customField || attempt.customField === customField) &&
			isInPeriod(attempt),
	);
	const rows = rowsOf(found, asked).map((attempt) => ({
		campaignId: attempt.campaignId,
		sessionId: attempt.sessionId,
		called: attempt.called,
		callTimeStr: attempt.callTimeStr,
		callStatus: attempt.callStatus,
		failCode: attempt.failCode,
		resultCode: attempt.resultCode,
		vdnId: attempt.vdnId,
		callId: attempt.callId,
		recordPath: attempt.recordPath,
	}));
	return { totalCount: found.length, data: rows };
});
