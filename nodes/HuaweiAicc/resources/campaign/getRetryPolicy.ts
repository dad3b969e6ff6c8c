import { dataOf } from '../../../../aicc/answer';
import { RETRY_POLICY_TYPES } from '../../../../aicc/codes';
import { INTERFACES } from '../../../../aicc/interfaces';
import { vdnOptions } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const getRetryPolicy: Operation = {
	option: {
		name: 'Get Retry Policy',
		value: 'getRetryPolicy',
		action: 'Get retry policy of campaign',
		description: 'Get the rules by which a campaign calls a number again',
	},
	fields: [campaignId, vdnOptions],
	async execute(inputs, ask) {
		const called = INTERFACES.queryRetryPolicy;
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const data = dataOf(await ask({ interface: called, path }), called);
		const policy = withNames(data, { policyType: RETRY_POLICY_TYPES });
		return [{ campaignId: path.campaignId, ...policy }];
	},
};
