import { offset } from '../../patterns/list/paging';
import { CMS, cms, RETURN_CODE } from './product';

/**
 * Call centre and VDN are texts here, and which `status` there are was not seen. Where its answer has
 * the rows was not seen either: they are the one list in it, and the first page that is not full is
 * the last. Source: vendor page cec_07_2575.
 */
export const queryAgentByStatus = cms.endpoint({
	title: 'get the agents by status',
	path: `${CMS}/v1/openapi/vdn/queryAgentByStatus`,
	envelope: RETURN_CODE,
	list: { title: 'agents', page: offset(1000), textFields: [] },
});
