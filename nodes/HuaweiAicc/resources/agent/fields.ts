/** What an agent has, as its operations share it. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { AGENT_TYPES } from '../../../../aicc/endpoints/fabric/product';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { readJsonObject } from '../../../shared/readers/jsonObject';
import { readSecret } from '../../../shared/readers/secret';
import type { TextRules } from '../../../shared/readers/text';
import { locator, type LocatorWords } from '../../shared/descriptions';
import { SKILL_FIELDS } from './skills';

/** The account of an agent. Source: vendor page cec_07_1001. */
export const ACCOUNT: TextRules = {
	isCode: true,
	minLength: 6,
	maxLength: 50,
	allowed: /[A-Za-z0-9@.\-_]/,
	mustBe: 'letters, digits, @ . - and _ only',
};

/** The account of an agent that is there: whatever the platform has. Pages 0023 and 1003 state no limits. */
export const KNOWN_ACCOUNT: TextRules = { isCode: true };

/** The name of an agent. Source: vendor page cec_07_1001. */
export const NAME: TextRules = {
	maxLength: 20,
	allowed: /[^"[\]'&()=;<>,]/,
	mustBe: 'a name without " [ ] \' & ( ) = ; < > and ,',
};

export const EMAIL: TextRules = {
	allowed: /\S/,
	mustBe: 'a mail address without blanks',
};

/** The agent that an operation is about. @param name of the parameter with the account */
export function agentLocator(name: string): INodeProperties {
	const words: LocatorWords = {
		displayName: 'Agent',
		name,
		description: 'The agent',
		searchListMethod: 'searchAgents',
		placeholder: 'Select an agent...',
		hint: 'The account of the agent',
		example: 'e.g. agent001',
	};
	return locator(words);
}

/** The same by the name that most interfaces have for the account. */
export const userAccount = agentLocator('userAccount');

export const userName: INodeProperties = {
	displayName: 'Name',
	name: 'userName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Agent One',
	description:
		'What the agent is called, at most 20 characters without brackets, quotation marks, commas and the like',
};

export const email: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	default: '',
	placeholder: 'e.g. agent001@example.com',
	description: 'Mail address of the agent',
};

export const agentType: INodeProperties = {
	displayName: 'Agent Type',
	name: 'agentType',
	type: 'options',
	options: choicesOf(Object.keys(AGENT_TYPES).map(Number), AGENT_TYPES),
	default: 4,
	description: 'What kind of contact the agent takes',
};

/** A field for a password. @param words what is said of it before where to take it from */
export function passwordField(displayName: string, name: string, words: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: `${words}. What is typed in here is stored with the workflow, and what an input item has with the execution, but not what an expression comes to: take it from a variable, such as {{ $vars.firstPassword }} or, where n8n is allowed to read it, {{ $env.FIRST_PASSWORD }}.`,
	};
}

export const additionalJsonField: INodeProperties = {
	displayName: 'Additional JSON',
	name: 'additionalJson',
	type: 'json',
	default: '{}',
	hint: 'e.g. {"agentLevel": 1}',
	description:
		'What else the service is to be told of the agent, as a JSON object: your platform may have fields that the public documents do not show',
};

/** What an agent may have besides, whatever is done; the fields of an operation stand among them. */
export const OPTIONAL_FIELDS: INodeProperties[] = [
	SKILL_FIELDS.agentWeight,
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7000001',
		description: 'Phone of the agent',
	},
	{
		displayName: 'Role ID',
		name: 'ccRoleId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2',
		description:
			'Role of the agent in the call centre, by its number: Get of an agent with that role shows it as ccRoleId',
	},
	SKILL_FIELDS.skills,
	SKILL_FIELDS.skillWeight,
];

const ADDITIONAL_JSON = 'additionalFields.additionalJson';

/**
 * What else is said of an agent, under what the fields say.
 *
 * @param own names that have fields of their own
 */
export function additionalJson(inputs: Inputs, own: readonly string[]): IDataObject {
	const more = inputs.optional(ADDITIONAL_JSON, readJsonObject) ?? {};
	const double = Object.keys(more).find((name) => own.includes(name));
	if (double === undefined) return more as IDataObject;
	throw inputs.complaint(
		ADDITIONAL_JSON,
		`has ${double}, which has a field of its own`,
		'Take it out, and use the field.',
	);
}

/** The phone of an agent. */
export function phoneFrom(inputs: Inputs): string | undefined {
	return inputs.optionalText('additionalFields.phone', { isCode: true });
}

/** A password, or undefined when there is none. @param path of its field */
export function passwordFrom(inputs: Inputs, path: string): string | undefined {
	return inputs.optional(path, readSecret);
}
