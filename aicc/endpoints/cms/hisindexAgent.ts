import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { byId } from './shared/byId';
import { TIME_GRAINS } from './shared/indicators';

/**
 * Source: vendor page cec_07_2585. With `timeGrain` each value is an object of times by UTC; without it
 * the answer is the current day of the VDN, and the shape of its values was not seen.
 */
export const hisindexAgent = cms.endpoint({
	title: 'get the past indicators of the agents',
	path: `${CMS}/v1/openapi/hisindex/agent`,
	clock: 'utc',
	limits: {
		...CMS_TENANT_LIMITS,
		agentIds: { min: 0, max: 99_999 },
		timeGrain: { values: TIME_GRAINS },
	},
	batch: byId('agentIds', 100),
});
