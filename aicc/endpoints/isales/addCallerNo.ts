import type { BatchSpec } from '../../patterns/batch/batchSpec';
import type { PathValues } from '../../patterns/sendRequest';
import { CALLING_NUMBERS, CAMPAIGN_CODES, CAMPAIGNS, isales, type CallingNumber } from './product';

/** Source: vendor page cec_07_0735. */
export const addCallerNo = isales.endpoint({
	title: 'add calling numbers to the campaign',
	method: 'POST',
	path: `${CAMPAIGNS}/callerNo/{campaignId}`,
	codes: CAMPAIGN_CODES,
	limits: { accessCode: { maxLength: 24 } },
	batch: CALLING_NUMBERS,
	write: {
		check: 'Look at the calling numbers of the campaign; add it again only if it is not there.',
	},
});

/** How calling numbers are added to a campaign. */
export function addingCallingNumbers(path: PathValues): BatchSpec<CallingNumber> {
	return {
		title: `Calling numbers for campaign ${path.campaignId}`,
		endpoint: addCallerNo,
		path,
	};
}
