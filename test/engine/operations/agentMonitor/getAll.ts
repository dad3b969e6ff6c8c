import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'POST /rest/cmsapp/v1/openapi/vdn/totalagentabstractex3',
	body: { ccId: 1, vdn: 40, offset: 0, limit: 1000 },
	gives: { workNo: '101', name: 'Agent 001' },
} satisfies OperationCase;
