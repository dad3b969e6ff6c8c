import { resumeCampaign } from '../../../../aicc/endpoints/isales/resumeCampaign';
import type { Operation } from '../../shared/operation';
import { doing } from './doing';

export const resume: Operation = doing(resumeCampaign, {
	name: 'Resume',
	value: 'resume',
	action: 'Resume campaign',
	description: 'Let a paused campaign go on calling',
});
