import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.empty) },
	sends: `GET /rest/isales/v1/openapi/campaigns/40/retryPolicy/${CAMPAIGN_IDS.empty}`,
	gives: {
		campaignId: CAMPAIGN_IDS.empty,
		retryPolicyId: '1703000000000000000',
		policyType: 0,
		policyJson:
			"[{'dataType':'SI','type':1,'policy':[{'result':4,'retryNumber':3,'callInterval':600}]}]",
		noRetryPolicy: ['002'],
		busiPolicy: [
			{ busiResultCode: '1', busiResultSubCode: '101', busiResultPolicy: 0, callInterval: 600 },
		],
		policyTypeName: 'global',
	},
} satisfies OperationCase;
