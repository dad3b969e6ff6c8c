// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { get } from './get';
import { getAll } from './getAll';
import { resource } from './resource';

export const callResult: Resource = {
	...resource,
	value: 'callResult',
	operations: [get, getAll],
};
