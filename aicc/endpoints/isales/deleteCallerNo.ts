import type { BatchSpec } from '../../patterns/batch/batchSpec';
import type { PathValues } from '../../patterns/sendRequest';
import { CALLING_NUMBERS, CAMPAIGN_CODES, CAMPAIGNS, isales, type CallingNumber } from './product';

/** Source: vendor page cec_07_0736. */
export const deleteCallerNo = isales.endpoint({
	title: 'delete calling numbers of the campaign',
	method: 'DELETE',
	path: `${CAMPAIGNS}/callerNo/{campaignId}`,
	codes: CAMPAIGN_CODES,
	limits: { accessCode: { maxLength: 24 } },
	batch: CALLING_NUMBERS,
	write: {
		check: 'Look at the calling numbers of the campaign; delete it again if it is still there.',
	},
});

/** How calling numbers of a campaign are deleted. */
export function deletingCallingNumbers(path: PathValues): BatchSpec<CallingNumber> {
	return {
		title: `Calling numbers to delete of campaign ${path.campaignId}`,
		endpoint: deleteCallerNo,
		path,
	};
}
