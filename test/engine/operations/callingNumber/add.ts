import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.empty), accessCode: '6666601' },
	sends: `POST /rest/isales/v1/openapi/campaigns/40/callerNo/${CAMPAIGN_IDS.empty}`,
	body: { callerNo: [{ accessCode: '6666601' }] },
	gives: { success: true, campaignId: CAMPAIGN_IDS.empty, accessCode: '6666601' },
} satisfies OperationCase;
