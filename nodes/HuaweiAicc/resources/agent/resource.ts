import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 坐席 */
export const resource: ResourceFacts = {
	name: 'Agent',
	authentication: 'token',
	defaultOperation: getAll,
};
