import { modifyCampaignV2 } from '../../../../aicc/endpoints/isales/modifyCampaignV2';
import { vdnOptions } from '../../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { settingFields, settingsFrom } from './settings';

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
		...settingFields,
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		await ask(modifyCampaignV2, { path, body: settingsFrom(inputs) });
		return [{ success: true, campaignId: path.campaignId }];
	},
};
