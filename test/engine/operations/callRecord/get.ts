import type { OperationCase } from '../../operationCase';

const callId = '1700000000000-100001';

export default {
	parameters: { callId, direction: 'inbound' },
	sends: 'POST /rest/cmsapp/v1/openapi/calldata/querycalldetailbyid',
	body: { queryParam: { ccId: 1, isCallin: 'true', callId } },
	gives: {
		callId,
		callerNo: '13900000001',
		callType: 0,
		callTypeName: 'ordinary inbound',
		agentId: 101,
	},
} satisfies OperationCase;
