import { CAMPAIGN_CODES, CAMPAIGNS, HOLIDAY_TYPES, isales } from './product';

/** Source: vendor page cec_07_4018. */
export const holidayList = isales.endpoint({
	title: 'get the holidays of the campaign',
	path: `${CAMPAIGNS}/holiday/{campaignId}`,
	payload: 'data',
	codes: CAMPAIGN_CODES,
	meanings: { type: HOLIDAY_TYPES },
});
