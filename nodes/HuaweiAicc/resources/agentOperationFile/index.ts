// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { download } from './download';
import { request } from './request';
import { resource } from './resource';

export const agentOperationFile: Resource = {
	...resource,
	value: 'agentOperationFile',
	operations: [download, request],
};
