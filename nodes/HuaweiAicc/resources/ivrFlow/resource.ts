import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh IVR 流程 */
export const resource: ResourceFacts = {
	name: 'IVR Flow',
	authentication: 'token',
	defaultOperation: getAll,
};
