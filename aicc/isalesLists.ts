/** The lists of CC-iSales, each row as the service wrote it. */
import type { IDataObject } from 'n8n-workflow';

import { INTERFACES, type AiccInterface } from './interfaces';
import { asText, type JsonObject } from './json';
import { BLOCKLIST_PAGE_SIZE, CAMPAIGN_PAGE_SIZE, ISALES_PAGE_SIZE } from './limits';
import { rowsOf, totalOf, type Ask, type PathValues } from './lists';
import { readPages, type Page } from './pages';

export interface IsalesList {
	interface: AiccInterface;
	/** What is listed, in the plural. */
	title: string;
	/** Fields of the answer that hold the rows, and how many there are in all. */
	rowsField: string;
	totalField: string;
	/** Fields that together tell a row from others; without them it is told by all that it has. */
	keyFields?: readonly string[];
	/** Whether these fields of a row do tell it from others; they do when there is none. */
	isToldByKey?: (row: JsonObject) => boolean;
	/** Fields that may differ from answer to answer. */
	changingFields?: readonly string[];
	/** Fields of a row that are text whatever the service writes. */
	textFields: readonly string[];
	pageSize: number;
	/** What asks for a page, counted from 0, of so many rows. */
	askFor: (index: number, pageSize: number) => IDataObject;
}

/** How the seeds' lists are asked for their pages. */
const numberedPages = {
	pageSize: ISALES_PAGE_SIZE,
	totalField: 'totalCount',
	askFor: (index: number, pageSize: number) => ({ pageNum: index + 1, pageSize }),
};

/** Source: seed queryOBSResultCode. */
export const OBS_RESULT_CODES: IsalesList = {
	...numberedPages,
	interface: INTERFACES.queryObsResultCodes,
	title: 'OBS result codes',
	rowsField: 'obsCodes',
	keyFields: ['obsCode'],
	textFields: ['obsCode'],
};

/** Source: vendor page cec_07_0801 (queryOBSResults). */
export const EXTERNAL_RESULTS: IsalesList = {
	...numberedPages,
	interface: INTERFACES.queryExternalResults,
	title: 'external results',
	rowsField: 'data',
	keyFields: ['defId'],
	textFields: ['defId', 'resultCode'],
};

/** Source: vendor page cec_07_0727. */
export const CAMPAIGNS: IsalesList = {
	interface: INTERFACES.queryCampaigns,
	title: 'campaigns',
	rowsField: 'data',
	totalField: 'totalSize',
	keyFields: ['id'],
	textFields: ['id', 'callerNo'],
	pageSize: CAMPAIGN_PAGE_SIZE,
	askFor: (index, rowsPerPage) => ({ curPage: index + 1, rowsPerPage }),
};

/** The values of the query of campaigns that mean all of them. It wants both. Source: same page. */
export const ALL_CAMPAIGNS = { status: 0, deviceType: 0 };

/** Source: vendor page cec_07_0747. */
export const BLOCKED_NUMBERS: IsalesList = {
	interface: INTERFACES.queryBlocklist,
	title: 'blocked numbers',
	rowsField: 'data',
	totalField: 'totalCount',
	textFields: ['blockNum'],
	pageSize: BLOCKLIST_PAGE_SIZE,
	askFor: (index, limit) => ({ offset: index * limit, limit }),
};

/** What makes a row the same row in another answer, whatever else of it has changed. */
export function isalesKey(list: IsalesList, row: JsonObject): string {
	const { keyFields = [], isToldByKey = () => true, changingFields = [] } = list;
	const values = keyFields.map((field) => asText(row[field]) ?? '');
	if (values.some(Boolean) && isToldByKey(row)) return values.join('\n');
	return JSON.stringify(row, (name, value: unknown) =>
		changingFields.includes(name) ? undefined : value,
	);
}

/** One page of a list, counted from 0. */
export async function fetchIsalesPage(
	ask: Ask,
	list: IsalesList,
	path: PathValues,
	index: number,
	filters: IDataObject = {},
	pageSize = list.pageSize,
): Promise<Page> {
	const { interface: called, rowsField, totalField, textFields } = list;
	const asked = { ...filters, ...list.askFor(index, pageSize) };
	const answer = await ask({
		interface: called,
		path,
		...(called.method === 'GET' ? { query: asked } : { body: asked }),
	});
	return {
		rows: rowsOf(answer[rowsField], called, textFields),
		total: totalOf(answer[totalField], called),
	};
}

/**
 * A list of CC-iSales.
 *
 * @param wanted how many rows; Infinity for all
 */
export async function listIsales(
	ask: Ask,
	list: IsalesList,
	path: PathValues,
	wanted: number,
	filters?: IDataObject,
): Promise<JsonObject[]> {
	return await readPages(
		{
			title: list.title,
			pageSize: list.pageSize,
			fetchPage: async (index, pageSize) =>
				await fetchIsalesPage(ask, list, path, index, filters, pageSize),
			keyOf: (row) => isalesKey(list, row),
		},
		wanted,
	);
}
