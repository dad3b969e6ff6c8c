// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { download } from './download';
import { downloadFile } from './downloadFile';
import { getUrl } from './getUrl';
import { resource } from './resource';

export const recording: Resource = {
	...resource,
	value: 'recording',
	operations: [download, downloadFile, getUrl],
};
