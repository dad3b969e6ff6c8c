import { CAMPAIGN_CODES, CAMPAIGNS, isales, POLICY_TYPES } from './product';

/** Source: vendor page cec_07_0730; what `policyType` means, 0731, too. */
export const queryRetryPolicy = isales.endpoint({
	title: 'get the retry policy',
	path: `${CAMPAIGNS}/retryPolicy/{campaignId}`,
	payload: 'data',
	codes: CAMPAIGN_CODES,
	meanings: { policyType: POLICY_TYPES },
});
