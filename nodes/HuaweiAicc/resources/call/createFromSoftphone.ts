import { createCallV3 } from '../../../../aicc/endpoints/fabric/createCallV3';
import { numberOptions } from '../../../shared/descriptions';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import {
	CALL_DATA,
	callData,
	callerPresent,
	madeCallItem,
	shownNumber,
} from '../../shared/callFields';
import { additionalFieldCollection, calledNumber, locator } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** @zh 从软电话发起呼叫 */
export const createFromSoftphone: Operation = {
	option: {
		name: 'Create From Softphone',
		value: 'createFromSoftphone',
		action: 'Create call from softphone',
		description: "Call a number from an agent's softphone: first the softphone, then the number",
	},
	fields: [
		locator({
			displayName: 'Softphone',
			name: 'softPhone',
			description: 'The softphone of the agent',
			searchListMethod: 'searchSoftphones',
			placeholder: 'Select the softphone of an agent...',
			hint: 'The number of the softphone, at most 32 characters; the list has the SIP accounts of the agents',
			example: 'e.g. 7000001',
		}),
		calledNumber,
		additionalFieldCollection([
			callData,
			callerPresent,
			{
				displayName: 'Calling Number',
				name: 'callerNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9000001',
				description: 'The number that calls, of digits, * and #, at most 32',
			},
		]),
		numberOptions,
	],
	async execute(inputs, ask) {
		const softPhone = inputs.text('softPhone', {
			isCode: true,
			...createCallV3.limits.softPhone,
		});
		const { number: called, ...asked } = inputs.phoneNumber('calledNumber', LINE_NUMBER);
		const body = {
			caller: inputs.optionalPhoneNumber('additionalFields.callerNumber', LINE_NUMBER)?.number,
			softPhone,
			called,
			callData: inputs.optionalTextOrJson('additionalFields.callData', CALL_DATA),
			callerPresent: shownNumber(inputs, 'additionalFields.callerPresent'),
		};
		const answer = await ask(createCallV3, { body });
		return [madeCallItem(answer, createCallV3, { softPhone, calledNumber: called, ...asked })];
	},
};
