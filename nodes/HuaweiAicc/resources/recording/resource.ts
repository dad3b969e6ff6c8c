import type { ResourceFacts } from '../../shared/operation';
import { download } from './download';

/** @zh 录音 */
export const resource: ResourceFacts = {
	name: 'Recording',
	authentication: 'akSk',
	defaultOperation: download,
};
