/**
 * Many input items in few requests: records of one execution that the service takes together are
 * gathered and sent in the order of their items, each item gets its own answer.
 */
import type { Answered } from './delivery';
import { AiccError, notSent, ownFailure } from './errors';
import { Gathering, type Before, type Bundle, type Context } from './gathering';
import type { Run } from './run';

const gatherings = new WeakMap<Run, Map<string, Gathering<unknown>>>();

function gatheringOf<R>(bundle: Bundle<R>, { run, ask, arrival }: Context): Gathering<R> {
	const ofRun = gatherings.get(run) ?? new Map<string, Gathering<unknown>>();
	gatherings.set(run, ofRun);
	const way = JSON.stringify([bundle.interface.path, bundle.path, bundle.bodyOf([])]);
	const gathering = (ofRun.get(way) ?? new Gathering(bundle, run, ask, arrival)) as Gathering<R>;
	ofRun.set(way, gathering as Gathering<unknown>);
	return gathering;
}

/** By run: the last piece of work on a number, where it depends on what was made of it before. */
const lastWorks = new WeakMap<Run, Map<string, Promise<unknown>>>();

/** Does something for a number when all that was begun for it before is done. */
async function afterOthers<T>(run: Run, number: string, work: () => Promise<T>): Promise<T> {
	const ofRun = lastWorks.get(run) ?? new Map<string, Promise<unknown>>();
	lastWorks.set(run, ofRun);
	const own = (ofRun.get(number) ?? Promise.resolve()).then(work);
	ofRun.set(
		number,
		own.catch(() => undefined),
	);
	return await own;
}

/** Asks whether a record need not be sent, and sends it if it has to be. */
async function askThenAdd<R>(
	gathering: Gathering<R>,
	before: Before<R>,
	record: R,
	itemIndex: number,
	context: Context,
): Promise<Answered> {
	let known: Answered | undefined;
	try {
		known = before.answerOf(await gather(before.bundle, record, itemIndex, context));
	} catch (thrown) {
		const asked = ownFailure(thrown);
		// The keys are those of the change as well: that is refused with them.
		const failure =
			asked.kind === 'credential' ? asked : new AiccError('unsent', notSent(asked).message, asked);
		gathering.leaveOut(itemIndex, failure);
		throw failure;
	}
	if (!known) return await gathering.add(record, itemIndex);
	gathering.leaveOut(itemIndex);
	return known;
}

/**
 * Sends a record together with those of other items of the same run that go the same way.
 *
 * @param itemIndex the input item that it comes from
 * @returns what the service says of it
 * @throws AiccError when it was refused, was not sent, or nobody knows
 */
export async function gather<R>(
	bundle: Bundle<R>,
	record: R,
	itemIndex: number,
	context: Context,
): Promise<Answered> {
	const gathering = gatheringOf(bundle, context);
	gathering.expect();
	const { before } = bundle;
	if (!before) return await gathering.add(record, itemIndex);
	return await afterOthers(
		context.run,
		bundle.numberOf(record),
		async () => await askThenAdd(gathering, before, record, itemIndex, context),
	);
}
