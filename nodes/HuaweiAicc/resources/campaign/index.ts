// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getAll } from './getAll';
import { getRetryPolicy } from './getRetryPolicy';
import { pause } from './pause';
import { resume } from './resume';
import { resource } from './resource';

export const campaign: Resource = {
	...resource,
	value: 'campaign',
	operations: [getAll, getRetryPolicy, pause, resume],
};
