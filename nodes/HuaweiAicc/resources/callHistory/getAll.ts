import type { IDataObject } from 'n8n-workflow';

import {
	listPastCalls,
	queryCallManualDetailInfo,
} from '../../../../aicc/endpoints/fabric/queryCallManualDetailInfo';
import { MEDIA_TYPES } from '../../../../aicc/endpoints/fabric/product';
import { numberOptions, returnAllAndLimit } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf, withNames } from '../../../shared/names';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import { filterCollection, OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const { limits, meanings } = queryCallManualDetailInfo;

function textOf(value: string | number | undefined): string | undefined {
	return value === undefined ? undefined : String(value);
}

/** Source: vendor page cec_07_0288. What is undefined is not sent. */
function queryFrom(inputs: Inputs): IDataObject {
	const begin = inputs.optionalEpoch('filters.beginTime');
	const end = inputs.optionalEpoch('filters.endTime', true);
	inputs.checkSpan('filters.endTime', begin, end);
	const callId = inputs.optionalText('filters.callId', OWN_CODE);
	if (callId === undefined && begin === undefined && end === undefined) {
		throw inputs.complaint(
			'filters',
			'have neither a call nor a time',
			'Add Call ID, Begin Time or End Time: the service wants one of them.',
		);
	}
	return {
		subCcNo: inputs.text('subCcNo', OWN_CODE),
		vdn: inputs.text('vdn', OWN_CODE),
		callId,
		callerNo: inputs.optionalPhoneNumber('filters.callerNumber', LINE_NUMBER)?.number,
		calleeNo: inputs.optionalPhoneNumber('filters.calledNumber', LINE_NUMBER)?.number,
		beginDate: textOf(begin),
		endDate: textOf(end),
		callType: inputs.optionalChoice('filters.callType'),
		mediaType: textOf(inputs.optionalChoice('filters.mediaType')),
		evaluationValue: inputs.optionalText('filters.evaluationValue', OWN_CODE),
	};
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many past calls',
		description: 'List calls of the past with how satisfied the callers were',
	},
	fields: [
		{
			displayName: 'Sub Call Center Number',
			name: 'subCcNo',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1',
			description: 'Number of the call centre (subCcNo)',
		},
		{
			displayName: 'VDN ID',
			name: 'vdn',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 40',
			description: 'Number of the virtual call centre',
		},
		...returnAllAndLimit,
		filterCollection(
			[
				{
					displayName: 'Begin Time',
					name: 'beginTime',
					type: 'dateTime',
					default: '',
					description: 'Earliest time of the calls',
				},
				{
					displayName: 'Call ID',
					name: 'callId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1700000000000-100001',
					description: 'The ID of the call',
				},
				{
					displayName: 'Call Type',
					name: 'callType',
					type: 'options',
					options: choicesOf(limits.callType.values, meanings.callType),
					default: '0',
					description: 'What kind of call it was',
				},
				{
					displayName: 'Called Number',
					name: 'calledNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. 8000001',
					description: 'Number that was called',
				},
				{
					displayName: 'Calling Number',
					name: 'callerNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. 9000001',
					description: 'Number that called',
				},
				{
					displayName: 'End Time',
					name: 'endTime',
					type: 'dateTime',
					default: '',
					description: 'Latest time of the calls. A date alone stands for its end.',
				},
				{
					displayName: 'Media Type',
					name: 'mediaType',
					type: 'options',
					options: choicesOf(Object.keys(MEDIA_TYPES), MEDIA_TYPES),
					default: '5',
					description: 'What kind of contact it was',
				},
				{
					displayName: 'Rating',
					name: 'evaluationValue',
					type: 'string',
					default: '',
					placeholder: 'e.g. 5',
					description: 'How satisfied the caller was (evaluationValue)',
				},
			],
			'Call ID, Begin Time or End Time is needed',
		),
		numberOptions,
	],
	async execute(inputs, ask) {
		const rows = await listPastCalls(ask, queryFrom(inputs), inputs.wanted());
		return rows.map((row) => withNames(row, meanings));
	},
};
