// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { add } from './add';
import { deleteCallingNumber } from './delete';
import { resource } from './resource';

export const callingNumber: Resource = {
	...resource,
	value: 'callingNumber',
	operations: [add, deleteCallingNumber],
};
