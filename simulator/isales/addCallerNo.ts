/** Source: vendor page 0735. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { callingNumbersOf, type CallingNumbersAsked } from './shared/callingNumbers';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { CODES } from './shared/codes';

const { empty } = CAMPAIGN_IDS;

const oneNumber = (accessCode: string) => [{ accessCode }];

export const tryThese: TryThis[] = [
	{ ask: { campaignId: empty, callerNo: oneNumber('6666601') }, gives: 'it is added' },
	{
		ask: { campaignId: empty, callerNo: oneNumber('021000000') },
		code: CODES.repeated,
		gives: 'it is there already',
	},
];

export default behaviour<CallingNumbersAsked>('addCallerNo', (asked, platform) => {
	const { settings, known } = callingNumbersOf(platform, asked);
	if (known.length > 0) refuse(CODES.repeated, `${known[0]?.accessCode} is there already`);
	settings.callerNo = [...settings.callerNo, ...asked.callerNo];
	return {};
});
