import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_4005. */
export const deleteCampaign = isales.endpoint({
	title: 'delete the campaign',
	method: 'DELETE',
	path: `${CAMPAIGNS}/{campaignId}`,
	codes: {
		...CAMPAIGN_CODES,
		'0200011': {
			text: 'The state of the campaign does not allow it to be deleted',
			advice: 'A campaign cannot be deleted while it runs: pause it first.',
			isAbout: 'target',
		},
	},
	write: { check: 'Look for it among the campaigns; delete it again if it is still there.' },
});
