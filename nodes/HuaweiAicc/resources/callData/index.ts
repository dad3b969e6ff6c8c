// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { add } from './add';
import { deleteCallData } from './delete';
import { get } from './get';
import { resource } from './resource';

export const callData: Resource = {
	...resource,
	value: 'callData',
	operations: [add, deleteCallData, get],
};
