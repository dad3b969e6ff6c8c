import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.paused), returnAll: true },
	sends: `GET /rest/isales/v1/openapi/campaigns/40/holiday/${CAMPAIGN_IDS.paused}`,
	gives: { id: 1, name: 'Weekend', type: 1, typeName: 'by week', week: '6,7' },
} satisfies OperationCase;
