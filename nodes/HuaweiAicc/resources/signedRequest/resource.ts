import type { ResourceFacts } from '../../shared/operation';
import { send } from './send';

/** @zh 签名请求 */
export const resource: ResourceFacts = {
	name: 'Signed Request',
	authentication: 'akSk',
	defaultOperation: send,
};
