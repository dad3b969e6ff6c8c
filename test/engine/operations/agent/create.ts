import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		userAccount: 'agent900',
		userName: 'Agent 900',
		password: 'Example#2026',
		email: 'agent900@example.com',
		agentType: 4,
	},
	companions: { agentWeight: { skills: ['10'] }, skillWeight: { skills: ['10'] } },
	sends: 'POST /apiaccess/rest/cc-management/v1/agentAccount/create',
	body: {
		userAccount: 'agent900',
		userName: 'Agent 900',
		password: 'Example#2026',
		email: 'agent900@example.com',
		agentType: 4,
	},
	gives: { success: true, userAccount: 'agent900', workNo: '901' },
} satisfies OperationCase;
