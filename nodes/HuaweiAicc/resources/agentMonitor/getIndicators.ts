import { AGENT_ID_RANGES, agentgroupRindex } from '../../../../aicc/endpoints/cms/agentgroupRindex';
import { liveValue } from '../../../../aicc/endpoints/cms/shared/indicators';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions } from '../../../shared/descriptions';
import { agentIds, idsFrom } from '../../../shared/watchedIds';
import { indicatorsFrom, namedIndicators } from '../../shared/monitoring/indicatorFields';
import { asColumns, readIndicators } from '../../shared/monitoring/indicators';
import type { Operation } from '../../shared/operation';

/** @zh 查询实时指标 */
export const getIndicators: Operation = {
	option: {
		name: 'Get Indicators',
		value: 'getIndicators',
		action: 'Get agent indicators',
		description: 'Get live indicators of agents',
	},
	fields: [agentIds, namedIndicators, cmsOptions],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const indexIds = indicatorsFrom(inputs);
		const ids = idsFrom(inputs, 'agentIds', AGENT_ID_RANGES);
		const query = { endpoint: agentgroupRindex, ids, indexIds, body: cmsTenant(inputs) };
		return await readIndicators(query, sendInBatch, asColumns(indexIds, liveValue));
	},
};
