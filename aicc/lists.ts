/** The lists of AICC, each row as the service wrote it. */
import type { IDataObject } from 'n8n-workflow';

import { readAccessCodes, type AccessCodeFilters } from './accessCodes';
import { unexpectedShape } from './answer';
import {
	ACCESS_CODE_PAGE_SIZE,
	INTERFACES,
	ISALES_PAGE_SIZE,
	type AiccInterface,
} from './interfaces';
import { asText, isObject, withTextFields, type JsonObject } from './json';
import { readPages, type Page } from './pages';
import type { Call } from './request';

/** Asks the service one thing; its answer has passed the check of the result code. */
export type Ask = (call: Call) => Promise<JsonObject>;

/** Replaces the VDN ID of the credential, when given. */
export type PathValues = Readonly<Record<string, string>>;

/** Fields of an access code that are text whatever the service writes. */
const ACCESS_CODE_TEXTS = ['id', 'accessCode', 'n400Number'];

function rowsOf(
	value: unknown,
	called: AiccInterface,
	textFields: readonly string[],
): JsonObject[] {
	if (value === null || value === undefined) return [];
	if (!Array.isArray(value) || !value.every(isObject)) {
		throw unexpectedShape(called, 'no list of rows where one belongs');
	}
	return value.map((row) => withTextFields(row, textFields));
}

function totalOf(value: unknown, called: AiccInterface): number {
	const total = Number(asText(value) ?? NaN);
	if (!Number.isInteger(total) || total < 0) {
		throw unexpectedShape(called, 'no total of rows');
	}
	return total;
}

/**
 * The access codes of the tenant. Source: seed queryAccessCodeList; an older answer has `data` as
 * a bare list without total (vendor page 1029).
 *
 * @param wanted how many; Infinity for all
 */
export async function listAccessCodes(
	ask: Ask,
	filters: AccessCodeFilters,
	wanted: number,
): Promise<JsonObject[]> {
	const called = INTERFACES.queryAccessCodeList;
	const fetch = async (query: AccessCodeFilters, offset: number): Promise<Page> => {
		const body = { ...query, limit: ACCESS_CODE_PAGE_SIZE, offset };
		const { data } = await ask({ interface: called, body });
		if (Array.isArray(data)) return { rows: rowsOf(data, called, ACCESS_CODE_TEXTS) };
		if (!isObject(data)) throw unexpectedShape(called, 'no data');
		return {
			rows: rowsOf(data.calledRouteList, called, ACCESS_CODE_TEXTS),
			total: totalOf(data.total, called),
		};
	};
	return await readAccessCodes(fetch, filters, wanted);
}

interface IsalesList {
	interface: AiccInterface;
	/** What is listed, in the plural. */
	title: string;
	/** Field of the answer that holds the rows. */
	rowsField: string;
	/** Field of a row that no other row shares. */
	keyField: string;
	textFields: readonly string[];
}

/** Source: seed queryOBSResultCode. */
export const OBS_RESULT_CODES: IsalesList = {
	interface: INTERFACES.queryObsResultCodes,
	title: 'OBS result codes',
	rowsField: 'obsCodes',
	keyField: 'obsCode',
	textFields: ['obsCode'],
};

/** Source: vendor page cec_07_0801 (queryOBSResults). */
export const EXTERNAL_RESULTS: IsalesList = {
	interface: INTERFACES.queryExternalResults,
	title: 'external results',
	rowsField: 'data',
	keyField: 'defId',
	textFields: ['defId', 'resultCode'],
};

/** One page of a CC-iSales list, counted from 0. */
export async function fetchIsalesPage(
	ask: Ask,
	list: IsalesList,
	path: PathValues,
	index: number,
): Promise<Page> {
	const query: IDataObject = { pageNum: index + 1, pageSize: ISALES_PAGE_SIZE };
	const answer = await ask({ interface: list.interface, path, query });
	return {
		rows: rowsOf(answer[list.rowsField], list.interface, list.textFields),
		total: totalOf(answer.totalCount, list.interface),
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
): Promise<JsonObject[]> {
	return await readPages(
		{
			title: list.title,
			pageSize: ISALES_PAGE_SIZE,
			fetchPage: async (index) => await fetchIsalesPage(ask, list, path, index),
			keyOf: (row) => asText(row[list.keyField]) ?? JSON.stringify(row),
		},
		wanted,
	);
}
