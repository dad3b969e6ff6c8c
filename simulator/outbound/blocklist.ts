/** Numbers that must not be called. */
import { CODES, isalesAnswer, parameterError, Refused, success } from '../isalesAnswer';
import type { Platform, RecordedRequest } from '../platform';
import type { Answer } from '../service';
import type { BlockedNumber } from './data';
import {
	intField,
	jsonFields,
	listField,
	needed,
	NUMBER_RULE,
	repeatedText,
	textField,
	timeField,
} from './fields';
import { timeText } from './time';

const MAX_NUMBERS = 20;
const MAX_ROWS = 100;

/** Whether an entry has not expired. */
function isLiving({ validityExpirationTime }: BlockedNumber, now: number): boolean {
	return validityExpirationTime === '' || validityExpirationTime > timeText(now);
}

/** Whether a number is blocked for all campaigns; no campaign is bound to a category here. */
export function isBlocked({ data, now }: Platform, called: string): boolean {
	return data.blocklist.some(
		(entry) => entry.blockNum === called && entry.relCategoryId === '' && isLiving(entry, now),
	);
}

const YEAR = 1;
const MONTH = 2;
const DAY = 3;
const HOUR = 4;

/** The end of so many years, months, days or hours. */
function endOf(now: number, count: number, unit: number): string {
	const end = new Date(now);
	if (unit === YEAR) end.setUTCFullYear(end.getUTCFullYear() + count);
	if (unit === MONTH) end.setUTCMonth(end.getUTCMonth() + count);
	if (unit === DAY) end.setUTCDate(end.getUTCDate() + count);
	if (unit === HOUR) end.setUTCHours(end.getUTCHours() + count);
	return timeText(end.getTime());
}

/** All numbers of a request or none. Source: vendor page 0744. */
export function blocklistAdd(platform: Platform, request: RecordedRequest): Answer {
	const { behaviour, data, now } = platform;
	const fields = jsonFields(request.body, [
		'blocklist',
		'validityExpirationTime',
		'validityTime',
		'validityTimeUnit',
		'relCategoryId',
		'typeId',
		'isCoverDupNo',
	]);
	const numbers = needed('blocklist', listField(fields, 'blocklist', MAX_NUMBERS, NUMBER_RULE));
	const count = intField(fields, 'validityTime', { min: 1, max: 120 });
	const unit = intField(fields, 'validityTimeUnit', { oneOf: [YEAR, MONTH, DAY, HOUR] }) ?? HOUR;
	const isOverwritten = intField(fields, 'isCoverDupNo', { oneOf: [0, 1] }) === 1;
	const entry = {
		validityExpirationTime:
			timeField(fields, 'validityExpirationTime') ??
			(count === undefined ? '' : endOf(now, count, unit)),
		relCategoryId: textField(fields, 'relCategoryId') ?? '',
		typeId: textField(fields, 'typeId') ?? '',
	};
	const repeated = repeatedText(numbers);
	if (repeated !== undefined) {
		return isalesAnswer(CODES.repeated, `${repeated} is in the request twice`);
	}
	const listed = numbers.find((number) =>
		data.blocklist.some((known) => known.blockNum === number && isLiving(known, now)),
	);
	if (listed && !isOverwritten && behaviour.listedNumber === 'refuse') {
		const who = behaviour.namesRefusedNumber ? listed : 'A number';
		return isalesAnswer(CODES.listedAlready, `${who} is in the blocklist already`);
	}
	for (const blockNum of numbers) {
		const known = data.blocklist.find((blocked) => blocked.blockNum === blockNum);
		if (!known) data.blocklist.push({ blockNum, ...entry });
		else if (isOverwritten || !isLiving(known, now)) Object.assign(known, entry);
	}
	return success('add blocklist');
}

/** Either certain numbers or a page of all. Source: vendor page 0747. */
export function blocklistQuery({ data, now }: Platform, request: RecordedRequest): Answer {
	const fields = jsonFields(request.body, [
		'blocklist',
		'offset',
		'limit',
		'relCategoryId',
		'typeId',
	]);
	const numbers = listField(fields, 'blocklist', MAX_NUMBERS);
	const offset = intField(fields, 'offset', { min: 0 });
	const limit = intField(fields, 'limit', { min: 1, max: MAX_ROWS });
	const relCategoryId = textField(fields, 'relCategoryId');
	const typeId = textField(fields, 'typeId');
	const hasAny = offset !== undefined || limit !== undefined;
	const hasBoth = offset !== undefined && limit !== undefined;
	if (numbers ? hasAny : !hasBoth) {
		throw new Refused(CODES.badCombination, 'Either blocklist or offset and limit are needed');
	}
	const found = data.blocklist.filter(
		(entry) =>
			isLiving(entry, now) &&
			(!relCategoryId || entry.relCategoryId === relCategoryId) &&
			(!typeId || entry.typeId === typeId),
	);
	if (numbers) {
		const rows = needed('blocklist', numbers).map((blockNum) => {
			const entry = found.find((blocked) => blocked.blockNum === blockNum);
			const validityExpirationTime = entry?.validityExpirationTime ?? '';
			return { blockNum, validityExpirationTime, flag: entry !== undefined };
		});
		return success('query blocklist', { totalCount: rows.length, data: rows });
	}
	const start = offset ?? 0;
	const rows = found
		.slice(start, start + (limit ?? MAX_ROWS))
		.map(({ blockNum, validityExpirationTime }) => ({ blockNum, validityExpirationTime }));
	return success('query blocklist', { totalCount: found.length, data: rows });
}

/** Source: vendor page 0745. */
export function blocklistDelete({ data }: Platform, request: RecordedRequest): Answer {
	const fields = jsonFields(request.body, ['blocklistNo']);
	const number = needed('blocklistNo', textField(fields, 'blocklistNo', NUMBER_RULE));
	const index = data.blocklist.findIndex(({ blockNum }) => blockNum === number);
	if (index < 0) return parameterError(`${number} is not on the blocklist`);
	data.blocklist.splice(index, 1);
	return success('delete blocklist');
}
