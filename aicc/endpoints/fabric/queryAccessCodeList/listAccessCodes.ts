/** The access codes of the tenant, in answers of either shape. */
import { isObject, type JsonObject } from '../../../base/json';
import { rowsOf, totalOf } from '../../../patterns/list/answerRows';
import type { Page } from '../../../patterns/list/page';
import type { SendRequest } from '../../../patterns/sendRequest';
import { unexpectedShape } from '../../../protocol/answer';
import { queryAccessCodeList } from '../queryAccessCodeList';
import type { AccessCodeFilters } from './collection';
import { readAccessCodes, type FetchAccessCodes } from './readAccessCodes';

/** Asks for the pages of access codes. */
function accessCodePages(ask: SendRequest): FetchAccessCodes {
	const endpoint = queryAccessCodeList;
	const { page, textFields } = endpoint.list;
	return async (query, offset, limit = page.max): Promise<Page> => {
		const { data } = await ask(endpoint, { body: { ...query, limit, offset } });
		if (Array.isArray(data)) return { rows: rowsOf(data, endpoint, textFields) };
		if (!isObject(data)) throw unexpectedShape(endpoint, 'no data');
		return {
			rows: rowsOf(data.calledRouteList, endpoint, textFields),
			total: totalOf(data.total, endpoint),
		};
	};
}

/**
 * The access codes of the tenant.
 *
 * @param wanted how many; Infinity for all
 */
export async function listAccessCodes(
	ask: SendRequest,
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
export async function listEveryAccessCode(ask: SendRequest): Promise<JsonObject[]> {
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
		throw unexpectedShape(queryAccessCodeList, 'neither an access code nor a total');
	}
	return rows;
}
