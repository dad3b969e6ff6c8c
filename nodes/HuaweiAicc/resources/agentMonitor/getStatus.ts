import { agentstatusinfobyagentids } from '../../../../aicc/endpoints/cms/agentstatusinfobyagentids';
import { agentIds, idsFrom } from '../../../shared/watchedIds';
import { ofManyIdsOperation } from '../../shared/monitoring/ofManyIds';

/** @zh 查询坐席状态 */
export const getStatus = ofManyIdsOperation({
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get current status of agents',
		description: 'Get the status of agents right now, of up to 6000 in one request',
	},
	endpoint: agentstatusinfobyagentids,
	idField: agentIds,
	size: agentstatusinfobyagentids.limits.agentIds.maxItems,
	idsFrom: (inputs) => idsFrom(inputs, 'agentIds'),
});
