import type { IDataObject } from 'n8n-workflow';

import { readDeepResult } from '../../../../aicc/endpoints/fabric/querydeepresult';
import { OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { taskIdFrom } from './task';

/** @zh 查询深度诊断结果 */
export const getDeepResult: Operation = {
	option: {
		name: 'Get Deep Result',
		value: 'getDeepResult',
		action: 'Get deep result of fault diagnosis',
		description: 'List what a deep diagnosis has found',
	},
	fields: [taskIdFrom('which an agent has created with a case')],
	async execute(inputs, ask) {
		const taskId = inputs.text('taskId', OWN_CODE);
		const rows = await readDeepResult(ask, taskId);
		return rows.map((row) => ({ taskId, ...(row as IDataObject) }));
	},
};
