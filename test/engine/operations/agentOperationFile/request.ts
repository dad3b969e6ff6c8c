import type { OperationCase } from '../../operationCase';

const callBackURL = 'http://127.0.0.1:9/callbacks';
const asked = {
	beginTime: '2023-11-14T00:00:00Z',
	endTime: '2023-11-14T23:59:59Z',
	callBackURL,
};

export default {
	parameters: asked,
	also: [
		{
			...asked,
			filters: {
				accountId: 'account01',
				agentId: '101',
			},
		},
	],
	sends: 'POST /CCFS/resource/ccfs/queryAgentOprInfoData',
	body: {
		request: { version: '2.0' },
		msgBody: {
			beginTime: '2023-11-14 00:00:00',
			endTime: '2023-11-14 23:59:59',
			callBackURL,
		},
	},
	gives: { success: true, responseId: '00000000-0000-4000-8000-000000000001' },
} satisfies OperationCase;
