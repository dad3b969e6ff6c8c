import { deleteCampaign as endpoint } from '../../../../aicc/endpoints/isales/deleteCampaign';
import { ownVdnOptions } from '../../../shared/descriptions';
import { archiveHistory, campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const deleteCampaign: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete campaign',
		description: 'Delete a campaign that is not running, with its call data',
	},
	fields: [campaignId, ownVdnOptions([archiveHistory])],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const isKept = inputs.optionalSwitch('options.archiveHistory');
		const body = { archiveHistory: isKept === undefined ? undefined : Number(isKept) };
		await ask(endpoint, { path, body });
		return [{ deleted: true, campaignId: path.campaignId }];
	},
};
