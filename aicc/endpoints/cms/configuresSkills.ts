import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { MEDIA_TYPES } from './shared/tables';

/** Source: vendor page cec_07_0603. */
export const configuresSkills = cms.endpoint({
	title: 'get the skills of the VDN',
	path: `${CMS}/v1/openapi/configures/skills`,
	limits: CMS_TENANT_LIMITS,
	meanings: { mediaType: MEDIA_TYPES },
});
