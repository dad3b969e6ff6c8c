import type { OperationCase } from '../../operationCase';

export default {
	parameters: { status: 9, returnAll: true },
	sends: 'GET /rest/isales/v1/openapi/campaigns/40/template?limit=100&offset=0&status=9',
	gives: {
		id: '1721234567890120001',
		name: 'Template 1',
		status: 9,
		statusName: 'published',
		taskType: 2,
		taskTypeName: 'predicted (skill queue)',
	},
} satisfies OperationCase;
