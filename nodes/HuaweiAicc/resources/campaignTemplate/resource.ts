import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 外呼任务模板 */
export const resource: ResourceFacts = {
	name: 'Campaign Template',
	authentication: 'akSk',
	defaultOperation: getAll,
};
