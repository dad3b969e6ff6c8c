// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { send } from './send';
import { resource } from './resource';

export const signedRequest: Resource = {
	...resource,
	value: 'signedRequest',
	operations: [send],
};
