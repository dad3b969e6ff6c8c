import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 外呼任务 */
export const resource: ResourceFacts = {
	name: 'Campaign',
	authentication: 'akSk',
	defaultOperation: getAll,
};
