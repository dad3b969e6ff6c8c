/** The fields of a request to any interface. */
import type { INodeProperties } from 'n8n-workflow';

import type { FamilyName } from '../../../../aicc/endpoints/anyInterface';
import { vdnOptions } from '../../../shared/descriptions';
import { binaryPropertyName, PROPERTY } from '../downloadOperation';
import { PAGE_OPTIONS } from './pageFields';

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

export const method: INodeProperties = {
	displayName: 'Method',
	name: 'method',
	type: 'options',
	options: METHODS.map((name) => ({ name, value: name })),
	default: 'POST',
	required: true,
	description: 'How the interface is asked, as its page says',
};

/** @param placeholder an example of the family */
export function pathField(placeholder: string, description: string): INodeProperties {
	return {
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		required: true,
		placeholder,
		description,
	};
}

export const query: INodeProperties = {
	displayName: 'Query',
	name: 'query',
	type: 'json',
	default: '{}',
	hint: 'e.g. {"pageNum": 1}',
	description: 'What stands in the address after the question mark, as a JSON object',
};

export const body: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'json',
	default: '{}',
	hint: 'e.g. {"offset": "0", "limit": "100"}',
	description:
		'What is asked for, as a JSON object. Numbers of 16 digits and more are sent as text. With GET it is sent too, if there is anything in it.',
};

/** The choices of Product: the families that are signed. */
const PRODUCTS: Array<{ name: string; value: FamilyName }> = [
	{ name: 'CC-CMS (Monitoring)', value: 'cms' },
	{ name: 'CC-FS (Files)', value: 'ccfs' },
	{ name: 'CC-iSales (Outbound Calls)', value: 'isales' },
];

/** What an interface of a family can have otherwise than most. */
const OPTIONS: INodeProperties[] = [
	...PAGE_OPTIONS,
	{
		displayName: 'Allow Agents to Change Things',
		name: 'allowAgentWrites',
		type: 'boolean',
		default: false,
		description:
			'Whether an AI agent that has this node as a tool may send what changes something. Otherwise it can only look things up.',
	},
	{
		displayName: 'Changes Something',
		name: 'changesSomething',
		type: 'boolean',
		default: true,
		description:
			'Whether the request changes something at the service, so that it is never sent twice. Without this option every method but GET does. Switch it off for a POST that only looks something up.',
	},
	{
		displayName: 'Code Field',
		name: 'codeField',
		type: 'string',
		default: '',
		placeholder: 'e.g. returnCode',
		description:
			'Field of the answer with the result code, if it is none of the usual ones: names with dots between them',
	},
	{
		displayName: 'Has No Code',
		name: 'hasNoCode',
		type: 'boolean',
		default: true,
		description:
			'Whether the answers have no result code, as the page of the interface says: every HTTP status from 200 to 299 is a success then, also without a body, and a list as a whole is an answer',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
	},
	{
		displayName: 'Payload Field',
		name: 'payloadField',
		type: 'string',
		default: '',
		placeholder: 'e.g. data.list',
		description:
			'Where the answer has what becomes the items: names with dots between them. A list gives an item a row.',
	},
	{
		displayName: 'Product',
		name: 'product',
		type: 'options',
		options: PRODUCTS,
		default: 'isales',
		description:
			'Whose interface it is: that decides base URL, result codes and where the answer has what was asked for. Without this option it goes by the beginning of the path, which must be that of one of them.',
	},
	binaryPropertyName,
	{
		displayName: 'Response',
		name: 'response',
		type: 'options',
		options: [
			{ name: 'File', value: 'file' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'file',
		description: 'What the interface gives; JSON without this option',
	},
	{
		displayName: 'Success Codes',
		name: 'successCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0, 1',
		description:
			'Result codes that are answers, with commas between them, in place of the usual ones',
	},
	{
		displayName: 'Wrap Body',
		name: 'wrapBody',
		type: 'boolean',
		default: true,
		description:
			'Whether to send the body as msgBody beside a version, as nearly all interfaces of CC-FS want it, and as it is done for them without this option',
	},
];

/** Options of the signed families alone. */
const SIGNED_ONLY = ['product', 'wrapBody'];

function collectionOf(options: INodeProperties[]): INodeProperties {
	const byLabel = [...options].sort((one, other) =>
		one.displayName.localeCompare(other.displayName, 'en'),
	);
	return { ...vdnOptions, options: byLabel };
}

/** The options of a request to the API Fabric. */
export const tokenOptions = collectionOf(OPTIONS.filter(({ name }) => !SIGNED_ONLY.includes(name)));

/** Those of a request to one of the signed families. */
export const signedOptions = collectionOf([
	...OPTIONS,
	...((vdnOptions.options ?? []) as INodeProperties[]),
]);

/** The name of the field that a file goes to, among the options. */
export const FILE_PROPERTY = `options.${PROPERTY}`;
