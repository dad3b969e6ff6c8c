import type { IDataObject } from 'n8n-workflow';

import { queryCalldata } from '../../../../aicc/endpoints/isales/queryCalldata';
import { payloadOf } from '../../../../aicc/patterns/payload';
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
		const path = {
			...inputs.vdnPath(),
			campaignId: inputs.text('campaignId', SERVICE_ID),
			dataId: inputs.text('dataId', SERVICE_ID),
		};
		const data = payloadOf(await ask(queryCalldata, { path }), queryCalldata);
		return [{ campaignId: path.campaignId, ...(data as IDataObject) }];
	},
};
