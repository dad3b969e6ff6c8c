import type { OperationCase } from '../../operationCase';

export default {
	parameters: { callId: '1700000001-1' },
	sends: 'GET /rest/isales/v1/openapi/campaigns/40/callresultdetail/1700000001-1',
	gives: {
		called: '13700000001',
		callStatus: 5,
		failCode: '00604',
		resultCode: '006',
		vdnId: 40,
		callId: '1700000001-1',
		recordPath: '',
		callStatusName: 'failed',
	},
} satisfies OperationCase;
