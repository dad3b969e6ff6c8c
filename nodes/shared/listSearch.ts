/** The drop-downs that are filled from the tenant's own lists. */
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { JsonObject } from '../../aicc/base/json';
import { fetchPage, type ListEndpoint } from '../../aicc/patterns/list/list';
import type { SendRequest } from '../../aicc/patterns/sendRequest';
import type { Endpoint } from '../../aicc/protocol/endpoint';
import { askForEditor, withoutRepeats } from './editor';

/** Entries that a search looks for before it shows what it has. */
const WORTH_SHOWING = 20;

/** One list of the tenant as a drop-down. */
export interface SearchableList {
	endpoint: ListEndpoint;
	/** What the query of the list must have besides the page, for the operation that is chosen. */
	filtersFor?: (operation: string) => IDataObject;
	/** Whether there is something in a row to choose; there is in all of them when left out. */
	isOffered?: (row: JsonObject) => boolean;
	toEntry: (row: JsonObject) => INodeListSearchItems;
}

/** The next page of a list, from 0, and how many rows come before it. */
interface Place {
	index: number;
	seen: number;
}

function placeOf(token: string | undefined, pageSize: number): Place {
	const [index = 0, seen = index * pageSize] = (token ?? '0').split(' ').map(Number);
	return { index, seen };
}

function tokenOf({ index, seen }: Place, pageSize: number): string {
	return seen === index * pageSize ? String(index) : `${index} ${seen}`;
}

/**
 * A search for the drop-down of a list, a page at a time. The service cannot search in every part of
 * what is shown, so with a search text pages are read until there is something to show.
 *
 * @returns n8n's list search; its `paginationToken` is the number of the next page, from 0, as text,
 *   and that of the rows before it when the service gives fewer on a page than it is asked for
 */
export function searchOf({
	endpoint,
	filtersFor,
	isOffered = () => true,
	toEntry,
}: SearchableList) {
	const pageSize = endpoint.list.page.max;
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const wanted = filter?.trim().toLowerCase() ?? '';
		const results: INodeListSearchItems[] = [];
		const filters = filtersFor?.(String(this.getCurrentNodeParameter('operation') ?? ''));
		let { index, seen } = placeOf(paginationToken, pageSize);
		let last = '';
		let hasMore = true;
		await askForEditor(this, endpoint.authentication, async (ask, path) => {
			while (hasMore && results.length < (wanted ? WORTH_SHOWING : 1)) {
				const page = await fetchPage(ask, endpoint, { path, filters }, index);
				index++;
				const text = JSON.stringify(page.rows);
				// A total that is too high must not make the search go on for ever.
				const isMore = page.rows.length > 0 && text !== last;
				seen += page.rows.length;
				// Where no total is told a page that is not full is the last.
				const isFull = page.rows.length >= pageSize;
				hasMore = isMore && (page.total === undefined ? isFull : seen < page.total);
				last = text;
				results.push(
					...page.rows
						.filter(isOffered)
						.map(toEntry)
						.filter(({ name }) => name.toLowerCase().includes(wanted)),
				);
			}
		});
		return {
			results: withoutRepeats(results),
			paginationToken: hasMore ? tokenOf({ index, seen }, pageSize) : undefined,
		};
	};
}

/** A list of the tenant that comes in one piece. */
interface ListAtOnce {
	endpoint: Pick<Endpoint, 'authentication'>;
	/** Reads it. @param text what the user searches for, in small letters; empty for everything */
	read: (ask: SendRequest, text: string) => Promise<JsonObject[]>;
	toEntry: (row: JsonObject) => INodeListSearchItems;
}

/** A search for the drop-down of a list that has no pages. */
export function searchOnceOf({ endpoint, read, toEntry }: ListAtOnce) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
	): Promise<INodeListSearchResult> {
		const wanted = filter?.trim().toLowerCase() ?? '';
		const rows = await askForEditor(
			this,
			endpoint.authentication,
			async (ask) => await read(ask, wanted),
		);
		const entries = rows.map(toEntry).filter(({ name }) => name.toLowerCase().includes(wanted));
		return { results: withoutRepeats(entries) };
	};
}
