/** Asking for many IDs at once where nobody knows which row of an answer is about which of them. */
import type { AiccError } from '../../base/errors';
import type { JsonObject } from '../../base/json';
import type { Endpoint } from '../../protocol/endpoint';
import { BatchSender, type Entry } from './sendOrBisect';
import { subjectOf } from './subject';

/** What became of some IDs. */
export interface Asked {
	/** In the order of the IDs, as far as these went together. */
	answers: JsonObject[];
	/** The IDs that have no answer, in their order, and why. */
	failures: Array<{ id: number; failure: AiccError }>;
}

/**
 * Asks for some IDs in one request, and in more when the service refuses them because of a few.
 *
 * @param send asks for some of them
 */
export async function askApart(
	endpoint: Endpoint,
	ids: readonly number[],
	send: (ids: number[]) => Promise<JsonObject>,
): Promise<Asked> {
	const answers = new Map<number, JsonObject>();
	const failures = new Map<number, AiccError>();
	const sender = new BatchSender<number>({
		send: async (entries) => {
			const answer = await send(entries.map(({ record }) => record));
			answers.set(Math.min(...entries.map(({ itemIndex }) => itemIndex)), answer);
		},
		fail: (entries, failure) => {
			for (const entry of entries) entry.reject(failure);
		},
		numberOf: String,
		subjectOf: (failure) => subjectOf(endpoint, failure),
		onEnd: () => undefined,
	});
	await sender.sendOrBisect(
		ids.map(
			(record, itemIndex): Entry<number> => ({
				record,
				itemIndex,
				resolve: () => undefined,
				reject: (failure) => failures.set(itemIndex, failure),
			}),
		),
	);
	const order = [...ids.keys()];
	return {
		answers: order.map((index) => answers.get(index)).filter((answer) => answer !== undefined),
		failures: order.flatMap((index) => {
			const failure = failures.get(index);
			return failure ? { id: ids[index] as number, failure } : [];
		}),
	};
}
