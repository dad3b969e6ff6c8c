import type { IDataObject } from 'n8n-workflow';

import { dataOf } from '../../../../aicc/answer';
import { INTERFACES } from '../../../../aicc/interfaces';
import { vdnId } from '../../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const getRetryPolicy: Operation = {
	option: {
		name: 'Get Retry Policy',
		value: 'getRetryPolicy',
		action: 'Get retry policy of campaign',
		description: 'Get the rules by which a campaign calls a number again',
	},
	fields: [campaignId, vdnId],
	async execute(inputs, ask) {
		const called = INTERFACES.queryRetryPolicy;
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		return [dataOf(await ask({ interface: called, path }), called) as IDataObject];
	},
};
