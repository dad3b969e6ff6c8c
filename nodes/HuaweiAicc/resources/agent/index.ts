// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { create } from './create';
import { deleteAgent } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getStatus } from './getStatus';
import { update } from './update';
import { resource } from './resource';

export const agent: Resource = {
	...resource,
	value: 'agent',
	operations: [create, deleteAgent, get, getAll, getStatus, update],
};
