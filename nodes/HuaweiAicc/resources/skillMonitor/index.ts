// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getAgents } from './getAgents';
import { getIndicators } from './getIndicators';
import { getQueue } from './getQueue';
import { getServiceLevel } from './getServiceLevel';
import { resource } from './resource';

export const skillMonitor: Resource = {
	...resource,
	value: 'skillMonitor',
	operations: [getAgents, getIndicators, getQueue, getServiceLevel],
};
