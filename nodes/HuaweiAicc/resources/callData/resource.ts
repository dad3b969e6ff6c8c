import type { ResourceFacts } from '../../shared/operation';
import { add } from './add';

/** @zh 外呼数据 */
export const resource: ResourceFacts = {
	name: 'Call Data',
	authentication: 'akSk',
	defaultOperation: add,
};
