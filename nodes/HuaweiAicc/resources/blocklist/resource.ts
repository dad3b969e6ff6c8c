import type { ResourceFacts } from '../../shared/operation';
import { check } from './check';

/** @zh 黑名单 */
export const resource: ResourceFacts = {
	name: 'Blocklist',
	authentication: 'akSk',
	defaultOperation: check,
};
