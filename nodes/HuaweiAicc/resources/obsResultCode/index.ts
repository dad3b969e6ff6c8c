import type { Resource } from '../../shared/operation';
import { getAll } from './getAll';

export const obsResultCode: Resource = {
	name: 'OBS Result Code',
	value: 'obsResultCode',
	authentication: 'akSk',
	operations: [getAll],
	defaultOperation: getAll,
};
