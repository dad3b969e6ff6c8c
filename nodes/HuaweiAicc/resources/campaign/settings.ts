/** What a campaign is made of: creating and changing one take the same. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import {
	CAMPAIGN_CLOCK as clock,
	CAMPAIGN_LIMITS as limits,
	DEVICE_TYPES,
} from '../../../../aicc/endpoints/isales/product';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { readJsonObject } from '../../../shared/readers/jsonObject';
import type { TextRules } from '../../../shared/readers/text';
import { additionalFieldCollection } from '../../shared/descriptions';
import { callingNumbersFrom } from './callingNumbers';

const DESCRIPTION: TextRules = {
	...limits.description,
	allowed: /[^"[\]=;<>]/,
	mustBe: 'a text without " [ ] = ; < and >',
};

/** In seconds: the page says 60, and that a parameter of the tenant may raise it as far as this. */
const RINGING = { ...limits.maxAlertingTime, max: 120 };

/**
 * A setting whose parts the vendor's pages show in samples only.
 *
 * @param hint an example: the editor of a JSON field shows no placeholder
 */
function jsonSetting(
	displayName: string,
	name: string,
	hint: string,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'json', default: '{}', hint, description };
}

export const settingFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Spring offer',
		description: 'Name of the campaign, which no other one has, at most 100 characters',
	},
	{
		displayName: 'Device Type',
		name: 'deviceType',
		type: 'options',
		options: choicesOf(limits.deviceType.values, DEVICE_TYPES),
		default: 2,
		required: true,
		description: 'How the campaign calls, which can never be changed',
	},
	{
		displayName: 'Begin Time',
		name: 'beginTime',
		type: 'dateTime',
		default: '',
		required: true,
		description:
			"When it begins, not before today; without an offset it is meant in the tenant's time zone. The service's own strBeginTime is UTC; beginTime of Get has an offset.",
	},
	{
		displayName: 'End Time',
		name: 'endTime',
		type: 'dateTime',
		default: '',
		required: true,
		description:
			"When it ends; without an offset it is meant in the tenant's time zone. The service's own strEndTime is UTC; endTime of Get has an offset.",
	},
	{
		displayName: 'Calling Numbers',
		name: 'callerNumbers',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 6666601, 6666602',
		description:
			'The numbers that call, with commas between them, or as a list of numbers or of objects with accessCode and priority',
	},
	{
		displayName: 'Max Alerting Time',
		name: 'maxAlertingTime',
		type: 'number',
		typeOptions: { minValue: RINGING.min, maxValue: RINGING.max, numberPrecision: 0 },
		default: 30,
		required: true,
		description:
			'How many seconds it rings at most: from 5 to 60, or to 120 where your platform allows it; from 9 for previewed campaigns',
		hint: 'In seconds',
	},
	{
		...jsonSetting(
			'Schedule',
			'scheduleParam',
			'e.g. {"workdayBeginTime1": "09:00", "workdayEndTime1": "18:00"}',
			'When it calls, as a JSON object: workdayBeginTime1 to 3, workdayEndTime1 to 3, and the same for holidayBeginTime and holidayEndTime, each as HH:mm or empty',
		),
		required: true,
	},
	additionalFieldCollection([
		jsonSetting(
			'Call Policy',
			'callPolicy',
			'e.g. {"turns": [{"turnType": "SI"}]}',
			'In what order the numbers of a record are called, as a JSON object as your platform takes it',
		),
		{
			displayName: 'Callback URL',
			name: 'callBackUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/…/callbacks',
			description:
				'Where the platform pushes the results to: the Production URL of a Huawei AICC Callback Trigger with the event Outbound Result',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			placeholder: 'e.g. Customers of last spring',
			description: 'What it is for, at most 200 characters',
		},
		{
			displayName: 'Initial Status',
			name: 'initStatus',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 0,
			description:
				"The state to begin in; the vendor's sample has 0, and no page lists what the numbers mean",
		},
		jsonSetting(
			'IVR Settings',
			'ivrParam',
			'e.g. {"ivrId": "1"}',
			'For intelligent and automatic IVR, which need it: settings of the IVR, as a JSON object as your platform takes it',
		),
		{
			displayName: 'Priority',
			name: 'priority',
			type: 'number',
			typeOptions: {
				minValue: limits.priority.min,
				maxValue: limits.priority.max,
				numberPrecision: 0,
			},
			default: 3,
			description: 'From 1 to 5; a lower number goes first',
		},
		jsonSetting(
			'Retry Policy',
			'retryPolicy',
			'e.g. {"policyType": 0, "policyJson": "[]"}',
			'When failed calls are tried again, as a JSON object with policyType and policyJson, which is a JSON text',
		),
		jsonSetting(
			'Skill Settings',
			'skillParam',
			'e.g. {"skillId": 10, "outBoundType": 2}',
			'For predicted, previewed and preempted calls, which need it: the skill queue and how it dials, as a JSON object as your platform takes it',
		),
	]),
];

/** A JSON object with something in it, if there is one. @param remedy for one with nothing in it */
function filledObject(inputs: Inputs, path: string, remedy: string): IDataObject | undefined {
	const given = inputs.optional(path, readJsonObject);
	if (!given || Object.keys(given).length > 0) return given as IDataObject | undefined;
	throw inputs.complaint(path, 'is empty', remedy);
}

function schedule(inputs: Inputs): IDataObject {
	const remedy = 'Enter at least one span of a working day.';
	return inputs.needed('scheduleParam', filledObject(inputs, 'scheduleParam', remedy));
}

function times(inputs: Inputs): IDataObject {
	const [begin, end] = [inputs.optionalEpoch('beginTime'), inputs.optionalEpoch('endTime', true)];
	const written = {
		strBeginTime: inputs.needed('beginTime', inputs.optionalTime('beginTime', clock)),
		strEndTime: inputs.needed('endTime', inputs.optionalTime('endTime', clock, true)),
	};
	inputs.checkSpan('endTime', begin, end);
	return written;
}

function jsonIn(inputs: Inputs, name: string): IDataObject | undefined {
	const remedy = 'Fill it in, or remove the field.';
	return filledObject(inputs, `additionalFields.${name}`, remedy);
}

/** Source: vendor page cec_07_0722. What is undefined is not sent. */
export function settingsFrom(inputs: Inputs): IDataObject & { name: string } {
	return {
		name: inputs.text('name', limits.name),
		deviceType: inputs.needed('deviceType', inputs.optionalChoice('deviceType')),
		...times(inputs),
		callerNo: callingNumbersFrom(inputs, 'callerNumbers'),
		maxAlertingTime: inputs.needed(
			'maxAlertingTime',
			inputs.optionalNumber('maxAlertingTime', RINGING),
		),
		scheduleParam: schedule(inputs),
		description: inputs.optionalText('additionalFields.description', DESCRIPTION),
		priority: inputs.optionalNumber('additionalFields.priority', limits.priority),
		ivrParam: jsonIn(inputs, 'ivrParam'),
		skillParam: jsonIn(inputs, 'skillParam'),
		retryPolicy: jsonIn(inputs, 'retryPolicy'),
		callPolicy: jsonIn(inputs, 'callPolicy'),
		initStatus: inputs.optionalNumber('additionalFields.initStatus', { min: 0 }),
		callBackUrl: inputs.optionalCallbackUrl('additionalFields.callBackUrl', {}),
	};
}
