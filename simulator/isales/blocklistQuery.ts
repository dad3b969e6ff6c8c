/** Either certain numbers or a page of all. Source: vendor page 0747. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { isLiving, makeBlocklist } from './shared/blocklist';
import { CODES } from './shared/codes';
import { needed, text } from './shared/fields';

export const data: DataMakers = {
	blocklist: ({ blocklist }, now) => makeBlocklist(blocklist, now),
};

export const tryThese: TryThis[] = [
	{ ask: { offset: 0, limit: 100 }, gives: 'the first of 230 numbers from 13900000001 on' },
	{ ask: { blocklist: ['13900000004'] }, gives: 'blocked for a year' },
	{ ask: { blocklist: ['13900000005'] }, gives: 'blocked for a category: call data takes it' },
	{ ask: { blocklist: ['13900000006'] }, gives: 'blocked until yesterday: call data takes it' },
];

interface Asked {
	blocklist?: string[];
	offset?: number;
	limit?: number;
	relCategoryId?: unknown;
	typeId?: unknown;
}

const MAX_ROWS = 100;

export default behaviour<Asked>('blocklistQuery', (asked, { data: { blocklist }, now }) => {
	const { blocklist: numbers, offset, limit } = asked;
	const relCategoryId = text('relCategoryId', asked.relCategoryId);
	const typeId = text('typeId', asked.typeId);
	if (numbers && (offset ?? limit) !== undefined) {
		refuse(CODES.badCombination, 'Either blocklist or offset and limit are needed');
	}
	const found = blocklist.filter(
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
		return { totalCount: rows.length, data: rows };
	}
	const start = offset ?? 0;
	const rows = found
		.slice(start, start + (limit ?? MAX_ROWS))
		.map(({ blockNum, validityExpirationTime }) => ({ blockNum, validityExpirationTime }));
	return { totalCount: found.length, data: rows };
});
