import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0764. */
export const queryCalldata = isales.endpoint({
	title: 'get the call data',
	path: `${CAMPAIGNS}/calldata/{campaignId}/{dataId}`,
	payload: 'data',
	codes: CAMPAIGN_CODES,
});
