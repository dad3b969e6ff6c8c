/** Source: vendor page 4005. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { CAMPAIGN_IDS, campaignOf, RUNNING } from './shared/campaigns';
import { CODES } from './shared/codes';

export const tryThese: TryThis[] = [
	{ ask: { campaignId: CAMPAIGN_IDS.paused, archiveHistory: 0 }, gives: 'it is deleted' },
	{
		ask: { campaignId: CAMPAIGN_IDS.empty, archiveHistory: 0 },
		code: CODES.wrongState,
		gives: 'it is running',
	},
];

export default behaviour<{ campaignId: string }>('deleteCampaign', ({ campaignId }, platform) => {
	const campaign = campaignOf(platform, campaignId);
	if (campaign.status === RUNNING) refuse(CODES.wrongState, 'The campaign is running');
	const { campaigns, campaignSettings, callData } = platform.data;
	campaigns.splice(campaigns.indexOf(campaign), 1);
	delete campaignSettings[campaignId];
	delete callData[campaignId];
	return {};
});
