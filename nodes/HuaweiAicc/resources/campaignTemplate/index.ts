// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getAll } from './getAll';
import { resource } from './resource';

export const campaignTemplate: Resource = {
	...resource,
	value: 'campaignTemplate',
	operations: [getAll],
};
