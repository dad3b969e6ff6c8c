import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/blocklist/query',
	body: { offset: 0, limit: 100 },
	gives: { blockNum: '13900000001', validityExpirationTime: '', number: '13900000001' },
} satisfies OperationCase;
