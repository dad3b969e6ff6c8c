import { offset } from '../../patterns/list/paging';
import { DEVICE_TYPES, fabric, MEDIA_TYPES } from './product';

/** Source: vendor page cec_07_1033. */
export const queryCalledRoute = fabric.endpoint({
	title: 'get the called routes',
	path: '/apiaccess/rest/cc-management/v1/calledRoute/queryCalledRoute',
	limits: {
		devicetype: { values: [1, 3] },
		mediaTypeId: { values: [2, 5, 18, 19, 53] },
	},
	meanings: {
		devicetype: DEVICE_TYPES,
		editable: {
			'0': 'free',
			'1': 'can only be deleted',
			'2': 'cannot be deleted',
			'3': 'locked',
		},
		mediatypeId: MEDIA_TYPES,
	},
	list: {
		title: 'called routes',
		rows: 'data.calledRouteList',
		total: 'data.total',
		page: offset(100),
		keyFields: ['id'],
		textFields: ['id', 'accessCode', 'extCode', 'deviceId', 'dnid'],
	},
});
