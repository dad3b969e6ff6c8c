// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { create } from './create';
import { deleteExternalResult } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';
import { resource } from './resource';

export const externalResult: Resource = {
	...resource,
	value: 'externalResult',
	operations: [create, deleteExternalResult, get, getAll, update],
};
