import type { OperationCase } from '../../operationCase';

export default {
	parameters: { agentIds: ['101', '102'], indexIds: 'IDX_EXAMPLE_ONE, IDX_EXAMPLE_TWO' },
	sends: 'POST /rest/cmsapp/v1/openapi/agentgroup/rindex',
	body: {
		ccId: 1,
		vdn: 40,
		indexIds: ['IDX_EXAMPLE_ONE', 'IDX_EXAMPLE_TWO'],
		agentIds: [101, 102],
	},
	gives: { id: '101' },
} satisfies OperationCase;
