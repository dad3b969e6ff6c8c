import type { IDataObject } from 'n8n-workflow';

import { withTextFields } from '../../../../aicc/base/json';
import { queryAgentInfoByAccount } from '../../../../aicc/endpoints/fabric/queryAgentInfoByAccount';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { additionalFieldCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { agentLocator, passwordField, passwordFrom } from './fields';

const { limits } = queryAgentInfoByAccount;

/** @zh 查询坐席状态 */
export const getStatus: Operation = {
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get agent status',
		description: 'Get the work number, type and status of an agent',
	},
	fields: [
		agentLocator('accountCode'),
		{
			...additionalFieldCollection([
				passwordField('Password', 'password', 'Password, if your platform asks for it here'),
				{
					displayName: 'User Name',
					name: 'username',
					type: 'string',
					default: '',
					placeholder: 'e.g. agent001',
					description: 'User name, if your platform asks for it here',
				},
			]),
			// They narrow nothing; saved workflows know them by this name.
			name: 'filters',
		},
	],
	async execute(inputs, ask) {
		const body = {
			accountCode: inputs.text('accountCode', { isCode: true, ...limits.accountCode }),
			username: inputs.optionalText('filters.username'),
			password: passwordFrom(inputs, 'filters.password'),
		};
		const answer = await ask(queryAgentInfoByAccount, { body });
		const status = withTextFields(payloadOf(answer, queryAgentInfoByAccount), [
			'workNo',
			'agentStatus',
		]);
		return [{ accountCode: body.accountCode, ...(status as IDataObject) }];
	},
};
