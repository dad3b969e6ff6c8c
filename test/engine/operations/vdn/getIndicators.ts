import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		vdnIds: '40',
		indexIds: ['IDX_COUNT_REAL_VDN_CALL'],
		options: { otherIndicators: 'IDX_COUNT_REAL_VDN_CONNECT' },
	},
	sends: 'POST /rest/cmsapp/v1/openapi/rindex/vdn',
	body: {
		ccId: 1,
		indexIds: ['IDX_COUNT_REAL_VDN_CALL', 'IDX_COUNT_REAL_VDN_CONNECT'],
		vdnIds: [40],
	},
	gives: { id: '40' },
} satisfies OperationCase;
