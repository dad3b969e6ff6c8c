import { offset } from '../../patterns/list/paging';
import { fabric, MEDIA_TYPES } from './product';

/**
 * Source: seed queryAccessCodeList. An older answer has `data` as a bare list without total (vendor
 * page 1029), and a query reaches a part only: see `queryAccessCodeList/listAccessCodes.ts`.
 */
export const queryAccessCodeList = fabric.endpoint({
	title: 'get the access codes',
	path: '/apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList',
	limits: {
		mediatypeId: { values: [2, 5, 53] },
		offset: { max: 100 },
	},
	meanings: {
		mediatypeId: MEDIA_TYPES,
		numCallAttr: {
			'1': 'inbound call',
			'2': 'outbound call',
			'3': 'inbound call and outbound call',
		},
	},
	list: {
		title: 'access codes',
		rows: 'data.calledRouteList',
		total: 'data.total',
		page: { ...offset(100), maxOffset: 100 },
		keyFields: ['id'],
		textFields: ['id', 'accessCode', 'n400Number'],
	},
});
