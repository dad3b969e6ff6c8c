import {
	listCallResults,
	type CallResultQuery,
} from '../../../../aicc/endpoints/isales/callresult/listCallResults';
import { callResultItem, everyAttempt } from '../../../shared/callResult';
import { returnAllAndLimit, vdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import {
	campaignId,
	CUSTOM_FIELD,
	customField,
	filterCollection,
	SERVICE_ID,
	SESSION_ID,
	sessionId,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { spanOf } from './span';

function queryOf(inputs: Inputs): CallResultQuery {
	return {
		sessionId: inputs.optionalText('filters.sessionId', SESSION_ID),
		customField: inputs.optionalText('filters.customField', CUSTOM_FIELD),
		...spanOf(inputs),
		everyAttempt: inputs.isOn('everyAttempt'),
	};
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many call results',
		description: 'List the results of the finished calls of a campaign',
	},
	fields: [
		campaignId,
		everyAttempt,
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Begin Time',
				name: 'beginTime',
				type: 'dateTime',
				default: '',
				description:
					"Results from then on, by the clock of the tenant's time zone. End Time is needed too. Midnight in both means whole days.",
			},
			customField,
			{
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description:
					'Results up to then. A day without a time, or midnight in both, means the whole of that day. At most ten years after Begin Time.',
			},
			sessionId,
		]),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const query = queryOf(inputs);
		const rows = await listCallResults(ask, path, query, inputs.wanted());
		return rows.map(callResultItem);
	},
};
