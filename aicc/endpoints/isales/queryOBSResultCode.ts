import { pageNumber } from '../../patterns/list/paging';
import { CAMPAIGNS, isales } from './product';

/** Source: seed queryOBSResultCode. */
export const queryOBSResultCode = isales.endpoint({
	title: 'get the OBS result codes',
	path: `${CAMPAIGNS}/queryOBSResultCode`,
	list: {
		title: 'OBS result codes',
		rows: 'obsCodes',
		total: 'totalCount',
		page: pageNumber(50),
		keyFields: ['obsCode'],
		textFields: ['obsCode'],
	},
});
