import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { byId } from './shared/byId';

/** Source: vendor page cec_07_0611. Not every indicator was seen, and no bound on how many it takes. */
export const rindexVdn = cms.endpoint({
	title: 'get the indicators of the VDNs',
	path: `${CMS}/v1/openapi/rindex/vdn`,
	limits: { ccId: CMS_TENANT_LIMITS.ccId },
	batch: byId('vdnIds', 100),
});
