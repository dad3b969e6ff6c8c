/**
 * Results that were pushed before: vendor page 0788 has the platform push one again, up to six
 * times in all, when it did not get HTTP 200.
 */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { fingerprintOf } from './fingerprint';
import { newestResults, packResults, unpackResults } from './knownResults';
import { isRemembered, keepNewest, newestOf, remember } from './memory';

/** The node, over all workflows. */
function keyOf(functions: IWebhookFunctions): string {
	return JSON.stringify([functions.getWorkflow().id, functions.getNode().id]);
}

/** Each of those that are not known yet once, by its fingerprint. */
function newOnes(
	items: IDataObject[],
	node: string,
	isKnown: (fingerprint: string) => boolean,
): Map<string, IDataObject> {
	const fresh = new Map<string, IDataObject>();
	for (const item of items) {
		const fingerprint = fingerprintOf(node, item);
		if (!fresh.has(fingerprint) && !isKnown(fingerprint)) fresh.set(fingerprint, item);
	}
	return fresh;
}

/**
 * The items that were not pushed before, each once. A manual test neither asks nor tells what is
 * known.
 *
 * In n8n's queue mode several processes take pushes, and what is stored is all they know of each
 * other. Each push takes in what is stored, and stores again what another process has overwritten:
 * so all know all as soon as each has had a push that overlaps no other.
 */
export function withoutRepeats(functions: IWebhookFunctions, items: IDataObject[]): IDataObject[] {
	const node = keyOf(functions);
	if (functions.getMode() === 'manual') return [...newOnes(items, node, () => false).values()];
	const now = Math.floor(Date.now() / 1000);
	const state = functions.getWorkflowStaticData('node');
	const isStored = newestOf(node) === state.results;
	const stored = unpackResults(state.results);
	const known = isStored ? stored : new Map([...unpackResults(newestOf(node)), ...stored]);
	const fresh = newOnes(items, node, (one) => known.has(one) || isRemembered(one, now));
	if (isStored && fresh.size === 0) return [];
	const all = new Map([...known, ...[...fresh.keys()].map((one): [string, number] => [one, now])]);
	remember(all, now);
	const newest = newestResults(all);
	const packed = packResults(newest);
	keepNewest(node, packed);
	if ([...newest.keys()].some((one) => !stored.has(one))) state.results = packed;
	return [...fresh.values()];
}
