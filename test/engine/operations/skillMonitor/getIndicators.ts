import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		skillIds: ['10', '11'],
		indexIds: ['IDX_COUNT_REAL_SKILL_QUEUE', 'IDX_DURATION_SKILL_MAX_QUEUE_ACK'],
	},
	sends: 'POST /rest/cmsapp/v1/openapi/skill/rindex',
	body: {
		ccId: 1,
		vdn: 40,
		indexIds: ['IDX_COUNT_REAL_SKILL_QUEUE', 'IDX_DURATION_SKILL_MAX_QUEUE_ACK'],
		skillIds: [10, 11],
	},
	gives: {
		id: '10',
	},
} satisfies OperationCase;
