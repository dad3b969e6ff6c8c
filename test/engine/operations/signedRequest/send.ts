import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		method: 'GET',
		path: '/rest/isales/v1/openapi/campaigns/{vdnId}/queryOBSResults',
		query: '{"pageNum": 1, "pageSize": 50}',
		options: { payloadField: 'data' },
	},
	companions: {
		binaryPropertyName: { response: 'file' },
		firstPage: { pagination: 'page' },
		pageNumbersAsText: { pagination: 'page' },
		pageParameter: { pagination: 'page' },
		pageSize: { pagination: 'page' },
		sizeParameter: { pagination: 'page' },
		totalField: { pagination: 'page' },
	},
	sends: 'GET /rest/isales/v1/openapi/campaigns/40/queryOBSResults?pageNum=1&pageSize=50',
	gives: { displayResult: '6: The call is not answered.', resultCode: '002', defId: '1402245659' },
} satisfies OperationCase;
