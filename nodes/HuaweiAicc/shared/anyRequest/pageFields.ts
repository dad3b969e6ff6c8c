/** The options by which rows are read page by page. */
import type { INodeProperties } from 'n8n-workflow';

/** How an answer that comes page by page is asked for. */
export const PAGINATIONS = { none: 'none', offset: 'offset', page: 'page' } as const;

/** Where the numbers of a page stand. */
export const PAGE_PLACES = { body: 'body', query: 'query' } as const;

export const PAGE_OPTIONS: INodeProperties[] = [
	{
		displayName: 'First Page',
		name: 'firstPage',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'Number of the first page, 0 or 1, where pages are numbered',
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
		displayName: 'Page Parameters In',
		name: 'pageParametersIn',
		type: 'options',
		options: [
			{ name: 'Body', value: PAGE_PLACES.body },
			{ name: 'Query', value: PAGE_PLACES.query },
		],
		default: 'body',
		description:
			'Where the numbers of a page stand that have no place in Path; without this option in the query of a GET without a body, else in the body',
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
		description:
			'How further rows are asked for. Payload Field says where they are. Path may have places for the numbers: {offset} and {limit}, or {page} and {size}.',
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
		displayName: 'Total Field',
		name: 'totalField',
		type: 'string',
		default: '',
		placeholder: 'e.g. data.total',
		description:
			'Where the answer says how many rows there are in all. Without it a list is read until nothing new comes, with one request more if its first page is not full.',
	},
];
