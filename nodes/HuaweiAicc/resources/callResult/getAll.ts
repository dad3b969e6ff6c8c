import type { IDataObject } from 'n8n-workflow';

import { listCallResults, type CallResultQuery } from '../../../../aicc/callResults';
import { OUTBOUND_MAX_LENGTHS } from '../../../../aicc/limits';
import { returnAllAndLimit, vdnId } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import {
	campaignId,
	customField,
	filterCollection,
	SERVICE_ID,
	sessionId,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Source: vendor page cec_07_0783: both days or neither. */
function queryOf(inputs: Inputs): CallResultQuery {
	const beginTime = inputs.optionalTime('filters.beginTime', 'day');
	const endTime = inputs.optionalTime('filters.endTime', 'day');
	if ((beginTime === undefined) !== (endTime === undefined)) {
		throw inputs.complaint(
			beginTime === undefined ? 'filters.beginTime' : 'filters.endTime',
			'is empty',
			'Set both Begin Time and End Time, or neither.',
		);
	}
	if (beginTime !== undefined && endTime !== undefined && beginTime > endTime) {
		throw inputs.complaint(
			'filters.endTime',
			'is before Begin Time',
			'Enter the first day as Begin Time and the last one as End Time.',
		);
	}
	return {
		sessionId: inputs.optionalText('filters.sessionId', {
			maxLength: OUTBOUND_MAX_LENGTHS.sessionId,
		}),
		customField: inputs.optionalText('filters.customField', {
			maxLength: OUTBOUND_MAX_LENGTHS.customField,
		}),
		beginTime,
		endTime,
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
		{
			displayName: 'Every Attempt',
			name: 'everyAttempt',
			type: 'boolean',
			default: false,
			description: 'Whether to return every attempt to call a number, not only the final result',
		},
		...returnAllAndLimit,
		vdnId,
		filterCollection([
			{
				displayName: 'Begin Time',
				name: 'beginTime',
				type: 'dateTime',
				default: '',
				description:
					"First day, by the calendar of the workflow's time zone; End Time is needed too",
			},
			customField,
			{
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description: 'Last day; more than 30 days are read in several queries',
			},
			sessionId,
		]),
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const query = queryOf(inputs);
		return (await listCallResults(ask, path, query, inputs.wanted())) as IDataObject[];
	},
};
