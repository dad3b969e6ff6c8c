/**
 * Which calls were given out already. The service says nothing of when a call appeared in its records,
 * so each poll reads further back than the longest call lasts, and leaves out what was given.
 *
 * The state changes only when calls are given out: n8n stores it then and not else. A poll after a
 * restart reads from where the last stored one left off, and knows every call that was given.
 */
import type { JsonObject } from '../../aicc/base/json';

/** What a poll leaves for the next one. */
export interface GivenCalls {
	/** Of calls that a poll finds from then on every one that was given is known. Epoch milliseconds. */
	from: number;
	/** When calls were looked for and given last. Epoch milliseconds. */
	at: number;
	/**
	 * IDs of calls, each list behind the moment at which they were given. A call takes 24 bytes
	 * (measured in test/engine/triggerCalls).
	 */
	given: Array<[at: number, ...ids: string[]]>;
}

/** How a poll looks. */
export interface Look {
	/** Epoch milliseconds, by the clock of this machine unless the service's is known to be another. */
	now: number;
	/** Milliseconds that a call may last. */
	lookback: number;
}

/**
 * Milliseconds by which the service's clock may differ from the one that counts: with more, signatures are
 * refused, and its clock is known.
 */
export const CLOCK_DIFFERENCE = 15 * 60 * 1000;

/** Where a poll begins to read, in epoch milliseconds. */
export function beginOf(known: GivenCalls | undefined, { now, lookback }: Look): number {
	const farthest = (known?.at ?? now) - lookback - CLOCK_DIFFERENCE;
	return Math.max(farthest, known?.from ?? farthest);
}

/** A call that is over. */
export interface FinishedCall {
	/** What tells it from all others. */
	id: string;
	record: JsonObject;
	/**
	 * A poll that begins to read after that should not find it. Epoch milliseconds; undefined when
	 * nobody knows when the service ceases to give it.
	 */
	time: number | undefined;
}

/** Those calls that were not given out yet. */
export function newCalls(known: GivenCalls | undefined, calls: FinishedCall[]): FinishedCall[] {
	const given = new Set(known?.given.flatMap(([, ...ids]) => ids));
	return calls.filter(({ id }) => !given.has(id));
}

/**
 * What is known when new calls have been given out. The ID of each new one is kept for the lookback,
 * whatever its time says, and longer as long as the service may give its call; each is kept once. What
 * a poll finds although its time lies before where the poll began has a time by another clock, and is
 * taken as one of which nobody knows.
 *
 * @param calls all that the poll found, given before or now
 */
export function withGiven(
	known: GivenCalls | undefined,
	calls: FinishedCall[],
	look: Look,
): GivenCalls {
	const { now, lookback } = look;
	const begin = beginOf(known, look);
	const from = Math.max(begin, now - lookback - CLOCK_DIFFERENCE);
	const earlier = known?.given.filter(([at]) => at + CLOCK_DIFFERENCE >= from) ?? [];
	const kept = new Set(earlier.flatMap(([, ...ids]) => ids));
	const found = new Set(newCalls(known, calls));
	const mayComeAgain = (call: FinishedCall) => {
		const { time = Infinity } = call;
		return found.has(call) || time >= from || time < begin;
	};
	const ids = calls.filter((call) => !kept.has(call.id) && mayComeAgain(call)).map(({ id }) => id);
	return {
		from,
		at: now,
		given: [...earlier, [now, ...ids]].map(([at, ...those]) => [Number(at), ...those.map(String)]),
	};
}
