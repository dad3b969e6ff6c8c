import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		agentIds: ['101'],
		indexIds: ['IDX_COUNT_AGENT_CONNECTED'],
		filters: { timeGrain: '60MIN', enableOffset: true },
	},
	also: [{ output: 'ids', filters: { mediaType: 5, subMediaType: 1 } }],
	sends: 'POST /rest/cmsapp/v1/openapi/hisindex/agent',
	body: {
		ccId: 1,
		vdn: 40,
		timeGrain: '60MIN',
		enableOffset: 'Y',
		indexIds: ['IDX_COUNT_AGENT_CONNECTED'],
		agentIds: [101],
	},
	gives: {
		id: '101',
		indicator: 'IDX_COUNT_AGENT_CONNECTED',
		indicatorName: 'connected calls',
	},
} satisfies OperationCase;
