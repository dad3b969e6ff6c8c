// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { create } from './create';
import { deleteBatch } from './delete';
import { getAll } from './getAll';
import { resource } from './resource';

export const callBatch: Resource = {
	...resource,
	value: 'callBatch',
	operations: [create, deleteBatch, getAll],
};
