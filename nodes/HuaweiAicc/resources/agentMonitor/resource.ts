import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 坐席监控 */
export const resource: ResourceFacts = {
	name: 'Agent Monitoring',
	authentication: 'akSk',
	defaultOperation: getAll,
};
