import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: {
		userAccount: byId('agent001'),
		additionalFields: { userName: 'Agent One', skills: ['10', '11'], skillWeight: 2 },
	},
	companions: { agentWeight: { skills: ['10'] }, skillWeight: { skills: ['10'] } },
	sends: 'POST /apiaccess/rest/cc-management/v1/agentAccount/update',
	body: {
		userAccount: 'agent001',
		userName: 'Agent One',
		skills: [
			{ skillId: 10, skillWeight: 2 },
			{ skillId: 11, skillWeight: 2 },
		],
	},
	gives: { success: true, userAccount: 'agent001' },
} satisfies OperationCase;
