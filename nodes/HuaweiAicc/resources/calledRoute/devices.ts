/** Where a called route leads: to a skill queue or to an IVR flow. */
import type { INodeProperties } from 'n8n-workflow';

import { DEVICE_TYPES } from '../../../../aicc/endpoints/fabric/product';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { wholeId } from '../../../shared/wholeId';
import { locator } from '../../shared/descriptions';

/** Kinds of devices. Source: vendor page cec_07_1030, `devicetype`. */
const SKILL_QUEUE = 1;
export const IVR = 3;

const DEVICE_ID = {
	isCode: true,
	allowed: /\d/,
	mustBe: 'the ID of a skill queue or of an IVR flow, digits only',
};

export const deviceFields: INodeProperties[] = [
	{
		displayName: 'Device Type',
		name: 'devicetype',
		type: 'options',
		options: choicesOf([SKILL_QUEUE, IVR], DEVICE_TYPES),
		default: SKILL_QUEUE,
		required: true,
		description: 'What the route leads to',
	},
	locator({
		displayName: 'Device',
		name: 'deviceId',
		description: 'The skill queue or the IVR flow that the route leads to',
		searchListMethod: 'searchDevices',
		placeholder: 'Select a skill queue or an IVR flow...',
		hint: 'The ID of the skill queue or of the IVR flow',
		example: 'e.g. 10',
		dependsOn: ['devicetype'],
	}),
];

/** Where the route is to lead, as the service takes it. */
export function deviceFrom(inputs: Inputs): Record<'devicetype' | 'deviceId', number | string> {
	const devicetype = inputs.needed('devicetype', inputs.optionalChoice('devicetype'));
	return { devicetype, deviceId: wholeId(inputs.text('deviceId', DEVICE_ID)) };
}
