import { CALL_RESULT_MEANINGS, CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0784. */
export const callresultdetail = isales.endpoint({
	title: 'get the call result',
	path: `${CAMPAIGNS}/callresultdetail/{callId}`,
	payload: 'data',
	codes: CAMPAIGN_CODES,
	meanings: CALL_RESULT_MEANINGS,
});
