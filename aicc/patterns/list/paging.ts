/** How lists are asked for a page. The words are those of `x-paging` in openapi/. */
import type { IDataObject } from 'n8n-workflow';

/** Pages are numbered. */
export interface NumberedPages {
	style: 'page';
	/** The number of the first page. */
	from: 0 | 1;
	/** Parameters for the number of the page and for the rows on it. */
	page: string;
	size: string;
	/** Rows on a page at most: so many are asked for. Where no page of the vendor says it, our own. */
	max: number;
	/** Whether the interface takes both numbers as text. */
	asText?: boolean;
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
	/** Whether the interface takes both numbers as text. */
	asText?: boolean;
}

/** How an interface is asked for a page. */
export type Paging = NumberedPages | OffsetPages;

/**
 * @param max rows on a page at most
 * @param own what is otherwise than on most interfaces
 */
export function pageNumber(
	max: number,
	own: Partial<Pick<NumberedPages, 'page' | 'size' | 'from'>> = {},
): NumberedPages {
	return { style: 'page', page: 'pageNum', size: 'pageSize', from: 1, ...own, max };
}

/** @param max rows on a page at most */
export function offset(max: number): OffsetPages {
	return { style: 'offset', offset: 'offset', limit: 'limit', max };
}

/** The same where both numbers are text. @param max rows on a page at most */
export function offsetAsText(max: number): OffsetPages {
	return { ...offset(max), asText: true };
}

/** The parameters for a page, counted from 0, when pages have so many rows. */
export function pageParameters(paging: Paging, index: number, rows: number): IDataObject {
	const written = (value: number) => (paging.asText ? String(value) : value);
	if (paging.style === 'page') {
		return { [paging.page]: written(paging.from + index), [paging.size]: written(rows) };
	}
	return { [paging.offset]: written(index * rows), [paging.limit]: written(rows) };
}
