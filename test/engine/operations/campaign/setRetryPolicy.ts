import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

const POLICIES =
	'[{"dataType":"SI","type":1,"policy":[{"result":4,"retryNumber":3,"callInterval":600}]}]';

export default {
	parameters: {
		campaignId: byId(CAMPAIGN_IDS.empty),
		policyType: 1,
		policyJson: POLICIES,
	},
	sends: `POST /rest/isales/v1/openapi/campaigns/40/retryPolicy/${CAMPAIGN_IDS.empty}`,
	body: { policyType: 1, policyJson: POLICIES },
	gives: { success: true, campaignId: CAMPAIGN_IDS.empty },
} satisfies OperationCase;
