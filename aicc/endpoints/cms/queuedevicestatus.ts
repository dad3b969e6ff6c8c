import { CMS, cms, CMS_TENANT_LIMITS } from './product';

/** Source: vendor page cec_07_0616. */
export const queuedevicestatus = cms.endpoint({
	title: 'get the calls that wait',
	path: `${CMS}/v1/openapi/skill/queuedevicestatus`,
	limits: { ...CMS_TENANT_LIMITS, skillId: { min: 1, max: 10_000 } },
});
