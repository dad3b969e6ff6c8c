// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { check } from './check';
import { resource } from './resource';

export const faultUser: Resource = {
	...resource,
	value: 'faultUser',
	operations: [check],
};
