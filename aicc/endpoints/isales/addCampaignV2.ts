import { CAMPAIGN_CLOCK, CAMPAIGN_CODES, CAMPAIGN_LIMITS, CAMPAIGNS_V2, isales } from './product';

/** Source: vendor page cec_07_0722. */
export const addCampaignV2 = isales.endpoint({
	title: 'create the campaign',
	method: 'POST',
	path: CAMPAIGNS_V2,
	payload: 'returnObject.id',
	codes: CAMPAIGN_CODES,
	clock: CAMPAIGN_CLOCK,
	limits: CAMPAIGN_LIMITS,
	write: { check: 'Look for it among the campaigns; create it again only if it is not there.' },
});
