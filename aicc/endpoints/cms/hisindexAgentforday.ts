import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { byId } from './shared/byId';

/** Source: vendor page cec_07_0651. */
export const hisindexAgentforday = cms.endpoint({
	title: 'get the daily indicators of the agents',
	path: `${CMS}/v1/openapi/hisindex/agentforday`,
	clock: 'vdn',
	limits: { ...CMS_TENANT_LIMITS, agentIds: { min: 0, max: 999_999 } },
	batch: byId('agentIds', 1000),
});
