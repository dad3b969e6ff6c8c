/**
 * Sending records that the service takes all together or not at all. When it refuses them because of
 * a few, those are found, so that the others are not lost with them; when it refuses them for a reason
 * that all of them share, that is found out in few requests.
 */
import type { CodeMeaning } from '../../protocol/codes';
import { notSent, ownFailure, type AiccError } from '../../base/errors';

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

/** What a failure is about; `unclear` when it may be a record or all of them. */
export type Subject = Exclude<CodeMeaning['isAbout'], 'pace'> | 'unclear';

/** What a sender needs to know of the records, and how they go out. */
export interface BatchTransport<R> {
	/** Sends some entries in one request and answers each of them. @throws AiccError */
	send: (entries: Array<Entry<R>>) => Promise<void>;
	/** Tells those who wait that their records were not taken. */
	fail: (entries: Array<Entry<R>>, failure: AiccError) => void;
	/** What the service calls a record when it refuses it. */
	numberOf: (record: R) => string;
	/** What a failure is about; undefined when it is no word of the service. */
	subjectOf: (failure: AiccError) => Subject | undefined;
	/** Called when nothing more that goes the same way would be taken. */
	onEnd: (reason: AiccError) => void;
}

/** What became of some entries: `open` when that says nothing about those they came with. */
type Fate = 'taken' | 'refused' | 'open';

/** Shorter numbers may stand in a text for something else. */
const MIN_NAMED_LENGTH = 5;

