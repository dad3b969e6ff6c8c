// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { create } from './create';
import { deleteRoute } from './delete';
import { getAll } from './getAll';
import { update } from './update';
import { resource } from './resource';

export const calledRoute: Resource = {
	...resource,
	value: 'calledRoute',
	operations: [create, deleteRoute, getAll, update],
};
