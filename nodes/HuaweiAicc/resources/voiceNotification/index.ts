// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getRecordings } from './getRecordings';
import { send } from './send';
import { sendPlayList } from './sendPlayList';
import { resource } from './resource';

export const voiceNotification: Resource = {
	...resource,
	value: 'voiceNotification',
	operations: [getRecordings, send, sendPlayList],
};
