import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 被叫路由 */
export const resource: ResourceFacts = {
	name: 'Called Route',
	authentication: 'token',
	defaultOperation: getAll,
};
