import type { Resource } from '../../shared/operation';
import { get } from './get';
import { getAll } from './getAll';

export const callResult: Resource = {
	name: 'Call Result',
	value: 'callResult',
	authentication: 'akSk',
	operations: [get, getAll],
	defaultOperation: getAll,
};
