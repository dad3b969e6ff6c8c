import { CAMPAIGN_CLOCK, CAMPAIGN_CODES, CAMPAIGNS, DEVICE_TYPES, isales } from './product';

/** Source: vendor page cec_07_0726, where one code of the status stands for three states. */
export const queryCampaign = isales.endpoint({
	title: 'get the campaign',
	path: `${CAMPAIGNS}/{campaignId}`,
	payload: 'returnObject',
	codes: CAMPAIGN_CODES,
	clock: CAMPAIGN_CLOCK,
	meanings: {
		status: {
			'2': 'running, finished calling or not started',
			'3': 'paused',
			'4': 'expired',
		},
		deviceType: DEVICE_TYPES,
	},
});
