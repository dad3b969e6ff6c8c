// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getAll } from './getAll';
import { resource } from './resource';

export const skill: Resource = {
	...resource,
	value: 'skill',
	operations: [getAll],
};
