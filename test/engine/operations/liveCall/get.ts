import type { OperationCase } from '../../operationCase';

const callId = '1700000000000-100009';

export default {
	parameters: { callId },
	sends: 'POST /rest/cmsapp/v1/openapi/calldata/querybasiccallinfo',
	body: { ccId: 1, vdn: 40, callId },
	gives: { callId, callingNum: '13900000001' },
} satisfies OperationCase;
