import { INTERFACES, type AiccInterface } from '../../../../aicc/interfaces';
import { vdnOptions } from '../../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** An operation that does something to a campaign as a whole. */
function doing(called: AiccInterface, option: Operation['option']): Operation {
	return {
		option,
		fields: [campaignId, vdnOptions],
		async execute(inputs, ask) {
			const id = inputs.text('campaignId', SERVICE_ID);
			await ask({ interface: called, path: { ...inputs.vdnPath(), campaignId: id } });
			return [{ success: true, campaignId: id }];
		},
	};
}

export const pause = doing(INTERFACES.pauseCampaign, {
	name: 'Pause',
	value: 'pause',
	action: 'Pause campaign',
	description: 'Stop a running campaign from calling until it is resumed',
});

export const resume = doing(INTERFACES.resumeCampaign, {
	name: 'Resume',
	value: 'resume',
	action: 'Resume campaign',
	description: 'Let a paused campaign go on calling',
});
