import type { ResourceFacts } from '../../shared/operation';
import { get } from './get';

/** @zh 满意度 */
export const resource: ResourceFacts = {
	name: 'Satisfaction',
	authentication: 'token',
	defaultOperation: get,
};
