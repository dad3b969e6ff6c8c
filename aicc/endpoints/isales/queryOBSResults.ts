import { pageNumber } from '../../patterns/list/paging';
import { CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0801. */
export const queryOBSResults = isales.endpoint({
	title: 'get the external results',
	path: `${CAMPAIGNS}/queryOBSResults`,
	list: {
		title: 'external results',
		rows: 'data',
		total: 'totalCount',
		page: pageNumber(50),
		keyFields: ['defId'],
		textFields: ['defId', 'resultCode'],
	},
});
