/** Numbers that must not be called. */
import type { Platform } from '../../core/platform';
import { DAY_MS, timeText } from '../../core/time';

/** A number that is not called. */
export interface BlockedNumber {
	blockNum: string;
	/** Empty when it is blocked for good. */
	validityExpirationTime: string;
	/** A number without a category is blocked for all campaigns. */
	relCategoryId: string;
	typeId: string;
}

declare module '../../core/data' {
	interface SimulatorData {
		blocklist: BlockedNumber[];
	}
}

/** All for good and for all campaigns, but for the fourth to the sixth. @param now epoch milliseconds */
export function makeBlocklist(count: number, now: number): BlockedNumber[] {
	const today = Math.floor(now / DAY_MS) * DAY_MS;
	const odd: Array<Partial<BlockedNumber> | undefined> = [
		undefined,
		undefined,
		undefined,
		{ validityExpirationTime: timeText(today + 365 * DAY_MS) },
		{ relCategoryId: '1704000000000000001', typeId: '1705000000000000001' },
		{ validityExpirationTime: timeText(today - DAY_MS) },
	];
	return Array.from({ length: count }, (_, index) => ({
		blockNum: String(13_900_000_001 + index),
		validityExpirationTime: '',
		relCategoryId: '',
		typeId: '',
		...odd[index],
	}));
}

/** Whether an entry has not expired. @param now epoch milliseconds */
export function isLiving({ validityExpirationTime }: BlockedNumber, now: number): boolean {
	return validityExpirationTime === '' || validityExpirationTime > timeText(now);
}

/** Whether a number is blocked for all campaigns; no campaign is bound to a category here. */
export function isBlocked({ data, now }: Platform, called: string): boolean {
	return data.blocklist.some(
		(entry) => entry.blockNum === called && entry.relCategoryId === '' && isLiving(entry, now),
	);
}
