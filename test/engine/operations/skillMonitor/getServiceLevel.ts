import type { OperationCase } from '../../operationCase';

export default {
	parameters: { skillIds: ['10', '11'] },
	sends: 'POST /rest/cmsapp/v1/openapi/skill/servicequality',
	body: { ccId: 1, vdn: 40, skillIds: [10, 11] },
	gives: {},
} satisfies OperationCase;
