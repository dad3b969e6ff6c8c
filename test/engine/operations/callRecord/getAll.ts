import { before, shortlyBefore, type OperationCase } from '../../operationCase';

/** Long enough for calls of both directions, and within yesterday and today at any time of a day. */
const TWENTY_HOURS = 20 * 60 * 60 * 1000;

const span = { beginTime: shortlyBefore(TWENTY_HOURS), endTime: shortlyBefore(0) };

export default {
	parameters: {
		...span,
		direction: 'inbound',
		returnAll: false,
		limit: 20,
		filters: { calledNumber: '6666601' },
	},
	also: [{ direction: 'outbound', filters: {} }],
	sends: 'POST /rest/cmsapp/v2/openapi/vdn/querycalls',
	body: {
		ccId: 1,
		vdn: 40,
		beginDate: String(before(TWENTY_HOURS)),
		endDate: String(before(0)),
		isCallIn: 'true',
		calleeNo: '6666601',
		offset: 0,
		limit: 100,
	},
	gives: {
		calleeNo: '6666601',
		callType: 0,
		callTypeName: 'ordinary inbound',
		direction: 'inbound',
	},
} satisfies OperationCase;
