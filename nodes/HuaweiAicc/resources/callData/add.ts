import { callDataOf, type CallRecord } from '../../../../aicc/callData';
import { OUTBOUND_MAX_LENGTHS } from '../../../../aicc/limits';
import { vdnId } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import {
	additionalFieldCollection,
	calledNumber,
	campaignId,
	customField,
	DIALLED_NUMBER,
	recycleTime,
	SERVICE_ID,
	sessionId,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Source: vendor page cec_07_0759. What is undefined is not sent. */
function recordOf(inputs: Inputs): CallRecord {
	const { sessionId, customField, callData } = OUTBOUND_MAX_LENGTHS;
	return {
		called: inputs.text('calledNumber', DIALLED_NUMBER),
		sessionId: inputs.optionalText('additionalFields.sessionId', { maxLength: sessionId }),
		caller: inputs.optionalText('additionalFields.callerNumber', DIALLED_NUMBER),
		customField: inputs.optionalText('additionalFields.customField', { maxLength: customField }),
		recycleTime: inputs.optionalTime('additionalFields.recycleTime', 'moment'),
		callData: inputs.optionalTextOrJson('additionalFields.callData', { maxLength: callData }),
	};
}

export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add call data',
		description: 'Add numbers to call to a campaign',
	},
	fields: [
		campaignId,
		calledNumber,
		vdnId,
		additionalFieldCollection([
			{
				displayName: 'Call Data',
				name: 'callData',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. {"name": "Ann"}',
				description:
					'What the IVR flow or the agent is given with the call, as text or JSON, at most 1024 characters. An intelligent IVR flow wants JSON.',
			},
			{
				displayName: 'Calling Number',
				name: 'callerNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 8888888',
				description: "The number that calls, in place of the campaign's, at most 24 characters",
			},
			customField,
			recycleTime,
			sessionId,
		]),
	],
	isGathered: true,
	async execute(inputs, _ask, gather) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const record = recordOf(inputs);
		const { dataId } = await gather(callDataOf(path), record);
		return [{ called: record.called, dataId: String(dataId) }];
	},
};
