// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { get } from './get';
import { getDetails } from './getDetails';
import { resource } from './resource';

export const liveCall: Resource = {
	...resource,
	value: 'liveCall',
	operations: [get, getDetails],
};
