/** How CC-iSales answers. Source: the error tables of its vendor pages. */
import { isInteger } from './checks';
import type { Answer } from './service';

export const CODES = {
	success: '0200000',
	/** "Parameter error", the detail is in the text. */
	parameter: '0200001',
	noCampaign: '0200007',
	/** On the interfaces of the blocklist the same code means this. */
	listedAlready: '0200007',
	wrongState: '0200011',
	repeated: '0200018',
	noMoreNumbers: '0200019',
	full: '0200020',
	tooFast: '0200022',
	blocklisted: '0200024',
	tooManyAtOnce: '0200029',
	wrongTime: '0200030',
	empty: '02000001',
	illegalCharacters: '02000002',
	tooLong: '02000003',
	wrongType: '02000006',
	wrongValue: '02000007',
	conversion: '02000008',
	badCombination: '02000009',
	tooMany: '02000011',
} as const;

/** Ends the work on a request: nothing of it is taken. */
export class Refused extends Error {
	constructor(
		readonly code: string,
		text: string,
	) {
		super(text);
	}
}

export function isalesAnswer(code: string, text: string, payload: object = {}): Answer {
	return {
		json: { ...payload, resultCode: code, resultDesc: text, returnCode: code, returnDesc: text },
	};
}

export function success(name: string, payload: object = {}): Answer {
	return isalesAnswer(CODES.success, `${name} success`, payload);
}

export function parameterError(text: string): Answer {
	return isalesAnswer(CODES.parameter, text);
}

const MAX_PAGE_SIZE = 50;

/** A page of a list, as `pageNum` from 1 and `pageSize` from 1 to 50 ask for it. */
export function pageOf<T>(rows: T[], { pageNum, pageSize }: Record<string, string>): T[] {
	if (!pageNum || !pageSize) throw new Refused(CODES.empty, 'pageNum or pageSize is empty');
	const [page, size] = [Number(pageNum), Number(pageSize)];
	if (!isInteger(page, 1, Infinity) || !isInteger(size, 1, MAX_PAGE_SIZE)) {
		throw new Refused(CODES.wrongValue, 'pageNum or pageSize is out of range');
	}
	return rows.slice((page - 1) * size, page * size);
}
