/** The forms in which CC-CMS writes things, odd ones included. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';

/** Result codes. Source: vendor page cec_07_0696. */
export const CODES = { notAllowed: '0100002' } as const;

/** The payload of a success; older platforms have it in another field, too. */
export function payload({ behaviour }: Platform, resultDesc: unknown): object {
	return { ...(behaviour.cmsCopies && { result: '0', resultDatas: resultDesc }), resultDesc };
}

/** A row in which numbers are text, as in samples. @param keep fields whose numbers stay numbers */
export function written(
	{ behaviour }: Platform,
	row: Record<string, string | number>,
	keep: string[] = [],
): Record<string, string | number> {
	if (!behaviour.cmsNumbersAsText) return row;
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [name, keep.includes(name) ? value : String(value)]),
	);
}

/** Rows of a page, and how many there are in all. @param offset of the first row, from 0 */
export function pageOf<T>(rows: T[], offset: number, limit: number): T[] {
	return rows.slice(offset, offset + limit);
}

/** What there is for IDs; what is not there is left out, and nothing comes twice. */
export function known<T>(ids: Array<number | string>, byId: ReadonlyMap<number, T>): T[] {
	return [...new Set(ids.map(Number))].flatMap((id) => byId.get(id) ?? []);
}

/** Refuses what is not there. @throws Refused always */
export function isNotThere(what: string): never {
	return refuse(CODES.notAllowed, `There is no such ${what}`);
}
