import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0729. */
export const resumeCampaign = isales.endpoint({
	title: 'resume the campaign',
	method: 'PUT',
	path: `${CAMPAIGNS}/{campaignId}/resume`,
	codes: {
		...CAMPAIGN_CODES,
		'0200011': {
			text: 'The state of the campaign does not allow resuming',
			advice: 'Look at the status of the campaign: only a paused one can be resumed.',
			isAbout: 'target',
		},
	},
	write: { check: 'Look at the status of the campaign; resume it again if it is paused.' },
});
