/** All numbers of a request or none. Source: vendor page 0744. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { timeText } from '../core/time';
import { isLiving } from './shared/blocklist';
import { CODES } from './shared/codes';
import { repeatedText } from './shared/numbers';

export const tryThese: TryThis[] = [
	{ ask: { blocklist: ['13600000001'] }, gives: 'it is blocked, for good and everywhere' },
	{
		ask: { blocklist: ['1', '1'] },
		code: CODES.repeated,
		gives: 'a number is in the request twice',
	},
];

interface Asked {
	blocklist: string[];
	validityExpirationTime?: string;
	validityTime?: number;
	validityTimeUnit: number;
	relCategoryId?: string;
	typeId?: string;
	isCoverDupNo: number;
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

export default behaviour<Asked>('blocklistAdd', (asked, { behaviour: conduct, data, now }) => {
	const { blocklist: numbers, validityTime: count } = asked;
	const isOverwritten = asked.isCoverDupNo === 1;
	const entry = {
		validityExpirationTime:
			asked.validityExpirationTime ??
			(count === undefined ? '' : endOf(now, count, asked.validityTimeUnit)),
		relCategoryId: asked.relCategoryId ?? '',
		typeId: asked.typeId ?? '',
	};
	const repeated = repeatedText(numbers);
	if (repeated !== undefined) refuse(CODES.repeated, `${repeated} is in the request twice`);
	const listed = numbers.find((number) =>
		data.blocklist.some((known) => known.blockNum === number && isLiving(known, now)),
	);
	if (listed && !isOverwritten && conduct.listedNumber === 'refuse') {
		const who = conduct.namesRefusedNumber ? listed : 'A number';
		refuse(CODES.listedAlready, `${who} is in the blocklist already`);
	}
	for (const blockNum of numbers) {
		const known = data.blocklist.find((blocked) => blocked.blockNum === blockNum);
		if (!known) data.blocklist.push({ blockNum, ...entry });
		else if (isOverwritten || !isLiving(known, now)) Object.assign(known, entry);
	}
	return {};
});
