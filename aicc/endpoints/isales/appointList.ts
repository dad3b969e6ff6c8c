import { offset } from '../../patterns/list/paging';
import { APPOINTMENT_TYPES, CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Rows on a page: no page of the vendor says how many there may be. */
const PAGE_SIZE = 100;

/** Source: vendor page cec_07_0781. Its times are timestamps. */
export const appointList = isales.endpoint({
	title: 'get the appointments',
	method: 'POST',
	path: `${CAMPAIGNS}/appoint/list`,
	payload: 'data',
	codes: CAMPAIGN_CODES,
	meanings: { callType: APPOINTMENT_TYPES },
	list: {
		title: 'appointments',
		rows: 'data',
		total: 'totalCount',
		page: offset(PAGE_SIZE),
		keyFields: ['appointId'],
		textFields: ['appointId', 'callType', 'calledNo', 'taskId'],
	},
});
