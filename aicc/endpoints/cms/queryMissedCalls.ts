import { offset } from '../../patterns/list/paging';
import { CMS, cms, CMS_TENANT_LIMITS, RETURN_CODE } from './product';

/**
 * Source: vendor page cec_07_2582. What it says of a call was not seen; two calls are the same one when
 * all they have is.
 */
export const queryMissedCalls = cms.endpoint({
	title: 'get the missed calls',
	path: `${CMS}/v1/callin/queryMissedCalls`,
	envelope: RETURN_CODE,
	payload: 'missedCalls',
	clock: 'utc',
	limits: { vdn: CMS_TENANT_LIMITS.vdn },
	list: {
		title: 'missed calls',
		rows: 'missedCalls',
		total: 'total',
		mayBeNothing: true,
		page: offset(5000),
		textFields: ['callId', 'callerNo', 'calleeNo'],
	},
});
