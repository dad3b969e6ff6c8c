import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.empty) },
	sends: `PUT /rest/isales/v1/openapi/campaigns/40/${CAMPAIGN_IDS.empty}/pause`,
	gives: { success: true, campaignId: CAMPAIGN_IDS.empty },
} satisfies OperationCase;
