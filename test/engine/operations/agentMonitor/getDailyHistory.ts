import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		agentIds: ['101'],
		indexIds: ['IDX_COUNT_AGENT_CONNECTED'],
		beginTime: '2026-03-01',
		endTime: '2026-03-02',
	},
	also: [{ filters: { mediaType: 5 }, options: { otherIndicators: 'IDX_COUNT_AGENT_OTHER' } }],
	sends: 'POST /rest/cmsapp/v1/openapi/hisindex/agentforday',
	body: {
		ccId: 1,
		vdn: 40,
		beginDayTime: '2026-03-01 00:00:00',
		endDayTime: '2026-03-02 23:59:59',
		indexIds: ['IDX_COUNT_AGENT_CONNECTED'],
		agentIds: [101],
	},
	gives: { id: '101' },
} satisfies OperationCase;
