/** The drop-downs that are filled from the tenant's own lists. */
import {
	NodeApiError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { openRun, sender } from '../../../aicc/connection';
import { findAiccError } from '../../../aicc/errors';
import { fetchIsalesPage, type IsalesList } from '../../../aicc/isalesLists';
import type { JsonObject } from '../../../aicc/json';
import type { Ask, PathValues } from '../../../aicc/lists';
import { request } from '../../../aicc/request';
import { isVdnId } from '../../../aicc/target';

/** Entries that a search looks for before it shows what it has. */
const WORTH_SHOWING = 20;

/**
 * Asks the service for what the editor shows, with the VDN ID that is in the node.
 *
 * @throws NodeApiError with the words of what went wrong
 */
export async function askForEditor<T>(
	functions: ILoadOptionsFunctions,
	work: (ask: Ask, path: PathValues) => Promise<T>,
): Promise<T> {
	const vdnId = functions.getCurrentNodeParameter('vdnId');
	const path: PathValues = isVdnId(vdnId) ? { vdnId: String(vdnId) } : {};
	try {
		const run = await openRun(functions, 'akSk', {});
		const send = sender(functions, 'akSk');
		return await work(async (call) => await request(call, run, send), path);
	} catch (error) {
		const failure = findAiccError(error);
		throw new NodeApiError(
			functions.getNode(),
			{ message: failure?.message ?? 'The list could not be loaded' },
			{ message: failure?.message, description: failure?.description },
		);
	}
}

/** One list of the tenant as a drop-down. */
export interface SearchableList {
	list: IsalesList;
	/** What the query of the list must have besides the page. */
	filters?: IDataObject;
	toEntry: (row: JsonObject) => INodeListSearchItems;
}

/**
 * A search for the drop-down of a list, a page at a time. The service cannot search in every part of
 * what is shown, so with a search text pages are read until there is something to show.
 *
 * @returns n8n's list search; its `paginationToken` is the number of the next page, from 0, as text
 */
export function searchOf({ list, filters, toEntry }: SearchableList) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const wanted = filter?.trim().toLowerCase() ?? '';
		const results: INodeListSearchItems[] = [];
		let index = Number(paginationToken ?? 0);
		let hasMore = true;
		await askForEditor(this, async (ask, path) => {
			while (hasMore && results.length < (wanted ? WORTH_SHOWING : 1)) {
				const page = await fetchIsalesPage(ask, list, path, index, filters);
				index++;
				hasMore = page.rows.length > 0 && index * list.pageSize < (page.total ?? 0);
				results.push(
					...page.rows.map(toEntry).filter(({ name }) => name.toLowerCase().includes(wanted)),
				);
			}
		});
		return { results, paginationToken: hasMore ? String(index) : undefined };
	};
}
