import { queryCampaign } from '../../../../aicc/endpoints/isales/queryCampaign';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { vdnOptions } from '../../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { campaignItem } from './campaignItem';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get campaign',
		description: 'Get one campaign with its settings',
	},
	fields: [campaignId, vdnOptions],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const settings = payloadOf(await ask(queryCampaign, { path }), queryCampaign);
		return [
			{ campaignId: path.campaignId, ...campaignItem(settings, queryCampaign.meanings, inputs) },
		];
	},
};
