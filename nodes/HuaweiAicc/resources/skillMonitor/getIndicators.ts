import { liveValue, SKILL_INDICATORS } from '../../../../aicc/endpoints/cms/shared/indicators';
import { skillRindex } from '../../../../aicc/endpoints/cms/skillRindex';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions } from '../../../shared/descriptions';
import { idsFrom, skillIds } from '../../../shared/watchedIds';
import { closedIndicators, closedIndicatorsFrom } from '../../shared/monitoring/indicatorFields';
import { asColumns, readIndicators } from '../../shared/monitoring/indicators';
import type { Operation } from '../../shared/operation';

/** @zh 查询实时指标 */
export const getIndicators: Operation = {
	option: {
		name: 'Get Indicators',
		value: 'getIndicators',
		action: 'Get skill indicators',
		description: 'Get how many wait, how long, and how many agents are free, right now',
	},
	fields: [skillIds, closedIndicators(SKILL_INDICATORS), cmsOptions],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const indexIds = closedIndicatorsFrom(inputs, SKILL_INDICATORS);
		const ids = idsFrom(inputs, 'skillIds', [skillRindex.limits.skillIds]);
		const body = cmsTenant(inputs);
		const query = { endpoint: skillRindex, ids, indexIds, body };
		return await readIndicators(query, sendInBatch, asColumns(indexIds, liveValue));
	},
};
