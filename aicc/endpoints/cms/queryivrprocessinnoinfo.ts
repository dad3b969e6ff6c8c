import { CMS, cms, CMS_TENANT_LIMITS } from './product';

/** Source: vendor page cec_07_2539. */
export const queryivrprocessinnoinfo = cms.endpoint({
	title: 'get the access codes of the IVR flows',
	path: `${CMS}/v1/openapi/vdn/queryivrprocessinnoinfo`,
	limits: CMS_TENANT_LIMITS,
	meanings: { realFlag: { '1': 'real', '2': 'virtual' } },
});
