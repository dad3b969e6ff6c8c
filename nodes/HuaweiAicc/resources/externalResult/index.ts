import type { Resource } from '../../shared/operation';
import { get } from './get';
import { getAll } from './getAll';

export const externalResult: Resource = {
	name: 'External Result',
	value: 'externalResult',
	authentication: 'akSk',
	operations: [get, getAll],
};
