import type { OperationCase } from '../../operationCase';

const callId = '1700000000000-100001';

export default {
	parameters: { callId, logDate: '1700000060000' },
	sends: 'POST /rest/cmsapp/v1/openapi/vdn/querycalltracedetail',
	body: { ccId: 1, vdn: 40, callId, logDate: '1700000060000' },
	gives: { callId, callIdNum: -1, leaveReason: 15, leaveReasonName: 'user released' },
} satisfies OperationCase;
