import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { userAccount: byId('agent001') },
	sends: 'POST /apiaccess/rest/cc-management/v1/agentAccount/delete',
	body: { userAccount: 'agent001' },
	gives: { deleted: true, userAccount: 'agent001' },
} satisfies OperationCase;
