// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getMissed } from './getMissed';
import { getTrack } from './getTrack';
import { resource } from './resource';

export const callRecord: Resource = {
	...resource,
	value: 'callRecord',
	operations: [get, getAll, getMissed, getTrack],
};
