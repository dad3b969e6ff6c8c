// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { create } from './create';
import { getAll } from './getAll';
import { resource } from './resource';

export const holiday: Resource = {
	...resource,
	value: 'holiday',
	operations: [create, getAll],
};
