import type { ResourceFacts } from '../../shared/operation';
import { getIndicators } from './getIndicators';

/** @zh 技能队列监控 */
export const resource: ResourceFacts = {
	name: 'Skill Monitoring',
	authentication: 'akSk',
	defaultOperation: getIndicators,
};
