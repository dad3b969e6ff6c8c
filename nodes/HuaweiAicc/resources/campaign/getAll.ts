import type { IDataObject } from 'n8n-workflow';

import { ALL_CAMPAIGNS, queryCampaigns } from '../../../../aicc/endpoints/isales/queryCampaigns';
import type { Inputs } from '../../../shared/inputs';
import { listOperation } from '../../shared/listOperation';
import { campaignItem } from './campaignItem';

/** Source: vendor page cec_07_0727; it wants a status and a device type always. */
function filtersFrom(inputs: Inputs): IDataObject {
	const { clock, limits } = queryCampaigns;
	return {
		name: inputs.optionalText('filters.name', limits.name),
		status: inputs.optionalChoice('filters.status') ?? ALL_CAMPAIGNS.status,
		deviceType: inputs.optionalChoice('filters.deviceType') ?? ALL_CAMPAIGNS.deviceType,
		beginTime: inputs.optionalTime('filters.beginTime', clock),
		endTime: inputs.optionalTime('filters.endTime', clock, true),
	};
}

export const getAll = listOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many campaigns',
		description: 'List the outbound campaigns',
	},
	endpoint: queryCampaigns,
	toItem: (row, inputs) => campaignItem(row, queryCampaigns.meanings, inputs),
	filters: {
		fields: [
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
				description:
					"Latest end, a day without a time as a whole; without an offset it is meant in the tenant's time zone",
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
		],
		from: filtersFrom,
	},
});
