import type { ResourceFacts } from '../../shared/operation';
import { get } from './get';

/** @zh 进行中的呼叫 */
export const resource: ResourceFacts = {
	name: 'Live Call',
	authentication: 'akSk',
	defaultOperation: get,
};
