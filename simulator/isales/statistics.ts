/** Source: vendor page 4037. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { CallDataRecord } from './shared/callData';
import { CAMPAIGN_IDS, RUNNING } from './shared/campaigns';
import { CODES } from './shared/codes';

export const tryThese: TryThis[] = [
	{
		ask: { campaignId: CAMPAIGN_IDS.paused },
		gives: 'how far the campaign is; HTTP 429 to whoever asks again within five minutes',
	},
];

interface Asked {
	campaignId?: string;
	batchId?: string;
}

const TOO_OFTEN = 429;

function countersOf(records: CallDataRecord[]) {
	const calledCount = records.filter(({ isCalled }) => isCalled).length;
	return {
		unCallCount: records.length - calledCount,
		calledCount,
		finishCount: calledCount,
		totalCount: records.length,
	};
}

export default behaviour<Asked>('statistics', ({ campaignId, batchId }, platform) => {
	if (platform.isTooSoon('statistics', platform.behaviour.minStatisticsGapMs)) {
		refuse(TOO_OFTEN, 'Called too often, try again later');
	}
	if (batchId !== undefined && campaignId === undefined) {
		refuse(CODES.badCombination, 'batchId goes with campaignId only');
	}
	const { campaigns, callData } = platform.data;
	const meant = campaigns.filter(({ id, status }) =>
		campaignId === undefined ? status === RUNNING || id in callData : id === campaignId,
	);
	return {
		countDetail: meant.map(({ id }) => {
			const records = callData[id] ?? [];
			const ofBatch = records.filter(({ customField }) => customField === batchId);
			return {
				campaignId: id,
				...countersOf(records),
				batchDetail: batchId === undefined ? [] : [{ batchId, ...countersOf(ofBatch) }],
			};
		}),
	};
});
