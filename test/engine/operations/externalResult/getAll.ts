import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'GET /rest/isales/v1/openapi/campaigns/40/queryOBSResults?pageNum=1&pageSize=50',
	gives: { displayResult: '6: The call is not answered.', resultCode: '002', defId: '1402245659' },
} satisfies OperationCase;
