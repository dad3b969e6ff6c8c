// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { create } from './create';
import { createFromSoftphone } from './createFromSoftphone';
import { getCalledDevice } from './getCalledDevice';
import { getInfo } from './getInfo';
import { getAll } from './getAll';
import { getRecording } from './getRecording';
import { getState } from './getState';
import { resource } from './resource';

export const call: Resource = {
	...resource,
	value: 'call',
	operations: [
		create,
		createFromSoftphone,
		getCalledDevice,
		getInfo,
		getAll,
		getRecording,
		getState,
	],
};
