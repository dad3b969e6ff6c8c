/** Source: vendor page 0728. */
import { behaviour, type TryThis } from '../core/behaviour';
import { CAMPAIGN_IDS, changeState, PAUSED, RUNNING } from './shared/campaigns';

export const tryThese: TryThis[] = [
	{ ask: { campaignId: CAMPAIGN_IDS.empty }, gives: 'it is paused' },
	{
		ask: { campaignId: CAMPAIGN_IDS.finished },
		code: '0200011',
		gives: 'its state does not allow it',
	},
];

export default behaviour<{ campaignId: string }>('pauseCampaign', ({ campaignId }, platform) => {
	changeState(platform, campaignId, RUNNING, PAUSED);
	return {};
});
