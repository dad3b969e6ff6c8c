import type { ResourceFacts } from '../../shared/operation';
import { add } from './add';

/** @zh 主叫号码 */
export const resource: ResourceFacts = {
	name: 'Calling Number',
	authentication: 'akSk',
	defaultOperation: add,
};