/** Whether a text has a number in it as a whole. */
function isNamedIn(text: string, number: string): boolean {
	if (number.length < MIN_NAMED_LENGTH) return false;
	const escaped = number.replace(/[*#]/g, '\\$&');
	return new RegExp(`(?<![0-9*#])${escaped}(?![0-9*#])`).test(text);
}

/** Words with figures in them: times, numbers, and the marks of single requests. */
const CHANGING = /[\w.:+-]*\d[\w.:+-]*/g;

/** What two refusals have in common when they are alike. */
function likenessOf({ resultCode = '', serviceText = '' }: AiccError): string {
	return `${resultCode} ${serviceText.replace(CHANGING, '0')}`;
}

/** So many batches are looked at more closely before all are held to share one reason. */
const CLOSE_PROBES = 5;

/** Halving more entries than these would take too many requests if each of them is refused. */
const MAX_HALVED_UNPROBED = 50;

/** Some entries of a batch, and how those of the batch were refused that were sent alone. */
interface Part<R> {
	entries: Array<Entry<R>>;
	refusals: string[];
}

/** Sends the records of one queue, batch after batch, and learns from what is said of them. */
export class BatchSender<R> {
	/** Whether a record was ever taken. */
	hasTaken = false;

	/** How every single record of a batch was refused, when nothing has been taken since. */
	private shared?: string;

	/** How many batches were probed. */
	private probes = 0;

	/** Why nothing more is sent. */
	private end?: AiccError;

	constructor(private readonly transport: BatchTransport<R>) {}

	/** Sends entries until each of them has been taken, refused for itself, left out, or is not known. */
	async sendOrBisect(entries: Array<Entry<R>>): Promise<void> {
		const refusals: string[] = [];
		await this.send({ entries, refusals });
		const [first] = refusals;
		const isEach = entries.length > 1 && refusals.length === entries.length;
		if (isEach && refusals.every((likeness) => likeness === first)) this.shared = first;
	}

	/** Forgets why nothing more was sent: what comes later is asked for anew. */
	reopen(): void {
		this.end = undefined;
	}

	private async send(part: Part<R>): Promise<Fate> {
		const { entries, refusals } = part;
		if (this.end) {
			this.transport.fail(entries, notSent(this.end));
			return 'open';
		}
		const failure = await this.attempt(entries);
		if (!failure) return 'taken';
		const subject = this.transport.subjectOf(failure);
		const isSearched = subject === 'record' || subject === 'unclear' || subject === 'full';
		if (isSearched && entries.length > 1) {
			await this.search(part, failure, subject);
			return 'refused';
		}
		this.transport.fail(entries, failure);
		if (subject === 'target' || subject === 'full') this.endWith(failure);
		if (!isSearched) return 'open';
		const likeness = likenessOf(failure);
		refusals.push(likeness);
		if (likeness !== this.shared) this.shared = undefined;
		return 'refused';
	}

	/** Sends some entries in one request. @returns why they were not taken */
	private async attempt(entries: Array<Entry<R>>): Promise<AiccError | undefined> {
		try {
			await this.transport.send(entries);
		} catch (thrown) {
			return ownFailure(thrown);
		}
		this.hasTaken = true;
		this.shared = undefined;
		return undefined;
	}

	/** Entries that were refused together: the text of the service may name the ones it means. */
	private async search(part: Part<R>, failure: AiccError, subject: Subject): Promise<void> {
		const { entries } = part;
		const text = failure.serviceText ?? '';
		const isNamed = ({ record }: Entry<R>) => isNamedIn(text, this.transport.numberOf(record));
		const named = subject === 'full' ? [] : entries.filter(isNamed);
		if (named.length > 0) {
			this.transport.fail(named, failure);
			const others = entries.filter((entry) => !named.includes(entry));
			if (others.length > 0) await this.send({ ...part, entries: others });
		} else if (subject === 'unclear' && this.isWorthProbing(entries)) {
			this.shared = likenessOf(failure);
			await this.probe(part, failure);
		} else if (subject === 'full' || likenessOf(failure) !== this.shared) {
			await this.halve(part, failure, subject);
		} else if (subject === 'record' || this.hasTaken) {
			await this.sendEach(part);
		} else {
			await this.probe(part, failure);
		}
	}

	/** Whether a few are sent alone before so many are halved: it may be about all of them. */
	private isWorthProbing({ length }: Array<Entry<R>>): boolean {
		return length > MAX_HALVED_UNPROBED && !this.hasTaken && this.shared === undefined;
	}

	private async halve(part: Part<R>, failure: AiccError, subject: Subject): Promise<void> {
		const middle = Math.ceil(part.entries.length / 2);
		const first = { ...part, entries: part.entries.slice(0, middle) };
		const second = { ...part, entries: part.entries.slice(middle) };
		const fate = await this.send(first);
		// What was refused for want of room has been told so; there is none for the others either.
		if (this.end && subject === 'full') this.transport.fail(second.entries, failure);
		// When nothing is wrong with the first half, the second one would be refused as a whole again.
		else if (fate === 'taken' && second.entries.length > 1) {
			await this.search(second, failure, subject);
		} else await this.send(second);
	}

	/** One by one, as long as they are refused like all before them. */
	private async sendEach(part: Part<R>): Promise<void> {
		const rest = [...part.entries];
		for (let next = rest.shift(); next; next = rest.shift()) {
			await this.send({ ...part, entries: [next] });
			const isOther = this.shared === undefined;
			if (isOther && rest.length > 0) await this.send({ ...part, entries: rest.splice(0) });
		}
	}

	/**
	 * The first and the last alone, of the first batches also one in the middle; when these are refused
	 * like all before, so are the others.
	 */
	private async probe(part: Part<R>, failure: AiccError): Promise<void> {
		const { entries } = part;
		const isClose = ++this.probes <= CLOSE_PROBES && entries.length > 2;
		const middle = isClose ? entries[Math.floor(entries.length / 2)] : undefined;
		const alone = new Set(
			[entries[0], entries.at(-1), middle].filter((entry) => entry !== undefined),
		);
		for (const entry of alone) await this.send({ ...part, entries: [entry] });
		const others = entries.filter((entry) => !alone.has(entry));
		if (others.length === 0) return;
		if (this.shared === undefined || this.end) await this.send({ ...part, entries: others });
		else this.transport.fail(others, failure);
	}

	private endWith(reason: AiccError): void {
		this.end = reason;
		this.transport.onEnd(reason);
	}
}
