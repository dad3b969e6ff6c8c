/** Parts of a day that history is told by. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import { timeText } from '../../core/time';
import { centreOf } from './centre';
import { midnight, MINUTE_MS } from './days';
import { CODES } from './form';
import type { Span } from './pastIndicators';

/** History is settled every five minutes. */
const SETTLEMENT_MS = 5 * MINUTE_MS;

/** What a question about history has. */
export interface GrainsAsked {
	timeGrain?: '15MIN' | '30MIN' | '60MIN';
	enableOffset?: 'Y' | 'N';
}

/** The day that is asked for, as far as it is settled: today, or the one before. */
function settledDay(platform: Platform, { enableOffset }: GrainsAsked): Span {
	const { now } = centreOf(platform);
	const { timeZone } = platform.options;
	const isBefore = enableOffset === 'Y';
	const begin = midnight(now, timeZone, isBefore ? -1 : 0);
	const settled = Math.floor(now / SETTLEMENT_MS) * SETTLEMENT_MS;
	return { begin, end: isBefore ? midnight(now, timeZone) : Math.max(begin, settled) };
}

/**
 * Values by time, as history writes them: by UTC, as text. Without a grain one value for all of it,
 * whose form no page has.
 *
 * @param valueIn the value of a time
 * @param wantsGrain refuses to answer without a grain
 */
export function byGrain(
	platform: Platform,
	asked: GrainsAsked,
	valueIn: (span: Span) => number,
	wantsGrain = false,
): Record<string, string> | string {
	const { begin, end } = settledDay(platform, asked);
	if (asked.timeGrain === undefined) {
		if (wantsGrain) refuse(CODES.notAllowed, 'The indicator needs timeGrain');
		return String(valueIn({ begin, end }));
	}
	const grain = parseInt(asked.timeGrain, 10) * MINUTE_MS;
	const values: Record<string, string> = {};
	for (let from = begin; from < end; from += grain) {
		values[`${timeText(from)}.0`] = String(
			valueIn({ begin: from, end: Math.min(from + grain, end) }),
		);
	}
	return values;
}
