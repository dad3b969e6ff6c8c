import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		returnAll: true,
		filters: { beginTime: '2026-03-01T08:00:00+08:00', endTime: '2026-03-01T09:00:00+08:00' },
	},
	sends: 'POST /rest/cmsapp/v1/callin/queryMissedCalls',
	body: {
		vdn: 40,
		offset: 0,
		limit: 5000,
		beginTime: '2026-03-01 00:00:00',
		endTime: '2026-03-01 01:00:00',
	},
	gives: { callerNo: '13900000001' },
} satisfies OperationCase;
