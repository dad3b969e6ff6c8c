// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { get } from './get';
import { resource } from './resource';

export const satisfaction: Resource = {
	...resource,
	value: 'satisfaction',
	operations: [get],
};
