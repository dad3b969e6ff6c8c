/** Source: vendor page 0726. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { CAMPAIGN_IDS, campaignOf, makeSettings } from './shared/campaigns';

export const data: DataMakers = {
	campaignSettings: ({ campaigns }, now) => makeSettings(campaigns, now),
};

export const tryThese: TryThis[] = [
	{ ask: { campaignId: CAMPAIGN_IDS.empty }, gives: 'the campaign with its settings' },
	{ ask: { campaignId: '1' }, code: '0200007', gives: 'there is no such campaign' },
];

export default behaviour<{ campaignId: string }>('queryCampaign', ({ campaignId }, platform) => {
	const { name, status, strBeginTime, strEndTime, deviceType } = campaignOf(platform, campaignId);
	const { description, ...settings } = platform.data.campaignSettings[campaignId] ?? {};
	return {
		returnObject: {
			name,
			description,
			status,
			strBeginTime,
			strEndTime,
			deviceType,
			...settings,
		},
	};
});
