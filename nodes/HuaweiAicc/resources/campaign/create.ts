import { asText, valueAt } from '../../../../aicc/base/json';
import { addCampaignV2 } from '../../../../aicc/endpoints/isales/addCampaignV2';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import { vdnOptions } from '../../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { settingFields, settingsFrom } from './settings';

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create campaign',
		description: 'Create an outbound campaign, which its times or Initial Status start',
	},
	fields: [...settingFields, vdnOptions],
	async execute(inputs, ask) {
		const body = settingsFrom(inputs);
		const answer = await ask(addCampaignV2, { path: inputs.vdnPath(), body });
		const campaignId = asText(valueAt(answer, addCampaignV2.payload));
		if (!campaignId) throw unexpectedShape(addCampaignV2, 'no ID of the campaign');
		return [{ success: true, campaignId, name: body.name }];
	},
};
