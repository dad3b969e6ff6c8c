import { offset } from '../../patterns/list/paging';
import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { CALL_TYPES, LEAVE_REASONS, MEDIA_TYPES } from './shared/tables';

/**
 * Source: vendor page cec_07_0607. It keeps what a filter is called that it does not know to itself
 * and gives every call, so that only those of the page may be sent. Which days there are:
 * `querycallsV2/window.ts`.
 */
export const querycallsV2 = cms.endpoint({
	title: 'get the call records',
	path: `${CMS}/v2/openapi/vdn/querycalls`,
	payload: 'resultDesc.data',
	limits: { ...CMS_TENANT_LIMITS, isCallIn: { values: ['true', 'false'] } },
	meanings: { callType: CALL_TYPES, leaveReason: LEAVE_REASONS, mediaType: MEDIA_TYPES },
	list: {
		title: 'call records',
		rows: 'resultDesc.data',
		total: 'resultDesc.count',
		mayBeNothing: true,
		page: offset(100),
		keyFields: ['callId', 'logDate'],
		textFields: ['callId', 'callerNo', 'calleeNo'],
	},
});
