import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	also: [{ filters: { agentType: [4, 5], transparentDisplayFlag: true } }],
	sends: 'POST /apiaccess/rest/cc-management/v1/agentAccount/query',
	body: { pageNum: 0, pageSize: 100 },
	gives: {
		userAccount: 'agent001',
		userName: 'Agent 001',
		agentType: 4,
		agentTypeName: 'audio',
		workNo: '101',
	},
} satisfies OperationCase;
