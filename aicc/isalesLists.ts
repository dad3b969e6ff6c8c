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
	/** Field of a row that no other row shares; without it a row is told by all that it has. */
	keyField?: string;
	/** Fields of a row that are text whatever the service writes. */
	textFields: readonly string[];
	pageSize: number;
	/** What asks for a page, counted from 0. */
	askFor: (index: number) => IDataObject;
}

/** How the seeds' lists are asked for their pages. */
const numberedPages = {
	pageSize: ISALES_PAGE_SIZE,
	totalField: 'totalCount',
	askFor: (index: number) => ({ pageNum: index + 1, pageSize: ISALES_PAGE_SIZE }),
};

/** Source: seed queryOBSResultCode. */
export const OBS_RESULT_CODES: IsalesList = {
	...numberedPages,
	interface: INTERFACES.queryObsResultCodes,
	title: 'OBS result codes',
	rowsField: 'obsCodes',
	keyField: 'obsCode',
	textFields: ['obsCode'],
};

/** Source: vendor page cec_07_0801 (queryOBSResults). */
export const EXTERNAL_RESULTS: IsalesList = {
	...numberedPages,
	interface: INTERFACES.queryExternalResults,
	title: 'external results',
	rowsField: 'data',
	keyField: 'defId',
	textFields: ['defId', 'resultCode'],
};

/** Source: vendor page cec_07_0727. */
export const CAMPAIGNS: IsalesList = {
	interface: INTERFACES.queryCampaigns,
	title: 'campaigns',
	rowsField: 'data',
	totalField: 'totalSize',
	keyField: 'id',
	textFields: ['id', 'callerNo'],
	pageSize: CAMPAIGN_PAGE_SIZE,
	askFor: (index) => ({ curPage: index + 1, rowsPerPage: CAMPAIGN_PAGE_SIZE }),
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
	askFor: (index) => ({ offset: index * BLOCKLIST_PAGE_SIZE, limit: BLOCKLIST_PAGE_SIZE }),
};

/** What no other row of a list shares. */
export function isalesKey({ keyField }: IsalesList, row: JsonObject): string {
	return (keyField && asText(row[keyField])) || JSON.stringify(row);
}

/** One page of a list, counted from 0. */
export async function fetchIsalesPage(
	ask: Ask,
	list: IsalesList,
	path: PathValues,
	index: number,
	filters: IDataObject = {},
): Promise<Page> {
	const { interface: called, rowsField, totalField, textFields } = list;
	const asked = { ...filters, ...list.askFor(index) };
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
			fetchPage: async (index) => await fetchIsalesPage(ask, list, path, index, filters),
			keyOf: (row) => isalesKey(list, row),
		},
		wanted,
	);
}
