import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { id: byId('3100000000000000001'), devicetype: 3, deviceId: byId('702') },
	sends: 'POST /apiaccess/rest/cc-management/v1/calledRoute/modifyCalledRoute',
	body: { id: '3100000000000000001', devicetype: 3, deviceId: 702 },
	gives: { success: true, id: '3100000000000000001' },
} satisfies OperationCase;
