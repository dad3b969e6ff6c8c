import type { OperationCase } from '../../operationCase';

const callBackURL = 'http://127.0.0.1:9/callbacks';
const asked = {
	beginTime: '2023-11-14T00:00:00Z',
	endTime: '2023-11-14T23:59:59Z',
	dataType: 'call_record',
	callBackURL,
	filters: { callerNumber: '13800138000', calledNumber: '6666601' },
};

export default {
	parameters: asked,
	also: [
		{
			...asked,
			filters: {
				accountId: 'account01',
				agentId: '101',
				callId: '1700000000000-100001',
			},
		},
	],
	sends: 'POST /CCFS/resource/ccfs/queryBillData',
	body: {
		request: { version: '2.0' },
		msgBody: {
			beginTime: '2023-11-14 00:00:00',
			endTime: '2023-11-14 23:59:59',
			dataType: 'call_record',
			callBackURL,
			callerNo: '13800138000',
			calleeNo: '6666601',
		},
	},
	gives: { success: true, responseId: '00000000-0000-4000-8000-000000000001' },
} satisfies OperationCase;
