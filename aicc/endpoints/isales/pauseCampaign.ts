import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0728. */
export const pauseCampaign = isales.endpoint({
	title: 'pause the campaign',
	method: 'PUT',
	path: `${CAMPAIGNS}/{campaignId}/pause`,
	codes: {
		...CAMPAIGN_CODES,
		'0200011': {
			text: 'The state of the campaign does not allow pausing',
			advice: 'Look at the status of the campaign: only a running one can be paused.',
			isAbout: 'target',
		},
	},
	write: { check: 'Look at the status of the campaign; pause it again if it is running.' },
});
