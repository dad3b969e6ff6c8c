import { asText, type JsonObject } from '../../base/json';
import { numbersMeant } from '../../base/phoneNumbers';
import type { BatchSpec } from '../../patterns/batch/batchSpec';
import { rowsOf } from '../../patterns/list/answerRows';
import { offset } from '../../patterns/list/paging';
import type { PathValues } from '../../patterns/sendRequest';
import { unexpectedShape } from '../../protocol/answer';
import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/**
 * Lists what is blocked, or says of some numbers whether they are. Source: vendor page cec_07_0747.
 *
 * What the answer does not say plainly is no answer: a number that must not be called is never taken
 * for free. The vendor documents nothing of numbers that the answer leaves out.
 */
export const blocklistQuery = isales.endpoint({
	title: 'ask the blocklist',
	method: 'POST',
	path: `${CAMPAIGNS}/blocklist/query`,
	codes: CAMPAIGN_CODES,
	list: {
		title: 'blocked numbers',
		rows: 'data',
		total: 'totalCount',
		page: offset(100),
		textFields: ['blockNum'],
	},
	batch: {
		field: 'blocklist',
		size: 20,
		keyOf: (number: string) => number,
		answerOf: (answer, number: string, numbers: string[]) => ({
			blocked: isBlocked(answer, number, numbers),
		}),
	},
});

/** How it is checked whether numbers are blocked, for whatever category. */
export function checking(path: PathValues): BatchSpec<string> {
	return { title: 'Checks of the blocklist', endpoint: blocklistQuery, path };
}

const YES = ['true', '1'];
const NO = ['false', '0'];

/** What a row says of its number, as text; nothing where it is neither text, number nor switch. */
function flagOf({ flag }: JsonObject): string {
	const text = typeof flag === 'boolean' ? String(flag) : asText(flag);
	return text?.trim().toLowerCase() ?? '';
}

/** @throws AiccError when the answer does not say it plainly */
function isBlocked(answer: JsonObject, number: string, numbers: string[]): boolean {
	const endpoint = blocklistQuery;
	const rows = rowsOf(answer.data, endpoint, []).map((row) => ({
		flag: flagOf(row),
		fits: numbersMeant(row.blockNum, numbers),
	}));
	const own = rows.filter(({ fits }) => fits.includes(number));
	if (own.some(({ fits }) => fits.length > 1)) {
		throw unexpectedShape(endpoint, `a row that may be about ${number} or about another number`);
	}
	if (own.some(({ flag }) => YES.includes(flag))) return true;
	if (own.some(({ flag }) => !NO.includes(flag))) {
		throw unexpectedShape(endpoint, `a row on ${number} that does not say whether it is blocked`);
	}
	if (own.length > 0) return false;
	const isWhole = asText(answer.totalCount)?.trim() === String(rows.length);
	if (!isWhole || rows.some(({ fits }) => fits.length === 0)) {
		throw unexpectedShape(endpoint, `nothing on ${number}`);
	}
	return false;
}
