import { hisindexAgent } from '../../../../aicc/endpoints/cms/hisindexAgent';
import { AGENT_HISTORY_INDICATORS } from '../../../../aicc/endpoints/cms/shared/indicators';
import { cmsTenant } from '../../../shared/cmsTenant';
import { ownCmsOptions } from '../../../shared/descriptions';
import { filterCollection } from '../../shared/descriptions';
import { agentIds, idsFrom } from '../../../shared/watchedIds';
import { HISTORY_FILTERS, historyFiltersFrom } from '../../shared/monitoring/fields';
import {
	indicatorsFrom,
	openIndicators,
	otherIndicators,
} from '../../shared/monitoring/indicatorFields';
import { output, pastItems, readIndicators } from '../../shared/monitoring/indicators';
import type { Operation } from '../../shared/operation';

const { enableOffset, mediaType, subMediaType, timeGrain } = HISTORY_FILTERS;

/** @zh 查询历史指标 */
export const getHistory: Operation = {
	option: {
		name: 'Get History',
		value: 'getHistory',
		action: 'Get agent history',
		description: 'Get indicators of agents over today or the day before',
	},
	fields: [
		agentIds,
		openIndicators(AGENT_HISTORY_INDICATORS),
		output,
		filterCollection([mediaType, enableOffset, subMediaType, timeGrain]),
		ownCmsOptions([otherIndicators]),
	],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const indexIds = indicatorsFrom(inputs);
		const ids = idsFrom(inputs, 'agentIds', [hisindexAgent.limits.agentIds]);
		const body = { ...cmsTenant(inputs), ...historyFiltersFrom(inputs) };
		const shape = { indexIds, clock: hisindexAgent.clock };
		const toItems = pastItems(inputs, shape, AGENT_HISTORY_INDICATORS);
		return await readIndicators(
			{ endpoint: hisindexAgent, ids, indexIds, body },
			sendInBatch,
			toItems,
		);
	},
};
