import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { byId } from './shared/byId';
import { MEDIA_TYPES } from './shared/tables';

/** Source: vendor page cec_07_2566. What `callStatus` means (0 to 9) was not seen. */
export const agentgroupQueryagentcalls = cms.endpoint({
	title: 'get the calls of the agents',
	path: `${CMS}/v1/openapi/agentgroup/queryagentcalls`,
	limits: CMS_TENANT_LIMITS,
	meanings: { callInOut: { '0': 'inbound', '1': 'outbound' }, mediaType: MEDIA_TYPES },
	batch: byId('agentIds', 3000, 'agentId'),
});
