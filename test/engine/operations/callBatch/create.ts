import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.empty), name: 'Spring offer' },
	sends: `POST /rest/isales/v1/openapi/campaigns/40/callbatch/${CAMPAIGN_IDS.empty}/create`,
	body: { name: 'Spring offer' },
	gives: {
		success: true,
		campaignId: CAMPAIGN_IDS.empty,
		batchId: '200000000000000000000000000001',
	},
} satisfies OperationCase;
