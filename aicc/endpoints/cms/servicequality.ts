import { CMS, cms, CMS_TENANT_LIMITS } from './product';

/** Source: vendor page cec_07_2560. The fields of its answer were not seen. */
export const servicequality = cms.endpoint({
	title: 'get the service level of the skills',
	path: `${CMS}/v1/openapi/skill/servicequality`,
	limits: { ...CMS_TENANT_LIMITS, skillIds: { maxItems: 1000 } },
});
