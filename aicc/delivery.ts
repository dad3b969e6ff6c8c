/**
 * Sending records that the service takes all together or not at all. When it refuses them because of
 * a few, those are found, so that the others are not lost with them.
 */
import { AiccError } from './errors';

/** A record on its way, with the one who waits for what becomes of it. */
export interface Entry<R> {
	record: R;
	/** The input item that it comes from. */
	itemIndex: number;
	resolve: (answer: Answered) => void;
	reject: (failure: AiccError) => void;
}

/** What the service says of one record. */
export type Answered = Readonly<Record<string, unknown>>;

export interface Delivery<R> {
	/** Sends some entries in one request and answers each of them. */
	send: (entries: Array<Entry<R>>) => Promise<void>;
	/** Tells those who wait that their records were not taken. */
	fail: (entries: Array<Entry<R>>, failure: AiccError) => void;
	/** What the service calls a record when it refuses it. */
	numberOf: (record: R) => string;
	/** Whether a failure may be about some of the records only. */
	isAboutRecords: (failure: AiccError) => boolean;
}

/** What became of some entries: `open` when that says nothing about those they came with. */
type Outcome = 'taken' | 'refused' | 'open';

/** Shorter numbers may stand in a text for something else. */
const MIN_NAMED_LENGTH = 5;

/** Whether a text has a number in it as a whole. */
function isNamedIn(text: string, number: string): boolean {
	if (number.length < MIN_NAMED_LENGTH) return false;
	const escaped = number.replace(/[*#]/g, '\\$&');
	return new RegExp(`(?<![0-9*#])${escaped}(?![0-9*#])`).test(text);
}

/** Entries that were refused together: the text of the service may name the ones it means. */
async function search<R>(
	delivery: Delivery<R>,
	entries: Array<Entry<R>>,
	failure: AiccError,
): Promise<void> {
	const text = failure.serviceText ?? '';
	const isNamed = ({ record }: Entry<R>) => isNamedIn(text, delivery.numberOf(record));
	const named = entries.filter(isNamed);
	if (named.length > 0 && named.length < entries.length) {
		delivery.fail(named, failure);
		await deliver(
			delivery,
			entries.filter((entry) => !named.includes(entry)),
		);
		return;
	}
	const middle = Math.ceil(entries.length / 2);
	const [first, second] = [entries.slice(0, middle), entries.slice(middle)];
	const outcome = await deliver(delivery, first);
	// When nothing is wrong with the first half, the second one would be refused as a whole again.
	if (outcome === 'taken' && second.length > 1) await search(delivery, second, failure);
	else await deliver(delivery, second);
}

/** Sends entries until each of them has been taken, refused for itself, or is not known. */
export async function deliver<R>(
	delivery: Delivery<R>,
	entries: Array<Entry<R>>,
): Promise<Outcome> {
	try {
		await delivery.send(entries);
		return 'taken';
	} catch (thrown) {
		const failure =
			thrown instanceof AiccError ? thrown : new AiccError('unavailable', String(thrown));
		const isRefused = delivery.isAboutRecords(failure);
		if (isRefused && entries.length > 1) await search(delivery, entries, failure);
		else delivery.fail(entries, failure);
		return isRefused ? 'refused' : 'open';
	}
}
