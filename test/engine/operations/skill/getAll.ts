import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	also: [{ filters: { name: 'Sales', mediaTypeId: '5', skillIds: ['10', '12'] } }],
	sends: 'POST /apiaccess/rest/cc-management/v1/skill/querySkills',
	body: { limit: '100', offset: '0' },
	gives: {
		skillId: 10,
		name: 'Sales 1',
		description: 'Skill queue Sales 1',
		mediaTypeId: 5,
		mediaTypeName: 'audio and video',
	},
} satisfies OperationCase;
