/** Source: vendor page 4004. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { checkCampaign, settingsOf, shownOf, type CampaignAsked } from './shared/campaignChange';
import { CAMPAIGN_IDS, campaignOf, FINISHED } from './shared/campaigns';
import { CODES } from './shared/codes';

const ASKED = {
	name: 'Another name',
	strBeginTime: '2099-01-15 00:00:00',
	strEndTime: '2099-02-15 00:00:00',
	callerNo: [{ accessCode: '6666601' }],
	maxAlertingTime: 30,
	scheduleParam: { workdayBeginTime1: '09:00', workdayEndTime1: '18:00' },
};

export const tryThese: TryThis[] = [
	{ ask: { ...ASKED, campaignId: CAMPAIGN_IDS.paused, deviceType: 2 }, gives: 'it is changed' },
	{
		ask: { ...ASKED, campaignId: CAMPAIGN_IDS.finished, deviceType: 3 },
		code: CODES.wrongState,
		gives: 'it is finished',
	},
	{
		ask: { ...ASKED, campaignId: CAMPAIGN_IDS.paused, deviceType: 3 },
		code: CODES.wrongValue,
		gives: 'its device type was another one',
	},
];

interface Asked extends CampaignAsked {
	campaignId: string;
}

export default behaviour<Asked>('modifyCampaignV2', ({ campaignId, ...asked }, platform) => {
	const campaign = campaignOf(platform, campaignId);
	if (campaign.status === FINISHED) refuse(CODES.wrongState, 'The campaign is finished');
	if (campaign.deviceType !== asked.deviceType) {
		refuse(CODES.wrongValue, 'deviceType cannot be changed');
	}
	checkCampaign(platform, asked, campaignId);
	Object.assign(campaign, shownOf(asked));
	platform.data.campaignSettings[campaignId] = settingsOf(asked);
	return {};
});
