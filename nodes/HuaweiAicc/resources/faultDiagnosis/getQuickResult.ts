import type { IDataObject } from 'n8n-workflow';

import { queryquickresult } from '../../../../aicc/endpoints/fabric/queryquickresult';
import { OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { taskIdFrom } from './task';

/** @zh 查询快速诊断结果 */
export const getQuickResult: Operation = {
	option: {
		name: 'Get Quick Result',
		value: 'getQuickResult',
		action: 'Get quick result of fault diagnosis',
		description: 'Get the root cause that a quick diagnosis has found, and what else is abnormal',
	},
	fields: [taskIdFrom('which Submit gives out')],
	async execute(inputs, ask) {
		const taskId = inputs.text('taskId', OWN_CODE);
		const answer = await ask(queryquickresult, { body: { taskId } });
		const { codeFields, textFields } = queryquickresult;
		const result = Object.entries(answer).filter(
			([name]) => ![...codeFields, ...textFields].includes(name),
		);
		return [{ taskId, ...(Object.fromEntries(result) as IDataObject) }];
	},
};
