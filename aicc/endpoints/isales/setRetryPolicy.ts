import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0730. */
export const setRetryPolicy = isales.endpoint({
	title: 'set the retry policy',
	method: 'POST',
	path: `${CAMPAIGNS}/retryPolicy/{campaignId}`,
	codes: CAMPAIGN_CODES,
	limits: { policyType: { values: [0, 1] } },
	write: { check: 'Get the retry policy of the campaign; set it again if it is as it was.' },
});
