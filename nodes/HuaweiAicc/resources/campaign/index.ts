import type { Resource } from '../../shared/operation';
import { getAll } from './getAll';
import { getRetryPolicy } from './getRetryPolicy';
import { pause, resume } from './pauseAndResume';

export const campaign: Resource = {
	name: 'Campaign',
	value: 'campaign',
	authentication: 'akSk',
	operations: [getAll, getRetryPolicy, pause, resume],
	defaultOperation: getAll,
};
