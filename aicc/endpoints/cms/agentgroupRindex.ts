import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { byId } from './shared/byId';

/** Numbers that agents have, from the first to the last. Source: vendor page cec_07_0636. */
export const AGENT_ID_RANGES = [
	{ min: 101, max: 59_999 },
	{ min: 70_000, max: 999_999 },
] as const;

/** Source: vendor page cec_07_0636. The names of its indicators stand on a page that was not seen. */
export const agentgroupRindex = cms.endpoint({
	title: 'get the indicators of the agents',
	path: `${CMS}/v1/openapi/agentgroup/rindex`,
	limits: {
		...CMS_TENANT_LIMITS,
		agentIds: { min: AGENT_ID_RANGES[0].min, max: AGENT_ID_RANGES[1].max },
		indexIds: { maxItems: 4 },
	},
	batch: byId('agentIds', 100),
});
