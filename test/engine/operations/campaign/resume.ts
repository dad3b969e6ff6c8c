import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.paused) },
	sends: `PUT /rest/isales/v1/openapi/campaigns/40/${CAMPAIGN_IDS.paused}/resume`,
	gives: { success: true, campaignId: CAMPAIGN_IDS.paused },
} satisfies OperationCase;
