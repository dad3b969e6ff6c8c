/** The lists of AICC, each row as the service wrote it. */
import type { IDataObject } from 'n8n-workflow';

import { readAccessCodes, type AccessCodeFilters, type FetchAccessCodes } from './accessCodes';
import { unexpectedShape } from './answer';
import {
	ACCESS_CODE_PAGE_SIZE,
	INTERFACES,
	ISALES_PAGE_SIZE,
	type AiccInterface,
} from './interfaces';
import { asText, isObject, withTextFields, type JsonObject } from './json';
import { readPages, type Page } from './pages';
import type { Call } from './call';

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
	const text = asText(value)?.trim() ?? '';
	if (!/^\d+$/.test(text)) throw unexpectedShape(called, 'no total of rows');
	return Number(text);
}

/**
 * Asks for the pages of access codes. Source: seed queryAccessCodeList; an older answer has `data`
 * as a bare list without total (vendor page 1029).
 */
function accessCodePages(ask: Ask): FetchAccessCodes {
	const called = INTERFACES.queryAccessCodeList;
	return async (query, offset): Promise<Page> => {
		const body = { ...query, limit: ACCESS_CODE_PAGE_SIZE, offset };
		const { data } = await ask({ interface: called, body });
		if (Array.isArray(data)) return { rows: rowsOf(data, called, ACCESS_CODE_TEXTS) };
		if (!isObject(data)) throw unexpectedShape(called, 'no data');
		return {
			rows: rowsOf(data.calledRouteList, called, ACCESS_CODE_TEXTS),
			total: totalOf(data.total, called),
		};
	};
}

/**
 * The access codes of the tenant.
 *
 * @param wanted how many; Infinity for all
 */
export async function listAccessCodes(
	ask: Ask,
	filters: AccessCodeFilters,
	wanted: number,
): Promise<JsonObject[]> {
	return await readAccessCodes(accessCodePages(ask), filters, wanted);
}

/**
 * All access codes, for whoever takes a missing one as removed: that there is none counts only
 * when the service says so with a total.
 *
 * @throws AiccError for an empty list without total
 */
export async function listEveryAccessCode(ask: Ask): Promise<JsonObject[]> {
	const fetch = accessCodePages(ask);
	let hasTotal = false;
	const rows = await readAccessCodes(
		async (query, offset) => {
			const page = await fetch(query, offset);
			hasTotal ||= page.total !== undefined;
			return page;
		},
		{},
		Infinity,
	);
	if (rows.length === 0 && !hasTotal) {
		throw unexpectedShape(INTERFACES.queryAccessCodeList, 'neither an access code nor a total');
	}
	return rows;
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

/** What no other row of a CC-iSales list shares. */
export function isalesKey(list: IsalesList, row: JsonObject): string {
	return asText(row[list.keyField]) ?? JSON.stringify(row);
}

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
			keyOf: (row) => isalesKey(list, row),
		},
		wanted,
	);
}
