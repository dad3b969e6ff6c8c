import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 接入码 */
export const resource: ResourceFacts = {
	name: 'Access Code',
	authentication: 'token',
	defaultOperation: getAll,
};
