/** How lists are asked for a page. The words are those of `x-paging` in openapi/. */
import type { IDataObject } from 'n8n-workflow';

/** Pages are numbered, from 1. */
export interface NumberedPages {
	style: 'page';
	/** Parameters for the number of the page and for the rows on it. */
	page: string;
	size: string;
	/** Rows on a page at most: so many are asked for. */
	max: number;
}

/** A page begins after so many rows. */
export interface OffsetPages {
	style: 'offset';
	/** Parameters for the rows before the page and for the rows on it. */
	offset: string;
	limit: string;
	max: number;
	/** Most rows before a page; no page is out of reach when there is none. */
	maxOffset?: number;
}

export type Paging = NumberedPages | OffsetPages;

/** @param max rows on a page at most */
export function pageNumber(
	max: number,
	names: Pick<NumberedPages, 'page' | 'size'> = { page: 'pageNum', size: 'pageSize' },
): NumberedPages {
	return { style: 'page', ...names, max };
}

/** @param max rows on a page at most */
export function offset(max: number): OffsetPages {
	return { style: 'offset', offset: 'offset', limit: 'limit', max };
}

/** The parameters for a page, counted from 0, when pages have so many rows. */
export function pageParameters(paging: Paging, index: number, rows: number): IDataObject {
	return paging.style === 'page'
		? { [paging.page]: index + 1, [paging.size]: rows }
		: { [paging.offset]: index * rows, [paging.limit]: rows };
}
