import {
	addCalldata,
	addingTo,
	type CallRecord,
} from '../../../../aicc/endpoints/isales/addCalldata';
import { numberAndVdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { DIALLED_NUMBER } from '../../../shared/readers/phoneNumber';
import {
	additionalFieldCollection,
	calledNumber,
	campaignId,
	CUSTOM_FIELD,
	customField,
	recycleTime,
	SERVICE_ID,
	SESSION_ID,
	sessionId,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Source: vendor page cec_07_0759. What is undefined is not sent. */
function recordOf(inputs: Inputs, called: string): CallRecord {
	const { clock, limits } = addCalldata;
	return {
		called,
		sessionId: inputs.optionalText('additionalFields.sessionId', SESSION_ID),
		caller: inputs.optionalPhoneNumber('additionalFields.callerNumber', DIALLED_NUMBER)?.number,
		customField: inputs.optionalText('additionalFields.customField', CUSTOM_FIELD),
		recycleTime: inputs.optionalTime('additionalFields.recycleTime', clock),
		callData: inputs.optionalTextOrJson('additionalFields.callData', limits.callData),
	};
}

export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add number to campaign',
		description: 'Add numbers to call to a campaign',
	},
	fields: [
		campaignId,
		calledNumber,
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
		numberAndVdnOptions,
	],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const { number: called, ...asked } = inputs.phoneNumber('calledNumber', DIALLED_NUMBER);
		const { dataId } = await sendInBatch(addingTo(path), recordOf(inputs, called));
		return [{ called, ...asked, dataId: String(dataId) }];
	},
};
