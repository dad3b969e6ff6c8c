import { offset } from '../../patterns/list/paging';
import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Rows on a page: no page of the vendor says how many there may be. */
const PAGE_SIZE = 100;

/** A GET with a body. What a row has in it, no page shows. Source: vendor page cec_07_0775. */
export const callbatchList = isales.endpoint({
	title: 'get the call batches',
	path: `${CAMPAIGNS}/callbatch/{campaignId}/list`,
	payload: 'data',
	codes: CAMPAIGN_CODES,
	limits: { status: { values: [1, 2] } },
	list: {
		title: 'call batches',
		rows: 'data',
		total: 'totalCount',
		page: offset(PAGE_SIZE),
		isInBody: true,
		textFields: [],
	},
});
