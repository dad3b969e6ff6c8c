import { pauseCampaign } from '../../../../aicc/endpoints/isales/pauseCampaign';
import type { Operation } from '../../shared/operation';
import { doing } from './doing';

export const pause: Operation = doing(pauseCampaign, {
	name: 'Pause',
	value: 'pause',
	action: 'Pause campaign',
	description: 'Stop a running campaign from calling until it is resumed',
});
