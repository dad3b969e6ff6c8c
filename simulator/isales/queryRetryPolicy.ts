/** Source: vendor page 0731. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { CAMPAIGN_IDS, makeCampaigns } from './shared/campaigns';

/** The rules of a campaign, as queryRetryPolicy gives them. */
export interface RetryPolicy {
	retryPolicyId: string;
	policyType: number;
	/** Written with single quotes, as the vendor's sample is. */
	policyJson: string;
	noRetryPolicy: string[];
	busiPolicy: Array<{
		busiResultCode: string;
		busiResultSubCode: string;
		busiResultPolicy: number;
		callInterval: number;
	}>;
}

declare module '../core/data' {
	interface SimulatorData {
		/** By campaign. */
		retryPolicies: Record<string, RetryPolicy>;
	}
}

function makeRetryPolicy(index: number): RetryPolicy {
	return {
		retryPolicyId: String(1_703_000_000_000_000_000n + BigInt(index)),
		policyType: index % 2,
		policyJson:
			"[{'dataType':'SI','type':1,'policy':[{'result':4,'retryNumber':3,'callInterval':600}]}]",
		noRetryPolicy: index % 2 ? [] : ['002'],
		busiPolicy: [
			{
				busiResultCode: '1',
				busiResultSubCode: '101',
				busiResultPolicy: index % 3,
				callInterval: 600,
			},
		],
	};
}

export const data: DataMakers = {
	retryPolicies: ({ campaigns }, now) =>
		Object.fromEntries(
			makeCampaigns(campaigns, now).map(({ id }, index) => [id, makeRetryPolicy(index)]),
		),
};

export const tryThese: TryThis[] = [
	{ ask: { campaignId: CAMPAIGN_IDS.empty }, gives: 'a policy, as for every campaign' },
];

export default behaviour<{ campaignId: string }>(
	'queryRetryPolicy',
	({ campaignId }, { data: sets }) => ({
		data: sets.retryPolicies[campaignId] ?? null,
	}),
);
