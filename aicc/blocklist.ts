/** The blocklist: numbers that must not be called. Source: vendor pages cec_07_0744 and 0747. */
import type { IDataObject } from 'n8n-workflow';

import { unexpectedShape } from './answer';
import type { Bundle } from './gathering';
import { INTERFACES } from './interfaces';
import { asText, type JsonObject } from './json';
import { rowsOf, type PathValues } from './lists';
import { numbersMeant } from './numbers';

/**
 * How it is checked whether numbers are blocked, for whatever category.
 *
 * What the answer does not say plainly is no answer: a number that must not be called is never taken
 * for free. The vendor documents nothing of numbers that the answer leaves out.
 */
export function checkingOf(path: PathValues): Bundle<string> {
	return {
		title: 'Checks of the blocklist',
		interface: INTERFACES.queryBlocklist,
		path,
		bodyOf: (numbers) => ({ blocklist: numbers }),
		numberOf: (number) => number,
		answerOf: (answer, number, numbers) => ({ blocked: isBlocked(answer, number, numbers) }),
	};
}

/**
 * How numbers are blocked.
 *
 * The service skips numbers that are listed already, be it for one category only, and says that it
 * went well. So those are asked for before, unless they are overwritten.
 *
 * @param settings what holds for all numbers of a request, as the service takes it
 */
export function blockingOf(path: PathValues, settings: IDataObject): Bundle<string> {
	return {
		title: 'Numbers for the blocklist',
		interface: INTERFACES.addToBlocklist,
		path,
		bodyOf: (numbers) => ({ ...settings, blocklist: numbers }),
		numberOf: (number) => number,
		// The service takes all numbers of a request or none, and says nothing of a single one.
		answerOf: () => ({ success: true }),
		before:
			settings.isCoverDupNo === OVERWRITE
				? undefined
				: {
						bundle: checkingOf(path),
						answerOf: ({ blocked }) =>
							blocked === true ? { success: false, alreadyListed: true } : undefined,
					},
	};
}

/** Value of `isCoverDupNo`: what is set for a number that is listed already is overwritten. */
const OVERWRITE = 1;

const YES = ['true', '1'];
const NO = ['false', '0'];

/** What a row says of its number, as text; nothing where it is neither text, number nor switch. */
function flagOf({ flag }: JsonObject): string {
	const text = typeof flag === 'boolean' ? String(flag) : asText(flag);
	return text?.trim().toLowerCase() ?? '';
}

/** @throws AiccError when the answer does not say it plainly */
function isBlocked(answer: JsonObject, number: string, numbers: string[]): boolean {
	const called = INTERFACES.queryBlocklist;
	const rows = rowsOf(answer.data, called, []).map((row) => ({
		flag: flagOf(row),
		fits: numbersMeant(row.blockNum, numbers),
	}));
	const own = rows.filter(({ fits }) => fits.includes(number));
	if (own.some(({ fits }) => fits.length > 1)) {
		throw unexpectedShape(called, `a row that may be about ${number} or about another number`);
	}
	if (own.some(({ flag }) => YES.includes(flag))) return true;
	if (own.some(({ flag }) => !NO.includes(flag))) {
		throw unexpectedShape(called, `a row on ${number} that does not say whether it is blocked`);
	}
	if (own.length > 0) return false;
	const isWhole = asText(answer.totalCount)?.trim() === String(rows.length);
	if (!isWhole || rows.some(({ fits }) => fits.length === 0)) {
		throw unexpectedShape(called, `nothing on ${number}`);
	}
	return false;
}
