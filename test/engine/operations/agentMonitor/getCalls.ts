import type { OperationCase } from '../../operationCase';

export default {
	parameters: { agentIds: ['101', '102'] },
	sends: 'POST /rest/cmsapp/v1/openapi/agentgroup/queryagentcalls',
	body: { ccId: 1, vdn: 40, agentIds: [101, 102] },
	gives: {
		agentId: '101',
		callList: [
			{
				callId: '1700000000000-100009',
				callInOut: 0,
				callInOutName: 'inbound',
				mediaType: 5,
				mediaTypeName: 'ordinary voice',
			},
		],
	},
} satisfies OperationCase;
