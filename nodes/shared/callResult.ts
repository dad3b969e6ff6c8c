import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { withTextFields, type JsonObject } from '../../aicc/base/json';
import { CALL_RESULT_MEANINGS, CALL_RESULT_TEXTS } from '../../aicc/endpoints/isales/product';
import { withNames } from './names';

/** Whether attempts that were not the last one are results, too. */
export const everyAttempt: INodeProperties = {
	displayName: 'Every Attempt',
	name: 'everyAttempt',
	type: 'boolean',
	default: false,
	description: 'Whether to return every attempt to call a number, not only the final result',
};

/**
 * The result of a call as the nodes give it out: the service's fields, and the name of its status.
 * The status is a number always: the lists have it so, one call has it as text.
 */
export function callResultItem(result: JsonObject): IDataObject {
	const row = withTextFields(result, CALL_RESULT_TEXTS);
	const { callStatus } = row;
	const isDigits = typeof callStatus === 'string' && /^\d+$/.test(callStatus);
	const even = isDigits ? { ...row, callStatus: Number(callStatus) } : row;
	return withNames(even, CALL_RESULT_MEANINGS);
}
