import type { ResourceFacts } from '../../shared/operation';
import { create } from './create';

/** @zh 外呼批次 */
export const resource: ResourceFacts = {
	name: 'Call Batch',
	authentication: 'akSk',
	defaultOperation: create,
};
