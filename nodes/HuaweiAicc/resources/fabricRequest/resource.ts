import type { ResourceFacts } from '../../shared/operation';
import { send } from './send';

/** @zh API Fabric 请求 */
export const resource: ResourceFacts = {
	name: 'API Fabric Request',
	authentication: 'token',
	defaultOperation: send,
};
