import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { byId } from './shared/byId';
import { SKILL_INDICATORS } from './shared/indicators';

/** Source: vendor page cec_07_0624; the older page has skill queues up to 2000 only. */
export const skillRindex = cms.endpoint({
	title: 'get the indicators of the skills',
	path: `${CMS}/v1/openapi/skill/rindex`,
	limits: {
		...CMS_TENANT_LIMITS,
		skillIds: { min: 1, max: 5000 },
		indexIds: { maxItems: 12, values: Object.keys(SKILL_INDICATORS) },
	},
	batch: byId('skillIds', 1000),
});
