import type { INodeProperties } from 'n8n-workflow';

import { modifyCampaignV2 } from '../../../../aicc/endpoints/isales/modifyCampaignV2';
import { vdnOptions } from '../../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { settingFields, settingsFrom } from './settings';

/** How the fields of one that is there already differ: what is not filled in must not overwrite it. */
const CHANGED: Readonly<Record<string, Partial<INodeProperties>>> = {
	beginTime: {
		description:
			"When it begins; without an offset it is meant in the tenant's time zone. To keep it, take beginTime of Get: the service's own strBeginTime is UTC.",
	},
	deviceType: { default: '' },
	endTime: {
		description:
			"When it ends; without an offset it is meant in the tenant's time zone. To keep it, take endTime of Get: the service's own strEndTime is UTC.",
	},
	maxAlertingTime: { default: '' },
};

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update campaign',
		description: 'Give a campaign that is not finished other settings; Device Type stays as it was',
	},
	fields: [
		{
			...campaignId,
			hint: 'Whether the service keeps or empties the fields that are left out is undocumented: add all that the campaign is to keep',
		},
		...settingFields.map((field) => ({ ...field, ...CHANGED[field.name] })),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		await ask(modifyCampaignV2, { path, body: settingsFrom(inputs) });
		return [{ success: true, campaignId: path.campaignId }];
	},
};
