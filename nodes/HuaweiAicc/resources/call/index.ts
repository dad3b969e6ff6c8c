// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getCalledDevice } from './getCalledDevice';
import { resource } from './resource';

export const call: Resource = {
	...resource,
	value: 'call',
	operations: [getCalledDevice],
};
