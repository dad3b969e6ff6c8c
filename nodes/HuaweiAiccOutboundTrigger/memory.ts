/**
 * What this process remembers of the results that were pushed, beside what n8n stores.
 *
 * n8n gives each request a copy of the node's static data, as it was stored when the request came,
 * and stores what the request leaves there. So of pushes at the same time none sees the others',
 * and the last one overwrites them. Nor can what is stored be as long as an hour of a busy campaign.
 */

/** Seconds: vendor page 0788 has a result pushed at most six times, ten minutes apart. */
const MAX_AGE = 3600;

/** Results of all nodes together, about 15 MB: the oldest are forgotten first. */
const MAX_RESULTS = 200_000;

/** How many nodes' stored texts are kept, 85 kB each: those that were pushed to last. */
const MAX_NODES = 100;

/** Fingerprints of the results of all nodes, with their seconds, the oldest first. */
const results = new Map<string, number>();

/** What was last stored, by node. */
const stored = new Map<string, string>();

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

/** @param fresh results that are not remembered yet; @param now the second that it is */
export function remember(fresh: string[], now: number): void {
	for (const result of fresh) {
		results.delete(result);
		results.set(result, now);
	}
	forget(now);
}

/** What was last stored for a node, if it is still known. */
export function lastStored(node: string): string | undefined {
	return stored.get(node);
}

export function keepStored(node: string, packed: string): void {
	stored.delete(node);
	stored.set(node, packed);
	const [oldest] = stored.keys();
	if (stored.size > MAX_NODES && oldest !== undefined) stored.delete(oldest);
}
