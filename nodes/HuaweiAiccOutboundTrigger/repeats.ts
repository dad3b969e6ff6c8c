/**
 * Results that were pushed before: vendor page 0788 has the platform push one again, up to six
 * times in all, when it did not get HTTP 200.
 *
 * n8n gives each request a copy of the node's static data, as it was stored when the request came,
 * and stores what the request leaves there. So of pushes at the same time none sees the others',
 * and the last one overwrites them. What this process has seen is therefore kept beside it; both
 * together are what is known.
 */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { asText } from '../../aicc/json';
import { fingerprintOf, packCalls, unpackCalls, type KnownCalls } from './knownCalls';

/** How many nodes' calls this process keeps: those that were pushed to last. */
const MAX_NODES = 100;

/** Packed calls by workflow and node. */
const ofThisProcess = new Map<string, string>();

function keep(key: string, packed: string): void {
	ofThisProcess.delete(key);
	ofThisProcess.set(key, packed);
	const [oldest] = ofThisProcess.keys();
	if (ofThisProcess.size > MAX_NODES && oldest !== undefined) ofThisProcess.delete(oldest);
}

/** No page says that two call centres never have the same call ids, and one URL may serve both. */
function fingerprintOfCall({ vdnId, campaignId, callId }: IDataObject): string | undefined {
	const id = asText(callId);
	return id ? fingerprintOf([vdnId, campaignId, id]) : undefined;
}

/** Those that are not known yet, and makes them known. One without call id is always new. */
function newOnes(items: IDataObject[], known: KnownCalls): IDataObject[] {
	const second = Math.floor(Date.now() / 1000);
	return items.filter((item) => {
		const fingerprint = fingerprintOfCall(item);
		if (fingerprint === undefined) return true;
		if (known.has(fingerprint)) return false;
		known.set(fingerprint, second);
		return true;
	});
}

/** The items that were not pushed before. A manual test neither asks nor tells what is known. */
export function withoutRepeats(functions: IWebhookFunctions, items: IDataObject[]): IDataObject[] {
	if (functions.getMode() === 'manual') return newOnes(items, new Map());
	const key = JSON.stringify([functions.getWorkflow().id, functions.getNode().id]);
	const state = functions.getWorkflowStaticData('node');
	const known = unpackCalls(ofThisProcess.get(key), state.calls);
	const fresh = newOnes(items, known);
	if (fresh.length > 0) {
		const packed = packCalls(known);
		keep(key, packed);
		state.calls = packed;
	}
	return fresh;
}
