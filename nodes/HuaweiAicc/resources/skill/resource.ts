import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 技能队列 */
export const resource: ResourceFacts = {
	name: 'Skill',
	authentication: 'token',
	defaultOperation: getAll,
};
