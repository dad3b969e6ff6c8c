import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { appointId: byId('2000000000001') },
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/appoint/delete',
	body: { appointId: '2000000000001' },
	gives: { deleted: true, appointId: '2000000000001' },
} satisfies OperationCase;
