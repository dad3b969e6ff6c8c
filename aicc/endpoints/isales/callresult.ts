import { asText } from '../../base/json';
import { pageNumber } from '../../patterns/list/paging';
import {
	CALL_RESULT_MEANINGS,
	CALL_RESULT_TEXTS,
	CAMPAIGN_CODES,
	CAMPAIGNS,
	isales,
} from './product';

/** Source: vendor page cec_07_0783. Spans of days: see `callresult/listCallResults.ts`. */
export const callresult = isales.endpoint({
	title: 'get the call results',
	method: 'POST',
	path: `${CAMPAIGNS}/callresult/{campaignId}`,
	codes: CAMPAIGN_CODES,
	clock: 'tenant',
	limits: { sessionId: { maxLength: 32 } },
	meanings: CALL_RESULT_MEANINGS,
	list: {
		title: 'call results',
		rows: 'data',
		total: 'totalCount',
		page: pageNumber(500),
		keyFields: ['callId', 'called', 'callTimeStr', 'sessionId'],
		// A call that was never set up may have neither; then the same number may well come again.
		isToldByKey: ({ callId, callTimeStr }) =>
			!['', '0'].includes(asText(callId) ?? '') || (asText(callTimeStr) ?? '') !== '',
		// It is signed anew in each answer.
		changingFields: ['recordPath'],
		textFields: CALL_RESULT_TEXTS,
	},
	// "at most 10 concurrent requests and more than 1 s between batches"
	rateLimit: { concurrency: 10, gap: 1100, isPerCampaign: false },
});
