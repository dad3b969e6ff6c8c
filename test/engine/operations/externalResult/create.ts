import type { OperationCase } from '../../operationCase';

export default {
	parameters: { displayResult: 'Call me later', obsCodes: ['00603', '00605'] },
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/createObResult',
	body: { displayResult: 'Call me later', obsCodes: ['00603', '00605'] },
	gives: { success: true, defId: '1502245660' },
} satisfies OperationCase;
