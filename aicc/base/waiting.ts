/**
 * Waiting, in short pieces: n8n allows its nodes no timers of their own, and its `sleep` cannot be
 * ended early in every version.
 */
import { sleep } from 'n8n-workflow';

/** How often a wait looks whether it is still wanted, in milliseconds. */
const LOOK_INTERVAL = 250;

/**
 * Waits, and ends early when it is no longer wanted.
 *
 * @param until epoch milliseconds
 */
export async function waitUntil(until: () => number, isWanted: () => boolean): Promise<void> {
	for (let rest = until() - Date.now(); rest > 0 && isWanted(); rest = until() - Date.now()) {
		await sleep(Math.min(rest, LOOK_INTERVAL));
	}
}

/**
 * Cuts something off when it takes too long. The HTTP client's own time-out does not: it begins
 * anew with every byte, so that a server that drips could hold a place for ever.
 *
 * @param cut called when the time is up
 * @param begin epoch milliseconds from which on it counts; now, unless it is told
 * @returns what to call when it is done before
 */
export function cutAfter(milliseconds: number, cut: () => void, begin?: () => number): () => void {
	let isDone = false;
	const now = Date.now();
	void waitUntil(
		() => (begin?.() ?? now) + milliseconds,
		() => !isDone,
	).then(() => {
		if (!isDone) cut();
	});
	return () => {
		isDone = true;
	};
}
