/**
 * Many input items in few requests: records of one execution that the service takes together are
 * collected and sent in the order of their items, each item gets its own answer.
 */
import { AiccError, notSent, ownFailure } from '../../base/errors';
import { perSession } from '../../client/policy';
import type { Session } from '../../client/session';
import { BatchQueue, type BatchContext } from './batchQueue';
import type { BatchSpec, Before } from './batchSpec';
import type { Answered } from './sendOrBisect';

/** The queues of a session, by the way that their records go. */
const queuesOf = perSession(() => new Map<string, BatchQueue<unknown>>());

function queueOf<R>(spec: BatchSpec<R>, { session, ask, arrival }: BatchContext): BatchQueue<R> {
	const queues = queuesOf(session);
	const way = JSON.stringify([spec.endpoint.path, spec.path, spec.shared]);
	const queue = (queues.get(way) ?? new BatchQueue(spec, session, ask, arrival)) as BatchQueue<R>;
	queues.set(way, queue as BatchQueue<unknown>);
	return queue;
}

/** The last piece of work on each number, where it depends on what was made of it before. */
const lastWorksOf = perSession(() => new Map<string, Promise<unknown>>());

/** Does something for a number when all that was begun for it before is done. */
async function afterOthers<T>(
	session: Session,
	number: string,
	work: () => Promise<T>,
): Promise<T> {
	const lastWorks = lastWorksOf(session);
	const own = (lastWorks.get(number) ?? Promise.resolve()).then(work);
	lastWorks.set(
		number,
		own.catch(() => undefined),
	);
	return await own;
}

/** Asks whether a record need not be sent, and sends it if it has to be. */
async function askThenAdd<R>(
	queue: BatchQueue<R>,
	before: Before<R>,
	record: R,
	itemIndex: number,
	context: BatchContext,
): Promise<Answered> {
	let known: Answered | undefined;
	try {
		known = before.answerOf(await batch(before.spec, record, itemIndex, context));
	} catch (thrown) {
		const asked = ownFailure(thrown);
		// The keys are those of the change as well: that is refused with them.
		const failure =
			asked.kind === 'credential' ? asked : new AiccError('unsent', notSent(asked).message, asked);
		queue.leaveOut(itemIndex, failure);
		throw failure;
	}
	if (!known) return await queue.add(record, itemIndex);
	queue.leaveOut(itemIndex);
	return known;
}

/**
 * Sends a record together with those of other items of the same session that go the same way.
 *
 * @param itemIndex the input item that it comes from
 * @returns what the service says of it
 * @throws AiccError when it was refused, was not sent, or nobody knows
 */
export async function batch<R>(
	spec: BatchSpec<R>,
	record: R,
	itemIndex: number,
	context: BatchContext,
): Promise<Answered> {
	const queue = queueOf(spec, context);
	queue.expect();
	const { before } = spec;
	if (!before) return await queue.add(record, itemIndex);
	return await afterOthers(
		context.session,
		spec.endpoint.batch.keyOf(record),
		async () => await askThenAdd(queue, before, record, itemIndex, context),
	);
}
