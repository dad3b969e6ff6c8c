import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_4019. Whose days are meant is not stated: those of the tenant are likely. */
export const holidayAdd = isales.endpoint({
	title: 'create the holiday',
	method: 'POST',
	path: `${CAMPAIGNS}/holiday/{campaignId}`,
	codes: CAMPAIGN_CODES,
	clock: 'tenant',
	limits: { name: { maxLength: 30 } },
	write: {
		check: 'Look at the holidays of the campaign; create it again only if it is not there.',
	},
});
