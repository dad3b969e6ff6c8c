import type { IDataObject } from 'n8n-workflow';

import { agentAccountUpdate } from '../../../../aicc/endpoints/fabric/agentAccountUpdate';
import type { Inputs } from '../../../shared/inputs';
import { additionalFieldCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import {
	KNOWN_ACCOUNT,
	additionalJson,
	agentType,
	email,
	EMAIL,
	NAME,
	OPTIONAL_FIELDS,
	passwordField,
	passwordFrom,
	phoneFrom,
	userAccount as account,
	userName,
} from './fields';
import { skillsFrom } from './skills';

const PASSWORDS = [
	passwordField('New Password', 'newPassWord', 'Password that the agent gets'),
	passwordField('Old Password', 'oldPassWord', 'Password that the agent has'),
];

function byLabel(one: { displayName: string }, other: { displayName: string }): number {
	return one.displayName.localeCompare(other.displayName, 'en');
}

/** Source: vendor page cec_07_1003. What is undefined is not sent. */
function bodyFrom(inputs: Inputs): IDataObject & { userAccount: string } {
	const userAccount = inputs.text('userAccount', KNOWN_ACCOUNT);
	const known = {
		userName: inputs.optionalText('additionalFields.userName', NAME),
		email: inputs.optionalText('additionalFields.email', EMAIL),
		phone: phoneFrom(inputs),
		agentType: inputs.optionalChoice('additionalFields.agentType'),
		ccRoleId: inputs.optionalNumber('additionalFields.ccRoleId', { min: 0 }),
		skills: skillsFrom(inputs),
		oldPassWord: passwordFrom(inputs, 'additionalFields.oldPassWord'),
		newPassWord: passwordFrom(inputs, 'additionalFields.newPassWord'),
	};
	const more = additionalJson(inputs, ['userAccount', ...Object.keys(known)]);
	const changes: IDataObject = { ...more, ...known };
	if (Object.values(changes).every((value) => value === undefined)) {
		throw inputs.complaint(
			'additionalFields',
			'are empty',
			'Add at least one field with what is to be changed.',
		);
	}
	return { ...changes, userAccount };
}

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update agent',
		description: 'Change an agent: its name, mail address, phone, type, role, skills or password',
	},
	fields: [
		{
			...account,
			hint: 'Whether the service keeps or empties the fields that are left out is undocumented: add all that the agent is to keep, as Get gives them',
		},
		additionalFieldCollection(
			[...OPTIONAL_FIELDS, ...PASSWORDS, userName, email, agentType].sort(byLabel),
			'At least one field with what is to be changed is needed',
		),
	],
	async execute(inputs, ask) {
		const body = bodyFrom(inputs);
		await ask(agentAccountUpdate, { body });
		return [{ success: true, userAccount: body.userAccount }];
	},
};
