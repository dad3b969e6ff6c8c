/** Source: vendor page 0734. What a row has in it is made up: no page shows it. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { DAY_MS, dayOf, timeOf } from '../core/time';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { CODES } from './shared/codes';
import { together } from './shared/fields';

export const tryThese: TryThis[] = [
	{
		ask: { campaignId: CAMPAIGN_IDS.manyResults },
		gives: 'how often calls of today failed, by reason',
	},
];

interface Asked {
	campaignId: string;
	startDate?: string;
	endDate?: string;
}

const MAX_DAYS = 30;
const FAILED = 5;

export default behaviour<Asked>('failcategorystatistics', (asked, { data, now }) => {
	const { campaignId, startDate, endDate } = asked;
	together(['startDate', startDate], ['endDate', endDate]);
	const today = Math.floor(now / DAY_MS) * DAY_MS;
	const begin = startDate === undefined ? today : dayOf(startDate);
	const last = endDate === undefined ? today : dayOf(endDate);
	if (last < begin || last - begin > MAX_DAYS * DAY_MS) {
		refuse(CODES.wrongValue, `endDate is not within ${MAX_DAYS} days of startDate`);
	}
	const counts = new Map<string, number>();
	for (const { callTimeStr, callStatus, failCode } of data.callResults[campaignId] ?? []) {
		const time = timeOf(callTimeStr);
		if (callStatus !== FAILED || time < begin || time >= last + DAY_MS) continue;
		counts.set(failCode, (counts.get(failCode) ?? 0) + 1);
	}
	return { data: [...counts].map(([failCode, count]) => ({ failCode, count })) };
});
