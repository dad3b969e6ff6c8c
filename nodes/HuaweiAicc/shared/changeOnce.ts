import type { IDataObject } from 'n8n-workflow';

import { findAiccError } from '../../../aicc/errors';

/** What an operation has done for one input item. */
export interface Executed {
	rows: IDataObject[];
	/** Whether it changed something at the service. */
	isChange: boolean;
}

/** By execution of a node: the items whose change was made, or may have been, with what came out. */
const changes = new WeakMap<object, Map<number, Promise<Executed>>>();

/**
 * Makes a change once for each item of an execution. n8n's Retry On Fail runs the node again for all
 * its items when one of them has failed: what was made, or may have been, comes out as it did then.
 */
export async function changeOnce(
	execution: object,
	itemIndex: number,
	work: () => Promise<Executed>,
): Promise<Executed> {
	const earlier = changes.get(execution)?.get(itemIndex);
	if (earlier) return await earlier;
	const executed = work();
	const isFinal = await executed.then(
		({ isChange }) => isChange,
		(thrown: unknown) => findAiccError(thrown)?.kind === 'uncertain',
	);
	if (isFinal) {
		const ofExecution = changes.get(execution) ?? new Map<number, Promise<Executed>>();
		changes.set(execution, ofExecution.set(itemIndex, executed));
	}
	return await executed;
}
