import type { INodeProperties } from 'n8n-workflow';

/** The number that a campaign calls from. */
export const accessCode: INodeProperties = {
	displayName: 'Access Code',
	name: 'accessCode',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 6666601',
	description: 'The number that calls, at most 24 characters',
};
