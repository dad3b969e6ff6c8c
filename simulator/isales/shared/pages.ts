/** Fields of a request for a page of a list. */
export interface PageAsked {
	pageNum: number;
	pageSize: number;
}

/** A page of a list, counted from 1. */
export function pageOf<T>(rows: T[], { pageNum, pageSize }: PageAsked): T[] {
	return rows.slice((pageNum - 1) * pageSize, pageNum * pageSize);
}
