import { offset } from '../../patterns/list/paging';
import { CAMPAIGNS, DATABASE_CODES, DEVICE_TYPES, isales } from './product';

/** Source: vendor page cec_07_1128. */
export const templateList = isales.endpoint({
	title: 'get the campaign templates',
	path: `${CAMPAIGNS}/template`,
	payload: 'data',
	codes: DATABASE_CODES,
	limits: { status: { values: [1, 3, 9] }, taskType: { values: [1, 2, 3, 5, 6] } },
	meanings: {
		status: { '1': 'draft', '3': 'paused', '9': 'published' },
		taskType: DEVICE_TYPES,
	},
	list: {
		title: 'campaign templates',
		rows: 'data',
		total: 'totalSize',
		page: offset(100),
		keyFields: ['id'],
		textFields: ['id'],
	},
});
