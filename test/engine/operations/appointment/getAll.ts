import { CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true, filters: { calledNumber: '13800000001' } },
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/appoint/list',
	body: { calledNo: '13800000001', offset: 0, limit: 100 },
	gives: {
		appointId: '2000000000001',
		callType: '1',
		callTypeName: 'manual',
		calledNo: '13800000001',
		taskId: CAMPAIGN_IDS.paused,
	},
} satisfies OperationCase;
