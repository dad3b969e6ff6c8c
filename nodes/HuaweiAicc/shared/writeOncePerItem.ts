import type { IDataObject } from 'n8n-workflow';

import { findAiccError } from '../../../aicc/base/errors';
import type { ItemWithFile } from './itemWithFile';

/** What an operation has done for one input item. */
export interface Executed {
	rows: Array<IDataObject | ItemWithFile>;
	/** Whether it changed something at the service. */
	isWrite: boolean;
}

/** By execution of a node: the items whose write was made, or may have been, with what came out. */
const writes = new WeakMap<object, Map<number, Promise<Executed>>>();

/**
 * Makes a write once for each item of an execution. n8n's Retry On Fail runs the node again for all
 * its items when one of them has failed: what was made, or may have been, comes out as it did then.
 */
export async function writeOncePerItem(
	execution: object,
	itemIndex: number,
	work: () => Promise<Executed>,
): Promise<Executed> {
	const earlier = writes.get(execution)?.get(itemIndex);
	if (earlier) return await earlier;
	const executed = work();
	const isFinal = await executed.then(
		({ isWrite }) => isWrite,
		(thrown: unknown) => findAiccError(thrown)?.kind === 'uncertain',
	);
	if (isFinal) {
		const ofExecution = writes.get(execution) ?? new Map<number, Promise<Executed>>();
		writes.set(execution, ofExecution.set(itemIndex, executed));
	}
	return await executed;
}
