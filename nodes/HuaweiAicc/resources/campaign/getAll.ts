import type { IDataObject } from 'n8n-workflow';

import { CAMPAIGN_DEVICE_TYPES, CAMPAIGN_STATUSES } from '../../../../aicc/codes';
import { INTERFACES } from '../../../../aicc/interfaces';
import { ALL_CAMPAIGNS, CAMPAIGNS, listIsales } from '../../../../aicc/isalesLists';
import { OUTBOUND_MAX_LENGTHS } from '../../../../aicc/limits';
import { returnAllAndLimit, vdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { withNames } from '../../../shared/names';
import { filterCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Source: vendor page cec_07_0727; it wants a status and a device type always. */
function filtersOf(inputs: Inputs): IDataObject {
	const { clock } = INTERFACES.queryCampaigns;
	return {
		name: inputs.optionalText('filters.name', { maxLength: OUTBOUND_MAX_LENGTHS.campaignName }),
		status: inputs.optionalChoice('filters.status') ?? ALL_CAMPAIGNS.status,
		deviceType: inputs.optionalChoice('filters.deviceType') ?? ALL_CAMPAIGNS.deviceType,
		beginTime: inputs.optionalTime('filters.beginTime', clock),
		endTime: inputs.optionalTime('filters.endTime', clock),
	};
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many campaigns',
		description: 'List the outbound campaigns',
	},
	fields: [
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Begin Time',
				name: 'beginTime',
				type: 'dateTime',
				default: '',
				description: "Earliest start; without an offset it is meant in the tenant's time zone",
			},
			{
				displayName: 'Device Type',
				name: 'deviceType',
				type: 'options',
				options: [
					{ name: 'All', value: 0 },
					{ name: 'Automatic IVR', value: 3 },
					{ name: 'Intelligent IVR', value: 1 },
					{ name: 'Predicted (Skill Queue)', value: 2 },
					{ name: 'Preempted', value: 6 },
					{ name: 'Previewed', value: 5 },
				],
				default: 0,
				description: 'How the campaign calls',
			},
			{
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description: "Latest end; without an offset it is meant in the tenant's time zone",
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Spring offer',
				description: 'Name of the campaign, at most 30 characters',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'All', value: 0 },
					{ name: 'Finished', value: 4 },
					{ name: 'Paused', value: 3 },
					{ name: 'Started', value: 2 },
				],
				default: 0,
				description: 'How far the campaign is',
			},
		]),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = inputs.vdnPath();
		const filters = filtersOf(inputs);
		const rows = await listIsales(ask, CAMPAIGNS, path, inputs.wanted(), filters);
		return rows.map((row) =>
			withNames(row, { status: CAMPAIGN_STATUSES, deviceType: CAMPAIGN_DEVICE_TYPES }),
		);
	},
};
