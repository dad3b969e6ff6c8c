import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		indexIds: ['IDX_COUNT_TOTAL_CALL'],
		filters: { timeGrain: '60MIN', enableOffset: true, calledNumber: '8000001' },
	},
	also: [
		{
			output: 'ids',
			indexIds: ['IDX_COUNT_INBOUND_CALL'],
			filters: { anonyCall: 0, mediaType: 5 },
		},
	],
	sends: 'POST /rest/cmsapp/v1/openapi/hisindex/vdn',
	body: {
		ccId: 1,
		timeGrain: '60MIN',
		enableOffset: 'Y',
		calleeNo: '8000001',
		indexIds: ['IDX_COUNT_TOTAL_CALL'],
		vdnIds: [40],
	},
	gives: {
		id: '40',
		indicator: 'IDX_COUNT_TOTAL_CALL',
		indicatorName: 'calls',
	},
} satisfies OperationCase;
