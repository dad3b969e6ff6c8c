import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true, filters: { status: '7' } },
	also: [{ filters: {} }],
	sends: 'POST /rest/cmsapp/v1/openapi/vdn/queryAgentByStatus',
	body: { ccId: '1', vdn: '40', status: '7', offset: 0, limit: 1000 },
	gives: { workNo: '101', name: 'Agent 001', status: '7' },
} satisfies OperationCase;
