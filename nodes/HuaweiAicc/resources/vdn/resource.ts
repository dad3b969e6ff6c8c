import type { ResourceFacts } from '../../shared/operation';
import { getIndicators } from './getIndicators';

/** @zh 虚拟呼叫中心 */
export const resource: ResourceFacts = {
	name: 'VDN',
	authentication: 'akSk',
	defaultOperation: getIndicators,
};
