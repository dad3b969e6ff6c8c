import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.empty) },
	sends: `GET /rest/isales/v1/openapi/campaigns/40/${CAMPAIGN_IDS.empty}`,
	gives: {
		campaignId: CAMPAIGN_IDS.empty,
		name: 'Running and empty',
		status: 2,
		statusName: 'running, finished calling or not started',
		deviceType: 1,
		deviceTypeName: 'intelligent IVR',
		callerNo: [{ accessCode: '021000000', priority: 1 }],
		maxAlertingTime: 30,
	},
} satisfies OperationCase;
