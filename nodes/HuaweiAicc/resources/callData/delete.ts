import type { IDataObject } from 'n8n-workflow';

import { INTERFACES } from '../../../../aicc/interfaces';
import { OUTBOUND_MAX_LENGTHS } from '../../../../aicc/limits';
import { vdnId } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import {
	campaignId,
	customField,
	DIALLED_NUMBER,
	filterCollection,
	recycleTime,
	SERVICE_ID,
	sessionId,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/**
 * Source: vendor page cec_07_0761. There everything is optional: without any of them all records of
 * the campaign would be deleted.
 */
function filtersOf(inputs: Inputs): IDataObject {
	const { sessionId, customField } = OUTBOUND_MAX_LENGTHS;
	const filters = {
		sessionId: inputs.optionalText('filters.sessionId', { maxLength: sessionId }),
		called: inputs.optionalText('filters.calledNumber', DIALLED_NUMBER),
		customField: inputs.optionalText('filters.customField', { maxLength: customField }),
		recycleTime: inputs.optionalTime('filters.recycleTime', 'moment'),
	};
	if (Object.values(filters).every((value) => value === undefined)) {
		throw inputs.complaint(
			'filters',
			'are empty',
			'Set at least one of Called Number, Custom Field, Recycle Time and Session ID: without them every record of the campaign would be deleted.',
		);
	}
	const recycleType = inputs.optionalText('filters.recycleType', {
		pattern: /^[123]$/,
		mustBe: 'one of 1, 2 and 3',
	});
	if (recycleType !== undefined && filters.recycleTime === undefined) {
		throw inputs.complaint(
			'filters.recycleType',
			'goes with Recycle Time only',
			'Set Recycle Time as well, or remove it.',
		);
	}
	return { ...filters, recycleType };
}

export const deleteCallData: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete call data',
		description: 'Delete records of a campaign that were not called yet',
	},
	fields: [
		campaignId,
		vdnId,
		filterCollection([
			{
				displayName: 'Called Number',
				name: 'calledNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 13900000001',
				description: 'The number of the records',
			},
			customField,
			recycleTime,
			{
				displayName: 'Recycle Type',
				name: 'recycleType',
				type: 'options',
				options: [
					{ name: 'Equal to Recycle Time', value: '3' },
					{ name: 'On or Before That Day', value: '1' },
					{ name: 'On That Day', value: '2' },
				],
				default: '1',
				description: 'Which records Recycle Time means',
			},
			sessionId,
		]),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Archive History',
					name: 'archiveHistory',
					type: 'boolean',
					default: false,
					description: 'Whether to keep the deleted records in the history of the campaign',
				},
			],
		},
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const archiveHistory = inputs.optionalSwitch('options.archiveHistory');
		const body = {
			...filtersOf(inputs),
			archiveHistory: archiveHistory === undefined ? undefined : Number(archiveHistory),
		};
		await ask({ interface: INTERFACES.deleteCallData, path, body });
		return [{ deleted: true }];
	},
};
