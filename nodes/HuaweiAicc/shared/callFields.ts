/** Fields and values that the operations have in common that ring somebody's phone. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { JsonObject } from '../../../aicc/base/json';
import { createCallV1 } from '../../../aicc/endpoints/fabric/createCallV1';
import { base64, callSerialNoIn } from '../../../aicc/endpoints/fabric/product';
import type { DescribedEndpoint } from '../../../aicc/endpoints/product';
import type { CallbackUrlRules } from '../../shared/readers/callbackUrl';
import { LINE_NUMBER } from '../../shared/readers/phoneNumber';
import type { Inputs } from '../../shared/inputs';
import { locator } from './descriptions';

/** The calling number, one field for all who have one: so it stands before the called one everywhere. */
export const callerNumber: INodeProperties = {
	displayName: 'Calling Number',
	name: 'callerNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 8888888',
	description:
		"Number that calls, of digits, * and #, at most 32 with a + before them if there is one. Of a call that is created it is the agent's side: a phone or a softphone.",
};

/** A number to show, out of the access codes of the tenant. */
function presented(displayName: string, name: string, whom: string): INodeProperties {
	const shown = locator({
		displayName,
		name,
		description: `The number that ${whom} is shown: an access code of your tenant, or with number pass-through another one`,
		searchListMethod: 'searchAccessCodes',
		placeholder: 'Select an access code...',
		hint: 'The access code, or with number pass-through another number',
		example: 'e.g. 99104729',
	});
	return { ...shown, required: false };
}

export const agentPresent = presented('Agent Present', 'agentPresent', 'the agent');

export const callerPresent = presented('Caller Present', 'callerPresent', 'the called person');

export const callData: INodeProperties = {
	displayName: 'Call Data',
	name: 'callData',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. {"order": "1"}',
	description:
		'What travels with the call, as text or JSON, at most 1024 characters. It comes back in the state and in the callbacks.',
};

export const callBackUrl: INodeProperties = {
	displayName: 'Callback URL',
	name: 'callBackUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/call',
	description:
		'Where the platform reports how it ended: the address of a Huawei AICC Callback Trigger, entered plainly. An administrator of the platform must have listed its host.',
};

/** Call data. Source: vendor page cec_07_1303. */
export const CALL_DATA = createCallV1.limits.callData;

/** Where the end of a call is pushed to. Source: vendor page cec_07_1303. */
export const CALL_URL: CallbackUrlRules = {
	allowed: /[a-zA-Z0-9\-:./_#?&]/,
	mustBe: 'an address of letters, digits and - : . / _ # ? & only: the platform takes no others',
	encode: base64,
};

/** What is known of a call that was made: the serial number, and who was called. */
export function madeCallItem(
	answer: JsonObject,
	endpoint: DescribedEndpoint,
	asked: IDataObject,
): IDataObject {
	return { success: true, callSerialNo: callSerialNoIn(answer, endpoint), ...asked };
}

/** A number to show, or undefined. */
export function shownNumber(inputs: Inputs, path: string): string | undefined {
	return inputs.optionalPhoneNumber(path, LINE_NUMBER)?.number;
}
