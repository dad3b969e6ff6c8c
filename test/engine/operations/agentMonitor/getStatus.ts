import type { OperationCase } from '../../operationCase';

export default {
	parameters: { agentIds: ['101', '102'] },
	sends: 'POST /rest/cmsapp/v1/openapi/agentgroup/agentstatusinfobyagentids',
	body: { ccId: 1, vdn: 40, agentIds: [101, 102] },
	gives: { workNo: '101', name: 'Agent 001' },
} satisfies OperationCase;
