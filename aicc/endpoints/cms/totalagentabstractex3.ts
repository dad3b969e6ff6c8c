import { offset } from '../../patterns/list/paging';
import { CMS, cms, CMS_TENANT_LIMITS } from './product';

/**
 * Source: vendor page cec_07_2535. Where its answer has the rows and how many there are was not seen:
 * they are the one list in it, and the first page that is not full is the last.
 */
export const totalagentabstractex3 = cms.endpoint({
	title: 'get the agents',
	path: `${CMS}/v1/openapi/vdn/totalagentabstractex3`,
	limits: CMS_TENANT_LIMITS,
	list: { title: 'agents', page: offset(1000), textFields: [] },
});
