import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { externalResultId: byId('1402245659') },
	sends: 'DELETE /rest/isales/v1/openapi/campaigns/40/1402245659/deleteObsResult',
	gives: { deleted: true, defId: '1402245659' },
} satisfies OperationCase;
