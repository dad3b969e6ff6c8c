import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { userAccount: byId('agent001') },
	sends: 'POST /apiaccess/rest/cc-management/v1/agentAccount/query',
	body: { userAccount: 'agent001' },
	gives: {
		userAccount: 'agent001',
		userName: 'Agent 001',
		phone: '7000001',
		email: 'agent001@example.com',
		agentType: 4,
		agentTypeName: 'audio',
		ccRoleId: 2,
		sipAccount: '7100001',
		skills: [{ skillId: 10, agentWeight: 1, skillWeight: 1 }],
		workNo: '101',
	},
} satisfies OperationCase;
