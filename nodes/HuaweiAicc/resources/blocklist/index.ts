// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { add } from './add';
import { check } from './check';
import { deleteNumber } from './delete';
import { getAll } from './getAll';
import { resource } from './resource';

export const blocklist: Resource = {
	...resource,
	value: 'blocklist',
	operations: [add, check, deleteNumber, getAll],
};
