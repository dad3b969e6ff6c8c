/** What both kinds of voice notification have. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { NOTIFICATION_LIMITS } from '../../../../aicc/endpoints/fabric/product';
import type { Inputs } from '../../../shared/inputs';
import type { CallbackUrlRules } from '../../../shared/readers/callbackUrl';
import { callBackUrl, callerPresent, shownNumber } from '../../shared/callFields';

const { callBackUrl: urlLimit, priority: priorities } = NOTIFICATION_LIMITS;

const [MOST_URGENT, LEAST_URGENT] = [1, priorities.values.length];

/** Fields that a notification can do without, in the order of the alphabet. */
export const notificationFields: INodeProperties[] = [
	callBackUrl,
	callerPresent,
	{
		displayName: 'Priority',
		name: 'priority',
		type: 'number',
		typeOptions: { minValue: MOST_URGENT, maxValue: LEAST_URGENT, numberPrecision: 0 },
		default: LEAST_URGENT,
		description: 'From 1 to 9; a lower one is more urgent',
	},
];

/** The values of those fields. @param encode how the interface takes an address */
export function notificationValues(
	inputs: Inputs,
	encode?: CallbackUrlRules['encode'],
): IDataObject {
	const priority = inputs.optionalNumber('additionalFields.priority', {
		min: MOST_URGENT,
		max: LEAST_URGENT,
	});
	return {
		callBackUrl: inputs.optionalCallbackUrl('additionalFields.callBackUrl', {
			...urlLimit,
			encode,
		}),
		callerPresent: shownNumber(inputs, 'additionalFields.callerPresent'),
		priority: priority?.toString(),
	};
}
