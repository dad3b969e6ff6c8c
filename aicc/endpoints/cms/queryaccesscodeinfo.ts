import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { MEDIA_TYPES } from './shared/tables';

/** Source: vendor page cec_07_2532. */
export const queryaccesscodeinfo = cms.endpoint({
	title: 'get the access codes of the VDN',
	path: `${CMS}/v1/openapi/vdn/queryaccesscodeinfo`,
	limits: CMS_TENANT_LIMITS,
	meanings: { mediatypeId: MEDIA_TYPES },
});
