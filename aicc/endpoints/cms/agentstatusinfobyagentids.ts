import { CMS, cms, CMS_TENANT_LIMITS } from './product';

/**
 * Source: vendor page cec_07_2564. The fields of its answer were not seen: which row is about which
 * agent is for whoever reads it to say, so that those of several items are not asked for together.
 */
export const agentstatusinfobyagentids = cms.endpoint({
	title: 'get the status of the agents',
	path: `${CMS}/v1/openapi/agentgroup/agentstatusinfobyagentids`,
	limits: { ...CMS_TENANT_LIMITS, agentIds: { maxItems: 6000 } },
});
