import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { agentAccountUpdate } from '../../../../aicc/endpoints/fabric/agentAccountUpdate';
import type { Inputs } from '../../../shared/inputs';
import { additionalFieldCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import {
	KNOWN_ACCOUNT,
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
	userAccount as account,
	userName,
} from './fields';
import { skillsFrom } from './skills';

const PASSWORDS = [
	passwordField('New Password', 'newPassWord', 'Password that the agent gets'),
	passwordField('Old Password', 'oldPassWord', 'Password that the agent has'),
];

const SECRETS = PASSWORDS.map(({ name }) => name);

const ADDITIONAL_JSON: INodeProperties = {
	...additionalJsonField,
	description: `${additionalJsonField.description}. It may also have what a field above has that you do not add, so that an empty value can be sent: {"phone": "", "skills": []} takes the phone and all skills away.`,
};

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
	const chosen = Object.entries(known).filter(([, value]) => value !== undefined);
	// A field cannot say that the agent is to have nothing; JSON can, where the field says nothing.
	const own = ['userAccount', ...SECRETS, ...chosen.map(([name]) => name)];
	const changes: IDataObject = { ...additionalJson(inputs, own), ...Object.fromEntries(chosen) };
	if (Object.keys(changes).length === 0) {
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
			[ADDITIONAL_JSON, ...OPTIONAL_FIELDS, ...PASSWORDS, userName, email, agentType].sort(byLabel),
			'At least one field with what is to be changed is needed',
		),
	],
	async execute(inputs, ask) {
		const body = bodyFrom(inputs);
		await ask(agentAccountUpdate, { body });
		return [{ success: true, userAccount: body.userAccount }];
	},
};
