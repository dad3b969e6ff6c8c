import { CAMPAIGN_CLOCK, CAMPAIGN_CODES, CAMPAIGN_LIMITS, CAMPAIGNS_V2, isales } from './product';

/** Source: vendor page cec_07_4004. */
export const modifyCampaignV2 = isales.endpoint({
	title: 'update the campaign',
	method: 'PUT',
	path: `${CAMPAIGNS_V2}/{campaignId}`,
	codes: {
		...CAMPAIGN_CODES,
		'0200011': {
			text: 'The state of the campaign does not allow changes',
			advice: 'Look at the status of the campaign: a finished one cannot be changed.',
			isAbout: 'target',
		},
	},
	clock: CAMPAIGN_CLOCK,
	limits: CAMPAIGN_LIMITS,
	write: { check: 'Get the campaign; update it again if it is as it was.' },
});
