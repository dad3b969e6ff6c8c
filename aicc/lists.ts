/** Access codes as a list, and what all lists of AICC have in common. */
import { readAccessCodes, type AccessCodeFilters, type FetchAccessCodes } from './accessCodes';
import { unexpectedShape } from './answer';
import { INTERFACES, type AiccInterface } from './interfaces';
import { ACCESS_CODE_PAGE_SIZE } from './limits';
import { asText, isObject, withTextFields, type JsonObject } from './json';
import type { Page } from './pages';
import type { Call } from './call';

/** Asks the service one thing; its answer has passed the check of the result code. */
export type Ask = (call: Call) => Promise<JsonObject>;

/** Replaces the VDN ID of the credential, when given. */
export type PathValues = Readonly<Record<string, string>>;

/** Fields of an access code that are text whatever the service writes. */
const ACCESS_CODE_TEXTS = ['id', 'accessCode', 'n400Number'];

/** The rows of a page, with the named fields as text. @throws AiccError when there is no list */
export function rowsOf(
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

/** How many rows there are in all. @throws AiccError when the answer does not say */
export function totalOf(value: unknown, called: AiccInterface): number {
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
	return async (query, offset, limit = ACCESS_CODE_PAGE_SIZE): Promise<Page> => {
		const body = { ...query, limit, offset };
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
		async (query, offset, limit) => {
			const page = await fetch(query, offset, limit);
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
