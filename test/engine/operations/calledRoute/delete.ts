import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { dnid: byId('5200000000000000001') },
	sends: 'POST /apiaccess/rest/cc-management/v1/calledRoute/deleteCalledRoute',
	body: { dnids: '5200000000000000001' },
	gives: { deleted: true, dnid: '5200000000000000001' },
} satisfies OperationCase;
