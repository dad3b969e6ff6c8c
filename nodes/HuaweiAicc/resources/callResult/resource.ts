import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 外呼结果 */
export const resource: ResourceFacts = {
	name: 'Call Result',
	authentication: 'akSk',
	defaultOperation: getAll,
};
