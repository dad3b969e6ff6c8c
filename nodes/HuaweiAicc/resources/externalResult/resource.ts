import type { ResourceFacts } from '../../shared/operation';
import { get } from './get';

/** @zh 外部结果 */
export const resource: ResourceFacts = {
	name: 'External Result',
	authentication: 'akSk',
	defaultOperation: get,
};
