import { getLiveCall, querybasiccallinfo } from '../../../../aicc/endpoints/cms/querybasiccallinfo';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import type { Operation } from '../../shared/operation';
import { callId } from '../callRecord/fields';

/** Source: vendor page cec_07_0640, `callId`. */
const CALL_ID = { isCode: true, ...querybasiccallinfo.limits.callId };

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get live call',
		description: 'Get a call while it is in progress: its numbers, where it is, how long it waited',
	},
	fields: [callId, cmsOptions],
	async execute(inputs, ask) {
		const id = inputs.text('callId', CALL_ID);
		const call = await getLiveCall(ask, { ...cmsTenant(inputs), callId: id });
		return [{ callId: id, ...withNames(call, querybasiccallinfo.meanings) }];
	},
};
