import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'GET /rest/isales/v1/openapi/campaigns/40/queryOBSResultCode?pageNum=1&pageSize=50',
	gives: { obsCodeDesc: 'The switch is busy.', obsCode: '00605' },
} satisfies OperationCase;
