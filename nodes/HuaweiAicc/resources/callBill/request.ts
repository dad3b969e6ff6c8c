import { asText, valueAt } from '../../../../aicc/base/json';
import { ccfsBody } from '../../../../aicc/endpoints/ccfs/product';
import { BILL_CONTENTS, queryBillData } from '../../../../aicc/endpoints/ccfs/queryBillData';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import { numberOptions } from '../../../shared/descriptions';
import { choicesOf } from '../../../shared/names';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import { filterCollection } from '../../shared/descriptions';
import { fileCallbackUrl } from '../../shared/fileCallback';
import { fileSpanFrom, requestedSpan } from '../../shared/fileSpan';
import type { Operation } from '../../shared/operation';

const { limits } = queryBillData;

/** @zh 请求生成 */
export const request: Operation = {
	option: {
		name: 'Request',
		value: 'request',
		action: 'Request call bill file',
		description: 'Have a file made of the calls or recordings of a span; its name is pushed later',
	},
	fields: [
		...requestedSpan,
		fileCallbackUrl,
		{
			displayName: 'Data Type',
			name: 'dataType',
			type: 'options',
			options: choicesOf(limits.dataType.values, BILL_CONTENTS),
			default: 'call',
			required: true,
			description: 'What the file holds',
		},
		filterCollection([
			{
				displayName: 'Account ID',
				name: 'accountId',
				type: 'string',
				default: '',
				placeholder: 'e.g. account01',
				description: 'Of this account only',
			},
			{
				displayName: 'Agent ID',
				name: 'agentId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 101',
				description: 'Of this agent only',
			},
			{
				displayName: 'Call ID',
				name: 'callId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1700000000000-100001',
				description: 'Of this call only',
			},
			{
				displayName: 'Called Number',
				name: 'calledNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 6666601',
				description: 'Calls to this number only',
			},
			{
				displayName: 'Calling Number',
				name: 'callerNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 13800138000',
				description: 'Calls of this number only',
			},
		]),
		numberOptions,
	],
	async execute(inputs, ask) {
		const msgBody = {
			...fileSpanFrom(inputs, queryBillData),
			dataType: inputs.needed('dataType', inputs.optionalChoice('dataType')),
			callBackURL: inputs.needed('callBackURL', inputs.optionalCallbackUrl('callBackURL', {})),
			accountId: inputs.optionalText('filters.accountId', { isCode: true }),
			agentId: inputs.optionalText('filters.agentId', { isCode: true }),
			callId: inputs.optionalText('filters.callId', { isCode: true }),
			calleeNo: inputs.optionalPhoneNumber('filters.calledNumber', LINE_NUMBER)?.number,
			callerNo: inputs.optionalPhoneNumber('filters.callerNumber', LINE_NUMBER)?.number,
		};
		const answer = await ask(queryBillData, { body: ccfsBody(msgBody) });
		const responseId = asText(valueAt(answer, queryBillData.payload))?.trim();
		if (!responseId) throw unexpectedShape(queryBillData, 'no responseId');
		return [{ success: true, responseId }];
	},
};
