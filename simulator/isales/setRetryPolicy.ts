/** Source: vendor page 0730. */
import { behaviour, type TryThis } from '../core/behaviour';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { needed } from './shared/fields';

export const tryThese: TryThis[] = [
	{
		ask: { campaignId: CAMPAIGN_IDS.empty, policyType: 0, policyJson: '[]' },
		gives: 'the policy is set',
	},
];

interface Asked {
	campaignId: string;
	policyType?: number;
	policyJson?: string;
}

export default behaviour<Asked>('setRetryPolicy', ({ campaignId, ...asked }, platform) => {
	const policyType = needed('policyType', asked.policyType);
	const policyJson = needed('policyJson', asked.policyJson);
	const policy = platform.data.retryPolicies[campaignId] ?? {
		retryPolicyId: String(1_703_000_000_001_000_000n + BigInt(platform.nextSerial())),
		noRetryPolicy: [],
		busiPolicy: [],
	};
	platform.data.retryPolicies[campaignId] = { ...policy, policyType, policyJson };
	return {};
});
