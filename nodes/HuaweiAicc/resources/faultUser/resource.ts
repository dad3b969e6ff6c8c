import type { ResourceFacts } from '../../shared/operation';
import { check } from './check';

/** @zh 故障用户 */
export const resource: ResourceFacts = {
	name: 'Fault User',
	authentication: 'token',
	defaultOperation: check,
};
