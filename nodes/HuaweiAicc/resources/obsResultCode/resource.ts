import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh OBS 外呼结果码 */
export const resource: ResourceFacts = {
	name: 'OBS Result Code',
	authentication: 'akSk',
	defaultOperation: getAll,
};
