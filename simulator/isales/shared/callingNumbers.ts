/** The numbers that campaigns call from. Sources: vendor pages 0735 and 0736. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import type { CampaignSettings } from './campaigns';
import { CODES } from './codes';
import { checkNumber, repeatedText } from './numbers';

/** What addCallerNo and deleteCallerNo are asked. */
export interface CallingNumbersAsked {
	campaignId: string;
	callerNo: CampaignSettings['callerNo'];
}

/** What a request is about: the settings of the campaign, and those of its numbers that are meant. */
export function callingNumbersOf(
	{ data }: Platform,
	{ campaignId, callerNo }: CallingNumbersAsked,
): { settings: CampaignSettings; known: CampaignSettings['callerNo'] } {
	const numbers = callerNo.map(({ accessCode }) => accessCode);
	for (const number of numbers) checkNumber('accessCode', number);
	if (repeatedText(numbers) !== undefined) refuse(CODES.repeated, 'A calling number came twice');
	const settings =
		data.campaignSettings[campaignId] ?? refuse(CODES.noCampaign, 'The campaign does not exist');
	const known = settings.callerNo.filter(({ accessCode }) => numbers.includes(accessCode));
	return { settings, known };
}
