/** Source: vendor page 0722. */
import { behaviour, type TryThis } from '../core/behaviour';
import { checkCampaign, settingsOf, shownOf, type CampaignAsked } from './shared/campaignChange';
import { NOT_STARTED } from './shared/campaigns';

const ASKED = {
	name: 'A new campaign',
	strBeginTime: '2099-01-15 00:00:00',
	strEndTime: '2099-02-15 00:00:00',
	deviceType: 2,
	callerNo: [{ accessCode: '6666601' }],
	maxAlertingTime: 30,
	scheduleParam: { workdayBeginTime1: '09:00', workdayEndTime1: '18:00' },
};

export const tryThese: TryThis[] = [
	{ ask: ASKED, gives: 'the id of a new campaign, which has not begun' },
	{ ask: { ...ASKED, name: 'Finished' }, code: '0200001', gives: 'the name exists already' },
];

const FIRST_NEW_ID = 1_711_234_567_890_000_000n;

export default behaviour<CampaignAsked>('addCampaignV2', (asked, platform) => {
	checkCampaign(platform, asked);
	const id = String(FIRST_NEW_ID + BigInt(platform.nextSerial()));
	platform.data.campaigns.push({ id, status: NOT_STARTED, ...shownOf(asked) });
	platform.data.campaignSettings[id] = settingsOf(asked);
	return { returnObject: { id } };
});
