import type { ResourceFacts } from '../../shared/operation';
import { request } from './request';

/** @zh 坐席操作文件 */
export const resource: ResourceFacts = {
	name: 'Agent Operation File',
	authentication: 'akSk',
	defaultOperation: request,
};
