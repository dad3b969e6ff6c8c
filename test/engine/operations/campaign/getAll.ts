import { CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'GET /rest/isales/v1/openapi/campaigns/40?curPage=1&deviceType=0&rowsPerPage=100&status=0',
	gives: {
		id: CAMPAIGN_IDS.empty,
		name: 'Running and empty',
		status: 2,
		deviceType: 1,
		callerNo: '021000000',
		statusName: 'running',
		deviceTypeName: 'intelligent IVR',
	},
} satisfies OperationCase;
