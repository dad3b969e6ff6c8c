import type { ResourceFacts } from '../../shared/operation';
import { send } from './send';

/** @zh 语音通知 */
export const resource: ResourceFacts = {
	name: 'Voice Notification',
	authentication: 'token',
	defaultOperation: send,
};
