import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { skillId: byId('10'), returnAll: true },
	sends: 'POST /rest/cmsapp/v1/openapi/skill/agentbyconfigedskill',
	body: { ccId: 1, vdn: 40, skillId: 10 },
	gives: { workNo: '101', name: 'Agent 001', mediaType: 5, mediaTypeName: 'ordinary voice' },
} satisfies OperationCase;
