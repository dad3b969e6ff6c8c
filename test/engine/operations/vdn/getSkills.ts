import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'POST /rest/cmsapp/v1/openapi/configures/skills',
	body: { ccId: 1, vdn: 40 },
	gives: { id: 10, name: 'Sales 1', mediaType: 5, mediaTypeName: 'ordinary voice' },
} satisfies OperationCase;
