import type { Resource } from '../../shared/operation';
import { getAll } from './getAll';

export const accessCode: Resource = {
	name: 'Access Code',
	value: 'accessCode',
	authentication: 'token',
	operations: [getAll],
	defaultOperation: getAll,
};
