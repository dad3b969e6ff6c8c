import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		subCcNo: '1',
		vdn: '40',
		returnAll: true,
		filters: { callId: '1768464000-100001', callerNumber: '9000001' },
	},
	sends: 'POST /apiaccess/rest/dataprocess/v1/openapp/queryCallManualDetailInfo',
	body: { subCcNo: '1', vdn: '40', callId: '1768464000-100001', callerNo: '9000001' },
	gives: {
		callId: '1768464000-100001',
		callerNo: '9000001',
		calleeNo: '9900000',
		callType: 0,
		callTypeName: 'inbound',
		vdn: 40,
		callBegin: '1768464000000',
		evaluationValue: '5',
	},
} satisfies OperationCase;
