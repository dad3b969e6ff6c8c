import type { Endpoint } from '../../../../aicc/protocol/endpoint';
import { vdnOptions } from '../../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** An operation that does something to a campaign as a whole. */
export function doing(endpoint: Endpoint, option: Operation['option']): Operation {
	return {
		option,
		fields: [campaignId, vdnOptions],
		async execute(inputs, ask) {
			const id = inputs.text('campaignId', SERVICE_ID);
			await ask(endpoint, { path: { ...inputs.vdnPath(), campaignId: id } });
			return [{ success: true, campaignId: id }];
		},
	};
}
