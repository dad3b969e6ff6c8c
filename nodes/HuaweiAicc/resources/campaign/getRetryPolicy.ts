import { queryRetryPolicy } from '../../../../aicc/endpoints/isales/queryRetryPolicy';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { vdnOptions } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** @zh 查询重呼策略 */
export const getRetryPolicy: Operation = {
	option: {
		name: 'Get Retry Policy',
		value: 'getRetryPolicy',
		action: 'Get retry policy of campaign',
		description: 'Get the rules by which a campaign calls a number again',
	},
	fields: [campaignId, vdnOptions],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const data = payloadOf(await ask(queryRetryPolicy, { path }), queryRetryPolicy);
		const policy = withNames(data, queryRetryPolicy.meanings);
		return [{ campaignId: path.campaignId, ...policy }];
	},
};
