import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: {
		externalResultId: byId('1402245659'),
		displayResult: 'Nobody there',
		obsCodes: ['00603'],
	},
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/updateObResult',
	body: { defId: '1402245659', displayResult: 'Nobody there', obsCodes: ['00603'] },
	gives: { success: true, defId: '1402245659' },
} satisfies OperationCase;
