import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0772. */
export const callbatchDelete = isales.endpoint({
	title: 'delete the call batch',
	method: 'POST',
	path: `${CAMPAIGNS}/callbatch/{campaignId}/delete`,
	codes: CAMPAIGN_CODES,
	write: {
		check: 'Look at the batches of the campaign in AICC; delete it again if it is still there.',
	},
});
