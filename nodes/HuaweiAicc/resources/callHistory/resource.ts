import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 历史呼叫 */
export const resource: ResourceFacts = {
	name: 'Call History',
	authentication: 'token',
	defaultOperation: getAll,
};
