import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0770. */
export const callbatchCreate = isales.endpoint({
	title: 'create the call batch',
	method: 'POST',
	path: `${CAMPAIGNS}/callbatch/{campaignId}/create`,
	payload: 'returnObject.id',
	codes: CAMPAIGN_CODES,
	limits: { name: { maxLength: 255 }, status: { values: [1, 2] } },
	write: {
		check: 'Look at the batches of the campaign in AICC; create it again only if it is not there.',
	},
});
