import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../../../aicc/base/json';
import { agentAccountCreate } from '../../../../aicc/endpoints/fabric/agentAccountCreate';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import type { Inputs } from '../../../shared/inputs';
import { additionalFieldCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import {
	ACCOUNT,
	additionalJson,
	additionalJsonField,
	agentType,
	email,
	EMAIL,
	NAME,
	OPTIONAL_FIELDS,
	passwordField,
	passwordFrom,
	phoneFrom,
	userName,
} from './fields';
import { skillsFrom } from './skills';

const PASSWORD = passwordField(
	'Password',
	'password',
	'First password of the agent: by the usual rules at least eight characters, with small letters, capitals, digits and other characters, valid for 90 days',
);

/** Source: vendor page cec_07_1001. What is undefined is not sent. */
function bodyFrom(inputs: Inputs): IDataObject & { userAccount: string } {
	const known = {
		userAccount: inputs.text('userAccount', ACCOUNT),
		userName: inputs.text('userName', NAME),
		password: inputs.needed('password', passwordFrom(inputs, 'password')),
		email: inputs.text('email', EMAIL),
		agentType: inputs.needed('agentType', inputs.optionalChoice('agentType')),
		phone: phoneFrom(inputs),
		ccRoleId: inputs.optionalNumber('additionalFields.ccRoleId', { min: 0 }),
		skills: skillsFrom(inputs),
	};
	return { ...additionalJson(inputs, Object.keys(known)), ...known };
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create agent',
		description: 'Create an agent with its account',
	},
	fields: [
		{
			displayName: 'Account',
			name: 'userAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. agent900',
			description: 'Account of the new agent: 6 to 50 letters, digits and characters of @.-_',
		},
		{ ...userName, required: true },
		{ ...PASSWORD, required: true },
		{ ...email, required: true },
		{ ...agentType, required: true },
		additionalFieldCollection([additionalJsonField, ...OPTIONAL_FIELDS]),
	],
	async execute(inputs, ask) {
		const body = bodyFrom(inputs);
		const { workNo } = await ask(agentAccountCreate, { body });
		const number = asText(workNo);
		if (!number) throw unexpectedShape(agentAccountCreate, 'no work number of the agent');
		return [{ success: true, userAccount: body.userAccount, workNo: number }];
	},
};
