import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

const batchId = '100000000000000000000000000001';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.paused), batchId },
	sends: `POST /rest/isales/v1/openapi/campaigns/40/callbatch/${CAMPAIGN_IDS.paused}/delete`,
	body: { id: batchId },
	gives: { deleted: true, campaignId: CAMPAIGN_IDS.paused, batchId },
} satisfies OperationCase;
