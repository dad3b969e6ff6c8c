import type { Resource } from '../../shared/operation';
import { create } from './create';
import { deleteExternalResult } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const externalResult: Resource = {
	name: 'External Result',
	value: 'externalResult',
	authentication: 'akSk',
	operations: [create, deleteExternalResult, get, getAll, update],
	defaultOperation: get,
};
