// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { create } from './create';
import { deleteCampaign } from './delete';
import { get } from './get';
import { getFailures } from './getFailures';
import { getAll } from './getAll';
import { getRetryPolicy } from './getRetryPolicy';
import { getStatistics } from './getStatistics';
import { pause } from './pause';
import { resume } from './resume';
import { setRetryPolicy } from './setRetryPolicy';
import { update } from './update';
import { resource } from './resource';

export const campaign: Resource = {
	...resource,
	value: 'campaign',
	operations: [
		create,
		deleteCampaign,
		get,
		getFailures,
		getAll,
		getRetryPolicy,
		getStatistics,
		pause,
		resume,
		setRetryPolicy,
		update,
	],
};
