import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: {
		campaignId: byId(CAMPAIGN_IDS.paused),
		returnAll: true,
		filters: { name: 'First', status: 2 },
	},
	sends: `GET /rest/isales/v1/openapi/campaigns/40/callbatch/${CAMPAIGN_IDS.paused}/list`,
	body: { name: 'First', status: 2, offset: 0, limit: 100 },
	gives: { id: '100000000000000000000000000001', name: 'First batch', status: 2 },
} satisfies OperationCase;
