import type { IDataObject } from 'n8n-workflow';

import { hisindexAgentforday } from '../../../../aicc/endpoints/cms/hisindexAgentforday';
import { AGENT_HISTORY_INDICATORS } from '../../../../aicc/endpoints/cms/shared/indicators';
import { cmsTenant } from '../../../shared/cmsTenant';
import { ownCmsOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { filterCollection } from '../../shared/descriptions';
import { agentIds, idsFrom } from '../../../shared/watchedIds';
import { HISTORY_FILTERS, mediaFrom } from '../../shared/monitoring/fields';
import {
	indicatorsFrom,
	openIndicators,
	otherIndicators,
} from '../../shared/monitoring/indicatorFields';
import { asColumns, readIndicators } from '../../shared/monitoring/indicators';
import type { Operation } from '../../shared/operation';

const { clock, limits } = hisindexAgentforday;

const { mediaType, subMediaType } = HISTORY_FILTERS;

/** The span as the service takes it: by the clock of the VDN. */
function spanFrom(inputs: Inputs): IDataObject {
	inputs.span('beginTime', 'endTime');
	return {
		beginDayTime: inputs.optionalTime('beginTime', clock),
		endDayTime: inputs.optionalTime('endTime', clock, true),
	};
}

/** @zh 查询每日指标 */
export const getDailyHistory: Operation = {
	option: {
		name: 'Get Daily History',
		value: 'getDailyHistory',
		action: 'Get agent daily history',
		description: 'Get indicators of agents over a span of days',
	},
	fields: [
		agentIds,
		{
			displayName: 'Begin Time',
			name: 'beginTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: "Beginning of the span. It is sent by the clock of the tenant's time zone.",
		},
		{
			displayName: 'End Time',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'End of the span. A date alone stands for its end.',
		},
		openIndicators(AGENT_HISTORY_INDICATORS),
		filterCollection([mediaType, subMediaType]),
		ownCmsOptions([otherIndicators]),
	],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const indexIds = indicatorsFrom(inputs);
		const ids = idsFrom(inputs, 'agentIds', [limits.agentIds]);
		const body = { ...cmsTenant(inputs), ...spanFrom(inputs), ...mediaFrom(inputs) };
		const query = { endpoint: hisindexAgentforday, ids, indexIds, body };
		return await readIndicators(query, sendInBatch, asColumns(indexIds));
	},
};
