import type { IDataObject } from 'n8n-workflow';

import { dataOf } from '../../../../aicc/answer';
import { CALL_RESULT_TEXTS } from '../../../../aicc/callResults';
import { INTERFACES } from '../../../../aicc/interfaces';
import { withTextFields } from '../../../../aicc/json';
import { vdnId } from '../../../shared/descriptions';
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
		vdnId,
	],
	async execute(inputs, ask) {
		const called = INTERFACES.queryCallResult;
		const path = { ...inputs.vdnPath(), callId: inputs.text('callId', SERVICE_ID) };
		const data = dataOf(await ask({ interface: called, path }), called);
		return [withTextFields(data, CALL_RESULT_TEXTS) as IDataObject];
	},
};
