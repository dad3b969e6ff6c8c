import { callresultdetail } from '../../../../aicc/endpoints/isales/callresultdetail';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { callResultItem } from '../../../shared/callResult';
import { vdnOptions } from '../../../shared/descriptions';
import { SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get call result',
		description: 'Get the result of one call, with its times and its recording',
	},
	fields: [
		{
			displayName: 'Call ID',
			name: 'callId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1659513159000-546750',
			description: 'The ID of the call, as it is in the results of a campaign',
		},
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), callId: inputs.text('callId', SERVICE_ID) };
		const data = payloadOf(await ask(callresultdetail, { path }), callresultdetail);
		return [callResultItem(data)];
	},
};
