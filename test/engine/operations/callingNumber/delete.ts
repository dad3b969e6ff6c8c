import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.paused), accessCode: '6666690' },
	sends: `DELETE /rest/isales/v1/openapi/campaigns/40/callerNo/${CAMPAIGN_IDS.paused}`,
	body: { callerNo: [{ accessCode: '6666690' }] },
	gives: { deleted: true, campaignId: CAMPAIGN_IDS.paused, accessCode: '6666690' },
} satisfies OperationCase;
