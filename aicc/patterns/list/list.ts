/** Lists, as their endpoints describe them; each row is as the service wrote it. */
import type { IDataObject } from 'n8n-workflow';

import { asText, valueAt, type JsonObject } from '../../base/json';
import type { Endpoint } from '../../protocol/endpoint';
import type { PathValues, SendRequest } from '../sendRequest';
import { areNothingIn, onlyListIn, rowsOf, totalOf } from './answerRows';
import type { Page } from './page';
import { readPages } from './pages';
import { pageParameters, type Paging } from './paging';

/** Where an interface has the rows of a list, how it gives them in pages, and what tells one from others. */
export interface ListShape {
	/** What is listed, in the plural. */
	title: string;
	/**
	 * Where the answer has the rows: names with dots between them. None where no page says it: then they
	 * are the one list in what the answer is about.
	 */
	rows?: string;
	/**
	 * The same for how many there are in all; none where the answer does not say: then the first page
	 * that is not full is the last.
	 */
	total?: string;
	/** Whether an answer with neither rows nor a total has no rows; else it is no answer. */
	mayBeNothing?: boolean;
	/** Its numbers stand in the path where that has places named as they are, as `{offset}`. */
	page: Paging;
	/** Whether no page of the vendor is known that says how many rows a page can have. */
	isSizeUnknown?: boolean;
	/** Whether rows are asked for in a body although the interface is a GET. */
	isInBody?: boolean;
	/** Fields that together tell a row from others; without them it is told by all that it has. */
	keyFields?: readonly string[];
	/** Whether these fields of a row do tell it from others; they do when there is none. */
	isToldByKey?: (row: JsonObject) => boolean;
	/** Fields that may differ from answer to answer. */
	changingFields?: readonly string[];
	/** Fields of a row that are text whatever the service writes. */
	textFields: readonly string[];
}

/** An endpoint with `list`. */
export interface ListEndpoint extends Endpoint {
	payload?: string;
	list: ListShape;
}

/** What is asked of a list. */
export interface ListQuery {
	path?: PathValues;
	/** What stands in the address beside that, if the rows are asked for in a body. */
	query?: IDataObject;
	/** What stands in the body, if they are asked for in the address. */
	body?: IDataObject;
	/** What the rows are narrowed by; what is undefined is not sent. */
	filters?: IDataObject;
	/** What becomes of each row, while other pages are waited for; what tells it from others stays. */
	toRow?: (row: JsonObject) => JsonObject;
}

/** What makes a row the same row in another answer, whatever else of it has changed. */
export function rowKey(list: ListShape, row: JsonObject): string {
	const { keyFields = [], isToldByKey = () => true, changingFields = [] } = list;
	const values = keyFields.map((field) => asText(row[field]) ?? '');
	if (values.some(Boolean) && isToldByKey(row)) return values.join('\n');
	return JSON.stringify(row, (name, value: unknown) =>
		changingFields.includes(name) ? undefined : value,
	);
}

/** The numbers of a page: as text for the places that a path has for them, and the others. */
function placed(numbers: IDataObject, path: string) {
	const isInPath = (name: string) => path.includes(`{${name}}`);
	const entries = Object.entries(numbers);
	return {
		inPath: Object.fromEntries(
			entries.filter(([name]) => isInPath(name)).map(([name, value]) => [name, String(value)]),
		),
		others: Object.fromEntries(entries.filter(([name]) => !isInPath(name))),
	};
}

/** One page of a list, counted from 0. @param size rows on a page */
export async function fetchPage(
	ask: SendRequest,
	endpoint: ListEndpoint,
	{ path, query, body, filters, toRow = (row) => row }: ListQuery,
	index: number,
	size = endpoint.list.page.max,
): Promise<Page> {
	const { list, method } = endpoint;
	const { rows, total, mayBeNothing, page, textFields, isInBody = method !== 'GET' } = list;
	const { inPath, others } = placed(pageParameters(page, index, size), endpoint.path);
	const asked = { ...filters, ...others };
	const values = isInBody ? { query, body: asked } : { query: asked, body };
	const answer = await ask(endpoint, { path: { ...path, ...inPath }, ...values });
	const found = rows === undefined ? onlyListIn(answer, endpoint) : valueAt(answer, rows);
	const count = total === undefined ? undefined : valueAt(answer, total);
	if (mayBeNothing && areNothingIn(answer, found, count)) return { rows: [], total: 0 };
	return {
		rows: rowsOf(found, endpoint, textFields).map(toRow),
		total: total === undefined ? undefined : totalOf(count, endpoint, found),
	};
}

/**
 * The rows of a list, as the head of `pages.ts` promises.
 *
 * @param wanted how many; Infinity for all
 * @throws AiccError when only a part of them could be read
 */
export async function readList(
	ask: SendRequest,
	endpoint: ListEndpoint,
	query: ListQuery,
	wanted: number,
): Promise<JsonObject[]> {
	const { list } = endpoint;
	return await readPages(
		{
			title: list.title,
			pageSize: list.page.max,
			isSizeUnknown: list.isSizeUnknown,
			fetchPage: async (index, size) => await fetchPage(ask, endpoint, query, index, size),
			keyOf: (row) => rowKey(list, row),
			isKeyId: list.keyFields !== undefined,
		},
		wanted,
	);
}
