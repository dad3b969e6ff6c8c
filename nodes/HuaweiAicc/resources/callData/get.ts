import type { IDataObject } from 'n8n-workflow';

import { dataOf } from '../../../../aicc/answer';
import { INTERFACES } from '../../../../aicc/interfaces';
import { vdnOptions } from '../../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get call data',
		description: 'Get one record of a campaign',
	},
	fields: [
		campaignId,
		{
			displayName: 'Data ID',
			name: 'dataId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1398012345678901234',
			description: 'The ID of the record, which Add gives out',
		},
		vdnOptions,
	],
	async execute(inputs, ask) {
		const called = INTERFACES.queryCallData;
		const path = {
			...inputs.vdnPath(),
			campaignId: inputs.text('campaignId', SERVICE_ID),
			dataId: inputs.text('dataId', SERVICE_ID),
		};
		const data = dataOf(await ask({ interface: called, path }), called);
		return [{ campaignId: path.campaignId, ...(data as IDataObject) }];
	},
};
