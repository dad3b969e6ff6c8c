import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		method: 'POST',
		path: '/apiaccess/rest/cc-management/v1/skill/querySkills',
		body: '{"offset": "0", "limit": "100"}',
		options: { changesSomething: false, payloadField: 'data' },
	},
	companions: {
		binaryPropertyName: { response: 'file' },
		firstPage: { pagination: 'page' },
		pageNumbersAsText: { pagination: 'offset' },
		pageParameter: { pagination: 'offset' },
		pageSize: { pagination: 'offset' },
		sizeParameter: { pagination: 'offset' },
		totalField: { pagination: 'offset' },
	},
	sends: 'POST /apiaccess/rest/cc-management/v1/skill/querySkills',
	body: { offset: '0', limit: '100' },
	gives: { skillId: 10, name: 'Sales 1', mediaTypeId: 5 },
} satisfies OperationCase;
