/**
 * What was pushed before: vendor page 0788 has the platform push a result again, up to six times in
 * all, when it did not get HTTP 200, and page 0814 a file that is ready, every ten minutes.
 */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { JsonObject } from '../../aicc/base/json';
import { fingerprintOf } from './fingerprint';
import { newestEntries, packEntries, unpackEntries } from './knownEntries';
import { isRemembered, keepNewest, newestOf, remember } from './memory';

/** The node, over all workflows. */
function keyOf(functions: IWebhookFunctions): string {
	return JSON.stringify([functions.getWorkflow().id, functions.getNode().id]);
}

/** Each of those that are not known yet once, by its fingerprint. */
function newOnes(
	items: IDataObject[],
	fingerprint: (item: IDataObject) => string,
	isKnown: (one: string) => boolean,
): Map<string, IDataObject> {
	const fresh = new Map<string, IDataObject>();
	for (const item of items) {
		const one = fingerprint(item);
		if (!fresh.has(one) && !isKnown(one)) fresh.set(one, item);
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
 *
 * @param identityOf what of an item is the same however often it is pushed
 */
export function withoutRepeats(
	functions: IWebhookFunctions,
	items: IDataObject[],
	identityOf: (item: IDataObject) => JsonObject,
): IDataObject[] {
	const node = keyOf(functions);
	const fingerprint = (item: IDataObject) => fingerprintOf(node, identityOf(item));
	if (functions.getMode() === 'manual') {
		return [...newOnes(items, fingerprint, () => false).values()];
	}
	const now = Math.floor(Date.now() / 1000);
	const state = functions.getWorkflowStaticData('node');
	const isStored = newestOf(node) === state.results;
	const stored = unpackEntries(state.results);
	const known = isStored ? stored : new Map([...unpackEntries(newestOf(node)), ...stored]);
	const fresh = newOnes(items, fingerprint, (one) => known.has(one) || isRemembered(one, now));
	if (isStored && fresh.size === 0) return [];
	const all = new Map([...known, ...[...fresh.keys()].map((one): [string, number] => [one, now])]);
	remember(all, now);
	const newest = newestEntries(all);
	const packed = packEntries(newest);
	keepNewest(node, packed);
	if ([...newest.keys()].some((one) => !stored.has(one))) state.results = packed;
	return [...fresh.values()];
}
