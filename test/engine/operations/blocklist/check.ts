import type { OperationCase } from '../../operationCase';

export default {
	parameters: { number: '13900000001' },
	also: [{ number: '139-0000-0001', options: { cleanNumbers: true } }],
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/blocklist/query',
	body: { blocklist: ['13900000001'] },
	gives: { number: '13900000001', blocked: true },
} satisfies OperationCase;
