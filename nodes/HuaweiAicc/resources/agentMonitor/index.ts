// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getByStatus } from './getByStatus';
import { getCalls } from './getCalls';
import { getDailyHistory } from './getDailyHistory';
import { getHistory } from './getHistory';
import { getIndicators } from './getIndicators';
import { getAll } from './getAll';
import { getStatus } from './getStatus';
import { resource } from './resource';

export const agentMonitor: Resource = {
	...resource,
	value: 'agentMonitor',
	operations: [
		getByStatus,
		getCalls,
		getDailyHistory,
		getHistory,
		getIndicators,
		getAll,
		getStatus,
	],
};
