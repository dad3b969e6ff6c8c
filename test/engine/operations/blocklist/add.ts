import type { OperationCase } from '../../operationCase';

export default {
	parameters: { number: '13600000001' },
	also: [{ number: '138-0000-0001', options: { cleanNumbers: true } }, { number: '13900000001' }],
	companions: { validForUnit: { validFor: 1 } },
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/blocklist/query',
	body: { blocklist: ['13600000001'] },
	gives: { success: true, number: '13600000001' },
} satisfies OperationCase;
