import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { filters: { campaignId: byId(CAMPAIGN_IDS.paused) } },
	also: [{ filters: { campaignId: byId(CAMPAIGN_IDS.paused), batchId: 'batch-1' } }],
	companions: { batchId: { campaignId: byId(CAMPAIGN_IDS.paused) } },
	sends: `GET /rest/isales/v2/openapi/campaigns/40/statistics?campaignId=${CAMPAIGN_IDS.paused}`,
	gives: { campaignId: CAMPAIGN_IDS.paused, unCallCount: 40, calledCount: 20, totalCount: 60 },
} satisfies OperationCase;
