import type { Resource } from '../../shared/operation';
import { getCalledDevice } from './getCalledDevice';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	authentication: 'token',
	operations: [getCalledDevice],
	defaultOperation: getCalledDevice,
};
