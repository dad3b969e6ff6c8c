/** Source: vendor page 0729. */
import { behaviour, type TryThis } from '../core/behaviour';
import { CAMPAIGN_IDS, changeState, PAUSED, RUNNING } from './shared/campaigns';

export const tryThese: TryThis[] = [
	{ ask: { campaignId: CAMPAIGN_IDS.paused }, gives: 'it is running again' },
	{
		ask: { campaignId: CAMPAIGN_IDS.finished },
		code: '0200011',
		gives: 'its state does not allow it',
	},
];

export default behaviour<{ campaignId: string }>('resumeCampaign', ({ campaignId }, platform) => {
	changeState(platform, campaignId, PAUSED, RUNNING);
	return {};
});
