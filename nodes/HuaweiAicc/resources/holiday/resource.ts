import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 特殊日期 */
export const resource: ResourceFacts = {
	name: 'Holiday',
	authentication: 'akSk',
	defaultOperation: getAll,
};
