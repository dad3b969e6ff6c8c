import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 话单 */
export const resource: ResourceFacts = {
	name: 'Call Record',
	authentication: 'akSk',
	defaultOperation: getAll,
};
