import type { IDataObject } from 'n8n-workflow';

import { asText, parseJson, valueAt } from '../../../../aicc/base/json';
import { appointCreate } from '../../../../aicc/endpoints/isales/appointCreate';
import { APPOINTMENT_TYPES } from '../../../../aicc/endpoints/isales/product';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import { numberAndVdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { DIALLED_NUMBER } from '../../../shared/readers/phoneNumber';
import {
	additionalFieldCollection,
	calledNumber,
	campaignId,
	OWN_CODE,
	SERVICE_ID,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const CALL_DATA = 'additionalFields.callData';
const ACCOUNT = 'additionalFields.userAccount';
const AUTOMATIC = 2;

/** Whose call it is: which of the two it takes is a matter of the deployment. */
function agentFrom(inputs: Inputs): IDataObject {
	const agent = {
		userAccount: inputs.optionalText(ACCOUNT, OWN_CODE),
		workNo: inputs.optionalText('additionalFields.workNo', OWN_CODE),
	};
	if (agent.userAccount !== undefined || agent.workNo !== undefined) return agent;
	throw inputs.complaint(
		'additionalFields',
		'have no agent',
		'Add Agent Account, or on a standalone deployment Work Number.',
	);
}

/** JSON for the flow of an automatic call. */
function callDataFrom(inputs: Inputs, callType: string | number): string | undefined {
	const callData = inputs.optionalTextOrJson(CALL_DATA, appointCreate.limits.callData);
	if (callData === undefined) return undefined;
	if (callType !== AUTOMATIC) {
		throw inputs.complaint(
			CALL_DATA,
			'goes with automatic calls only',
			'Choose another Call Type, or remove it.',
		);
	}
	if (parseJson(callData) !== undefined) return callData;
	throw inputs.complaint(CALL_DATA, 'is no JSON', 'Write it as { "name": "value" }.');
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create appointment',
		description: 'Have a number called at a given time',
	},
	fields: [
		campaignId,
		{ ...calledNumber, description: 'The number of the customer who is called then' },
		{
			displayName: 'Call Type',
			name: 'callType',
			type: 'options',
			options: choicesOf(Object.keys(APPOINTMENT_TYPES).map(Number), APPOINTMENT_TYPES),
			default: AUTOMATIC,
			required: true,
			description: 'Whether the agent calls, or the platform',
		},
		{
			displayName: 'Appointment Time',
			name: 'appointTime',
			type: 'dateTime',
			default: '',
			required: true,
			description:
				"When to call; without an offset it is meant in the tenant's time zone. Automatic calls begin five minutes early.",
		},
		additionalFieldCollection(
			[
				{
					displayName: 'Agent Account',
					name: 'userAccount',
					type: 'string',
					default: '',
					placeholder: 'e.g. agent001',
					description: 'Account of the agent, which all but standalone deployments need',
				},
				{
					displayName: 'Call Data',
					name: 'callData',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					placeholder: 'e.g. {"order": "1"}',
					description: 'What goes with an automatic call, as JSON, at most 1024 characters',
				},
				{
					displayName: 'Remark',
					name: 'remark',
					type: 'string',
					default: '',
					placeholder: 'e.g. Asked for a call in the evening',
					description: 'What the agent should know',
				},
				{
					displayName: 'Work Number',
					name: 'workNo',
					type: 'string',
					default: '',
					placeholder: 'e.g. 101',
					description: 'Work number of the agent, which standalone deployments need',
				},
			],
			'A call of an agent needs Agent Account, or on a standalone deployment Work Number',
		),
		numberAndVdnOptions,
	],
	async execute(inputs, ask) {
		const taskId = inputs.text('campaignId', SERVICE_ID);
		const { number: calledNo, ...asked } = inputs.phoneNumber('calledNumber', DIALLED_NUMBER);
		const callType = inputs.needed('callType', inputs.optionalChoice('callType'));
		const body = {
			callType,
			calledNo,
			taskId,
			appointTime: inputs.moment('appointTime').at.toMillis(),
			...agentFrom(inputs),
			callData: callDataFrom(inputs, callType),
			remark: inputs.optionalText('additionalFields.remark'),
		};
		const answer = await ask(appointCreate, { path: inputs.vdnPath(), body });
		const appointId = asText(valueAt(answer, appointCreate.payload));
		if (!appointId) throw unexpectedShape(appointCreate, 'no ID of the appointment');
		return [{ success: true, appointId, campaignId: taskId, calledNumber: calledNo, ...asked }];
	},
};
