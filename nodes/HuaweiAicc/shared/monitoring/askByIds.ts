/** What the service says of each of some IDs, which go together with those of other items. */
import type { IDataObject } from 'n8n-workflow';

import { ownFailure, type AiccError } from '../../../../aicc/base/errors';
import type { JsonObject } from '../../../../aicc/base/json';
import type { OfId } from '../../../../aicc/endpoints/cms/shared/byId';
import type { BatchSpec } from '../../../../aicc/patterns/batch/batchSpec';
import type { SendInBatch } from '../operation';

interface Asked {
	/** What is asked of each ID: several questions where one request does not take all of it. */
	specs: Array<BatchSpec<number>>;
	ids: readonly number[];
	/** Field of a row with its ID. */
	idField: string;
	/** What comes out for an ID. @param rows of it, one for each question that has an answer */
	toItems: (rows: JsonObject[]) => IDataObject[];
}

/** What became of an ID. */
interface Fate {
	rows: JsonObject[];
	failure?: AiccError;
}

async function ask(id: number, { specs }: Asked, sendInBatch: SendInBatch): Promise<Fate> {
	const answers = await Promise.allSettled(
		specs.map(async (spec): Promise<OfId> => await sendInBatch(spec, id)),
	);
	const refused = answers.find((answer) => answer.status === 'rejected');
	if (refused) return { rows: [], failure: ownFailure(refused.reason) };
	return {
		rows: answers.flatMap((answer) =>
			answer.status === 'fulfilled' && answer.value.row ? [answer.value.row] : [],
		),
	};
}

/** The item of an ID that the service has nothing on. @param failure why, if it was refused */
export function missing(idField: string, id: unknown, failure?: AiccError): IDataObject {
	const item = { [idField]: String(id), found: false };
	return failure ? { ...item, message: failure.message } : item;
}

/** @throws AiccError when the service refused all of so many IDs, or could not be asked */
export function throwIfNoneIsLeft(failures: AiccError[], count: number): void {
	const [first] = failures;
	const general = failures.find(({ kind }) => kind !== 'service');
	if (general) throw general;
	if (first && failures.length === count) throw first;
}

/**
 * The items for some IDs, in their order. An ID that the service refuses or says nothing about comes
 * out with `found: false`, so that it does not spoil the others.
 *
 * @throws AiccError when the service refuses all of them, or could not be asked
 */
export async function itemsByIds(asked: Asked, sendInBatch: SendInBatch): Promise<IDataObject[]> {
	const { ids, idField, toItems } = asked;
	const fates = await Promise.all(ids.map(async (id) => await ask(id, asked, sendInBatch)));
	throwIfNoneIsLeft(
		fates.flatMap(({ failure }) => failure ?? []),
		ids.length,
	);
	return fates.flatMap(({ rows, failure }, index) => {
		if (rows.length > 0) return toItems(rows);
		return [missing(idField, ids[index], failure)];
	});
}
