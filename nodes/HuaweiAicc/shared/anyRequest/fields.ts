/** The fields of a request to any interface. */
import type { INodeProperties } from 'n8n-workflow';

import type { FamilyName } from '../../../../aicc/endpoints/anyInterface';
import { vdnOptions } from '../../../shared/descriptions';
import { binaryPropertyName, PROPERTY } from '../downloadOperation';

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

/** How an answer that comes page by page is asked for. */
export const PAGINATIONS = { none: 'none', offset: 'offset', page: 'page' } as const;

/** What an interface of a family can have otherwise than most, in the order of the labels. */
const OPTIONS: INodeProperties[] = [
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
		displayName: 'First Page',
		name: 'firstPage',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'Number of the first page, 0 or 1, where pages are numbered',
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
		displayName: 'Text Page Numbers',
		name: 'pageNumbersAsText',
		type: 'boolean',
		default: true,
		description: 'Whether the interface takes the numbers of pages and rows as text',
	},
	{
		displayName: 'Page Parameter',
		name: 'pageParameter',
		type: 'string',
		default: '',
		placeholder: 'e.g. curPage',
		description:
			'Parameter for the rows before a page, or for its number; offset or pageNum without this option',
	},
	{
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 100,
		description: 'Rows on a page: as many as the interface allows; 100 without this option',
	},
	{
		displayName: 'Pagination',
		name: 'pagination',
		type: 'options',
		options: [
			{
				name: 'None',
				value: PAGINATIONS.none,
				description: 'One answer has everything',
			},
			{
				name: 'Offset and Limit',
				value: PAGINATIONS.offset,
				description: 'A page begins after so many rows',
			},
			{
				name: 'Page and Size',
				value: PAGINATIONS.page,
				description: 'Pages are numbered',
			},
		],
		default: 'none',
		description: 'How further rows are asked for. Payload Field says where the rows are.',
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
		displayName: 'Size Parameter',
		name: 'sizeParameter',
		type: 'string',
		default: '',
		placeholder: 'e.g. rowsPerPage',
		description: 'Parameter for the rows on a page; limit or pageSize without this option',
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
		displayName: 'Total Field',
		name: 'totalField',
		type: 'string',
		default: '',
		placeholder: 'e.g. data.total',
		description:
			'Where the answer says how many rows there are in all. Without it a page that is not full is taken for the last.',
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

export const tokenOptions = collectionOf(OPTIONS.filter(({ name }) => !SIGNED_ONLY.includes(name)));

export const signedOptions = collectionOf([
	...OPTIONS,
	...((vdnOptions.options ?? []) as INodeProperties[]),
]);

/** The name of the field that a file goes to, among the options. */
export const FILE_PROPERTY = `options.${PROPERTY}`;
