/**
 * Results that were pushed before: vendor page 0788 has the platform push one again, up to six
 * times in all, when it did not get HTTP 200.
 */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { fingerprintOf } from './fingerprint';
import { packResults, unpackResults } from './knownResults';
import { isRemembered, keepStored, lastStored, remember } from './memory';

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
 */
export function withoutRepeats(functions: IWebhookFunctions, items: IDataObject[]): IDataObject[] {
	const node = keyOf(functions);
	if (functions.getMode() === 'manual') return [...newOnes(items, node, () => false).values()];
	const now = Math.floor(Date.now() / 1000);
	const state = functions.getWorkflowStaticData('node');
	const stored = unpackResults(lastStored(node), state.results);
	const fresh = newOnes(items, node, (one) => stored.has(one) || isRemembered(one, now));
	if (fresh.size > 0) {
		const fingerprints = [...fresh.keys()];
		remember(fingerprints, now);
		const packed = packResults(
			new Map([...stored, ...fingerprints.map((one): [string, number] => [one, now])]),
		);
		keepStored(node, packed);
		state.results = packed;
	}
	return [...fresh.values()];
}
