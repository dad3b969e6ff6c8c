import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: {
		campaignId: byId(CAMPAIGN_IDS.paused),
		calledNumber: '13800000001',
		callType: 2,
		appointTime: '2099-03-01T08:30:00Z',
		additionalFields: { userAccount: 'agent001' },
	},
	companions: { workNo: { userAccount: 'agent001' } },
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/appoint/create',
	body: {
		callType: 2,
		calledNo: '13800000001',
		userAccount: 'agent001',
		taskId: CAMPAIGN_IDS.paused,
		appointTime: Date.UTC(2099, 2, 1, 8, 30),
	},
	gives: {
		success: true,
		appointId: '3000000000001',
		campaignId: CAMPAIGN_IDS.paused,
		calledNumber: '13800000001',
	},
} satisfies OperationCase;
