import { createCallV1 } from '../../../../aicc/endpoints/fabric/createCallV1';
import { numberOptions } from '../../../shared/descriptions';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import {
	agentPresent,
	CALL_DATA,
	CALL_URL,
	callBackUrl,
	callData,
	callerNumber,
	callerPresent,
	madeCallItem,
	shownNumber,
} from '../../shared/callFields';
import { additionalFieldCollection, calledNumber, locator } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const { agentWorkNo } = createCallV1.limits;

/** @zh 发起呼叫 */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create call',
		description: 'Call two numbers and connect them: first the agent, then the called number',
	},
	fields: [
		callerNumber,
		calledNumber,
		additionalFieldCollection([
			{
				...locator({
					displayName: 'Agent',
					name: 'agentWorkNo',
					description: 'The agent who calls',
					searchListMethod: 'searchWorkNos',
					placeholder: 'Select an agent...',
					hint: 'The work number of the agent, at most five digits',
					example: 'e.g. 101',
				}),
				required: false,
			},
			agentPresent,
			callData,
			callBackUrl,
			callerPresent,
		]),
		numberOptions,
	],
	async execute(inputs, ask) {
		const { number: caller } = inputs.phoneNumber('callerNumber', LINE_NUMBER);
		const { number: called, ...asked } = inputs.phoneNumber('calledNumber', LINE_NUMBER);
		const body = {
			caller,
			called,
			agentWorkNo: inputs.optionalNumber('additionalFields.agentWorkNo', agentWorkNo),
			callData: inputs.optionalTextOrJson('additionalFields.callData', CALL_DATA),
			callerPresent: shownNumber(inputs, 'additionalFields.callerPresent'),
			agentPresent: shownNumber(inputs, 'additionalFields.agentPresent'),
			callBackUrl: inputs.optionalCallbackUrl('additionalFields.callBackUrl', CALL_URL),
		};
		const answer = await ask(createCallV1, { body });
		const who = { callerNumber: caller, calledNumber: called, ...asked };
		return [madeCallItem(answer, createCallV1, who)];
	},
};
