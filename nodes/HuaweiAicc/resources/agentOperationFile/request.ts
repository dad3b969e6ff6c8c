import type { IDataObject } from 'n8n-workflow';

import { isObject, valueAt } from '../../../../aicc/base/json';
import { ccfsBody } from '../../../../aicc/endpoints/ccfs/product';
import { queryAgentOprInfoData } from '../../../../aicc/endpoints/ccfs/queryAgentOprInfoData';
import { filterCollection } from '../../shared/descriptions';
import { fileCallbackUrl } from '../../shared/fileCallback';
import { fileSpanFrom, requestedSpan } from '../../shared/fileSpan';
import type { Operation } from '../../shared/operation';

const { limits } = queryAgentOprInfoData;

/** @zh 请求生成 */
export const request: Operation = {
	option: {
		name: 'Request',
		value: 'request',
		action: 'Request agent operation file',
		description: 'Have a file made of what agents have done in a span; its name is pushed later',
	},
	fields: [
		...requestedSpan,
		fileCallbackUrl,
		filterCollection([
			{
				displayName: 'Account ID',
				name: 'accountId',
				type: 'string',
				default: '',
				placeholder: 'e.g. account01',
				description: 'Of this account only, at most 20 characters',
			},
			{
				displayName: 'Agent ID',
				name: 'agentId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 101',
				description: 'Of this agent only, at most 20 characters',
			},
		]),
	],
	async execute(inputs, ask) {
		const msgBody = {
			...fileSpanFrom(inputs, queryAgentOprInfoData),
			callBackURL: inputs.needed('callBackURL', inputs.optionalCallbackUrl('callBackURL', {})),
			accountId: inputs.optionalText('filters.accountId', { isCode: true, ...limits.accountId }),
			agentId: inputs.optionalText('filters.agentId', { isCode: true, ...limits.agentId }),
		};
		const answer = await ask(queryAgentOprInfoData, { body: ccfsBody(msgBody) });
		const data = valueAt(answer, queryAgentOprInfoData.payload);
		return [{ success: true, ...(isObject(data) && (data as IDataObject)) }];
	},
};
