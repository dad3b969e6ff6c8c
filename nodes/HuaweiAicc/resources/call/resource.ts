import type { ResourceFacts } from '../../shared/operation';
import { getCalledDevice } from './getCalledDevice';

/** @zh 呼叫 */
export const resource: ResourceFacts = {
	name: 'Call',
	authentication: 'token',
	defaultOperation: getCalledDevice,
};
