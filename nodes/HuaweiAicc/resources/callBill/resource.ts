import type { ResourceFacts } from '../../shared/operation';
import { request } from './request';

/** @zh 话单文件 */
export const resource: ResourceFacts = {
	name: 'Call Bill File',
	authentication: 'akSk',
	defaultOperation: request,
};
