/** Source: vendor page 0736. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { callingNumbersOf, type CallingNumbersAsked } from './shared/callingNumbers';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { CODES } from './shared/codes';

const { empty, paused } = CAMPAIGN_IDS;

export const tryThese: TryThis[] = [
	{
		ask: { campaignId: paused, callerNo: [{ accessCode: '6666690' }] },
		gives: 'it is deleted, another one is left',
	},
	{
		ask: { campaignId: empty, callerNo: [{ accessCode: '021000000' }] },
		code: CODES.parameter,
		gives: 'it is the last one',
	},
];

export default behaviour<CallingNumbersAsked>('deleteCallerNo', (asked, platform) => {
	const { settings, known } = callingNumbersOf(platform, asked);
	if (known.length < asked.callerNo.length) {
		refuse(CODES.parameter, 'A calling number does not exist');
	}
	const left = settings.callerNo.filter((number) => !known.includes(number));
	if (left.length === 0) refuse(CODES.parameter, 'One calling number must remain');
	settings.callerNo = left;
	return {};
});
