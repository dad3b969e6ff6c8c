/**
 * What this process remembers of the results that were pushed, beside what n8n stores.
 *
 * n8n gives each request a copy of the node's static data, as it was stored when the request came,
 * and stores what the request leaves there. So of pushes at the same time none sees the others',
 * and the last one overwrites them. Nor can what is stored be as long as an hour of a busy campaign.
 */
import type { KnownEntries } from './knownEntries';

/** Seconds: vendor page 0788 has a result pushed at most six times, ten minutes apart. */
const MAX_AGE = 3600;

/** Results of all nodes together, about 15 MB: the oldest are forgotten first. */
const MAX_RESULTS = 200_000;

/** How many nodes' newest results are kept, 85 kB each: those that were pushed to last. */
const MAX_NODES = 100;

/** Fingerprints of the results of all nodes, with their seconds, the oldest first. */
const results = new Map<string, number>();

/** The newest results, packed, by node: what should be stored. */
const newest = new Map<string, string>();

function forget(now: number): void {
	for (const [result, second] of results) {
		if (results.size <= MAX_RESULTS && second >= now - MAX_AGE) return;
		results.delete(result);
	}
}

/** Whether a result was pushed within the last hour. @param now the second that it is */
export function isRemembered(result: string, now: number): boolean {
	return (results.get(result) ?? -Infinity) >= now - MAX_AGE;
}

/** @param now the second that it is */
export function remember(known: KnownEntries, now: number): void {
	for (const [result, second] of known) {
		if (second < now - MAX_AGE || isRemembered(result, now)) continue;
		results.delete(result);
		results.set(result, second);
	}
	forget(now);
}

/** The newest results of a node, packed, as far as this process knows. */
export function newestOf(node: string): string | undefined {
	return newest.get(node);
}

/** Remembers what should be stored for a node, in place of what was. @param packed by `packEntries` */
export function keepNewest(node: string, packed: string): void {
	newest.delete(node);
	newest.set(node, packed);
	const [oldest] = newest.keys();
	if (newest.size > MAX_NODES && oldest !== undefined) newest.delete(oldest);
}
