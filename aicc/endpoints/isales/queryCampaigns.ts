import { pageNumber } from '../../patterns/list/paging';
import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0727. */
export const queryCampaigns = isales.endpoint({
	title: 'get the campaigns',
	path: CAMPAIGNS,
	codes: CAMPAIGN_CODES,
	// Source: vendor pages 0721 and 0722, which a campaign's times are set by.
	clock: 'utc',
	limits: { name: { maxLength: 30 } },
	meanings: {
		status: {
			'2': 'running',
			'3': 'paused',
			'4': 'finished',
		},
		deviceType: {
			'1': 'intelligent IVR',
			'2': 'predicted (skill queue)',
			'3': 'automatic IVR',
			'5': 'previewed',
			'6': 'preempted',
		},
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
