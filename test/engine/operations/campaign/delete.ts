import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.paused), options: { archiveHistory: true } },
	sends: `DELETE /rest/isales/v1/openapi/campaigns/40/${CAMPAIGN_IDS.paused}`,
	body: { archiveHistory: 1 },
	gives: { deleted: true, campaignId: CAMPAIGN_IDS.paused },
} satisfies OperationCase;
