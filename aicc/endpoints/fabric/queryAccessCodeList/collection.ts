import type { JsonObject } from '../../../base/json';
import { rowKey } from '../../../patterns/list/list';
import { joined } from '../../../patterns/list/rows';
import { queryAccessCodeList } from '../queryAccessCodeList';

/** What a query can be narrowed by. Source: seed queryAccessCodeList, request table. */
export interface AccessCodeFilters {
	/** Part of the access code. */
	accessCode?: string;
	/** Part of the description. */
	description?: string;
	mediatypeId?: number;
}

/** What tells an access code from others. */
export function accessCodeKey(row: JsonObject): string {
	return rowKey(queryAccessCodeList.list, row);
}

/** The codes seen so far, each once, in the order in which they were found. */
export class Collection {
	private rows: JsonObject[] = [];

	constructor(
		/** How many there are, or are wanted. */
		public target: number,
	) {}

	/** @param rows found by one query: those that are alike are several */
	add(rows: JsonObject[]): void {
		this.rows = joined([this.rows, rows], accessCodeKey);
	}

	/** The rows themselves, not copies. */
	get all(): JsonObject[] {
		return this.rows;
	}

	/** How many codes were seen. */
	get size(): number {
		return this.rows.length;
	}

	/** Whether nothing can be missing any more. */
	get isComplete(): boolean {
		return this.size >= this.target;
	}

	/** How many of the codes seen match a query. */
	count({ accessCode = '', mediatypeId }: AccessCodeFilters): number {
		return this.all.filter(
			(row) =>
				String(row.accessCode ?? '').includes(accessCode) &&
				(mediatypeId === undefined || Number(row.mediatypeId) === mediatypeId),
		).length;
	}
}
