import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { MEDIA_TYPES } from './shared/tables';

/**
 * Agents that have a skill, signed in or not. What `status` and `ctiStatus` mean stands on a page that
 * was not seen, nor was the range of `skillId`. Source: vendor page cec_07_2559.
 */
export const agentbyconfigedskill = cms.endpoint({
	title: 'get the agents of the skill',
	path: `${CMS}/v1/openapi/skill/agentbyconfigedskill`,
	limits: CMS_TENANT_LIMITS,
	meanings: { mediaType: MEDIA_TYPES },
});
