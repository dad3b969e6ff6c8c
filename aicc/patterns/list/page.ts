import type { JsonObject } from '../../base/json';

/** One answer of a list. */
export interface Page {
	rows: JsonObject[];
	/** Rows in the whole list, as this answer says; undefined when it does not. */
	total?: number;
}

/** A list that is read page by page. */
export interface PagedList {
	/** What is listed, in the plural, for messages. */
	title: string;
	pageSize: number;
	/**
	 * Whether nobody knows how many rows a page can have: then a first page with fewer than it is asked
	 * for may be as much as the service gives.
	 */
	isSizeUnknown?: boolean;
	/** Fetches one page, counted from 0, when pages have so many rows. */
	fetchPage: (index: number, pageSize: number) => Promise<Page>;
	/** What makes a row the same row on another page. */
	keyOf: (row: JsonObject) => string;
	/** Whether that is an ID, which other rows hardly have too; else it may be all that they have. */
	isKeyId?: boolean;
}
