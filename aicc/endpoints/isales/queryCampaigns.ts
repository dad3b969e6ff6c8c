import { pageNumber } from '../../patterns/list/paging';
import { CAMPAIGN_CLOCK, CAMPAIGN_CODES, CAMPAIGNS, DEVICE_TYPES, isales } from './product';

/** Source: vendor page cec_07_0727. */
export const queryCampaigns = isales.endpoint({
	title: 'get the campaigns',
	path: CAMPAIGNS,
	codes: CAMPAIGN_CODES,
	clock: CAMPAIGN_CLOCK,
	limits: { name: { maxLength: 30 } },
	meanings: {
		status: {
			'2': 'running',
			'3': 'paused',
			'4': 'finished',
		},
		deviceType: DEVICE_TYPES,
	},
	list: {
		title: 'campaigns',
		rows: 'data',
		total: 'totalSize',
		page: pageNumber(100, { page: 'curPage', size: 'rowsPerPage' }),
		keyFields: ['id'],
		textFields: ['id', 'callerNo'],
	},
});

/** The filters that mean all campaigns: the query wants both. Source: same page. */
export const ALL_CAMPAIGNS = { status: 0, deviceType: 0 };
