/**
 * The queue of records of one execution that go the same way: they are sent in the order of their
 * items, as many in a request as the service takes.
 */
import type { IDataObject } from 'n8n-workflow';

import { Account, type Log } from './account';
import { unexpectedShape } from './answer';
import { Courier, type Answered, type Entry, type Subject } from './delivery';
import { AiccError, notSent, ownFailure } from './errors';
import type { AiccInterface } from './interfaces';
import type { JsonObject } from './json';
import { RECORDS_PER_REQUEST } from './limits';
import type { Ask, PathValues } from './lists';
import type { Run } from './run';
import { waitUntil } from './waiting';

/** How records of one kind are sent. */
export interface Bundle<R> {
	/** What is sent, with where to, for n8n's log. */
	title: string;
	interface: AiccInterface;
	path: PathValues;
	/** The body of a request. What it has without records, all of them have in common. */
	bodyOf: (records: R[]) => IDataObject;
	/** The phone number in a record: the service takes none twice in one request. */
	numberOf: (record: R) => string;
	/**
	 * What the answer says of a record; undefined when it says nothing.
	 *
	 * @param records all records of the request
	 */
	answerOf: (answer: JsonObject, record: R, records: R[]) => Answered | undefined;
	/** What is asked of each record before it is sent. */
	before?: Before<R>;
}

/** A question that may show that a record need not be sent. */
export interface Before<R> {
	bundle: Bundle<R>;
	/** What becomes of a record that need not be sent; undefined when it has to be. */
	answerOf: (answer: Answered) => Answered | undefined;
}

/** How the items of an execution come. */
export interface Arrival {
	/** Milliseconds between two groups of items, if the user has them come in groups. */
	interval: number;
	log: Log;
}

/** What the records of one execution share. */
export interface Context {
	run: Run;
	ask: Ask;
	arrival: Arrival;
}

/** Items that come together are there within this many milliseconds. */
const SETTLING_TIME = 50;

/** HTTP status of a service that does not like the request, without a code of its own. */
const BAD_REQUEST = 400;

/** All records of an execution that go the same way. */
export class Gathering<R> {
	private waiting: Array<Entry<R>> = [];

	private workers = 0;

	/** Epoch milliseconds at which the last record came. */
	private joinedAt = 0;

	/** Of changes only: whatever was asked can be asked again. */
	private readonly account?: Account;

	private readonly courier: Courier<R>;

	/** Of queries only: what is being asked already, by record. */
	private readonly asked = new Map<string, Promise<Answered>>();

	constructor(
		private readonly bundle: Bundle<R>,
		private readonly run: Run,
		private readonly ask: Ask,
		private readonly arrival: Arrival,
	) {
		if (bundle.interface.change) this.account = new Account(bundle.title, arrival.log);
		this.courier = new Courier({
			send: async (entries) => await this.send(entries),
			fail: (entries, failure) => this.fail(entries, failure),
			numberOf: bundle.numberOf,
			subjectOf: (failure) => this.subjectOf(failure),
			onEnd: (reason) => this.fail(this.waiting.splice(0), notSent(reason)),
		});
	}

	/** Notes that a record is going to be added, or left out. */
	expect(): void {
		this.account?.join();
	}

	/** Notes that an expected record need not be sent, or cannot be. */
	leaveOut(itemIndex: number, failure?: AiccError): void {
		if (failure) this.account?.note([itemIndex], failure);
		else this.account?.noteSpared(itemIndex);
		if (this.workers === 0) this.account?.close();
	}

	/** Adds an expected record. @returns what the service says of it */
	async add(record: R, itemIndex: number): Promise<Answered> {
		if (this.bundle.interface.change) return await this.join(record, itemIndex);
		// Many items may ask the same thing.
		const key = JSON.stringify(record);
		const earlier = this.asked.get(key);
		if (earlier) return await earlier;
		const answer = this.join(record, itemIndex);
		this.asked.set(key, answer);
		try {
			return await answer;
		} finally {
			this.asked.delete(key);
		}
	}

	private async join(record: R, itemIndex: number): Promise<Answered> {
		return await new Promise((resolve, reject) => {
			this.waiting.push({ record, itemIndex, resolve, reject });
			this.joinedAt = Date.now();
			this.beginWork();
		});
	}

	/** Requests side by side: one until it is known that the service takes such records at all. */
	private get maxWorkers(): number {
		if (!this.courier.hasTaken) return 1;
		return this.bundle.interface.pace?.atOnce ?? this.run.maxConcurrentRequests;
	}

	private beginWork(): void {
		while (this.workers < this.maxWorkers && this.workers < this.waiting.length) {
			this.workers++;
			void this.work();
		}
	}

	/** Never throws: nobody waits for it. */
	private async work(): Promise<void> {
		let inHand: Array<Entry<R>> = [];
		try {
			while (this.waiting.length > 0) {
				await waitUntil(
					() => this.joinedAt + this.arrival.interval + SETTLING_TIME,
					() => this.isOneMoreWanted,
				);
				inHand = this.takeNext();
				if (inHand.length > 0) await this.courier.deliver(inHand);
				this.beginWork();
			}
			if (this.workers === 1) {
				this.courier.reopen();
				this.account?.close();
			}
		} catch (thrown) {
			const kind = this.bundle.interface.change ? 'uncertain' : 'unavailable';
			const failure = new AiccError(kind, `Something went wrong in the node: ${String(thrown)}`);
			for (const entry of inHand) entry.reject(failure);
			for (const entry of this.waiting.splice(0)) entry.reject(notSent(failure));
		} finally {
			this.workers--;
		}
	}

	/** Whether it is better to wait for more records than to send those that are there. */
	private get isOneMoreWanted(): boolean {
		const { length } = this.waiting;
		return length > 0 && length < RECORDS_PER_REQUEST && !this.run.isOver;
	}

	/** The next records, no number twice: that one has to wait. */
	private takeNext(): Array<Entry<R>> {
		const taken = new Map<string, Entry<R>>();
		const left: Array<Entry<R>> = [];
		let seen = 0;
		while (seen < this.waiting.length && taken.size < RECORDS_PER_REQUEST) {
			const entry = this.waiting[seen++] as Entry<R>;
			const number = this.bundle.numberOf(entry.record);
			if (taken.has(number)) left.push(entry);
			else taken.set(number, entry);
		}
		this.waiting = left.concat(this.waiting.slice(seen));
		return [...taken.values()];
	}

	private async send(entries: Array<Entry<R>>): Promise<void> {
		const { interface: called, path, bodyOf } = this.bundle;
		const records = entries.map(({ record }) => record);
		const answer = await this.ask({ interface: called, path, body: bodyOf(records) });
		for (const entry of entries) this.settle(entry, answer, records);
	}

	/** Tells one of those that were sent together what the answer says of its record. */
	private settle(entry: Entry<R>, answer: JsonObject, records: R[]): void {
		const { interface: called, numberOf, answerOf } = this.bundle;
		try {
			const own = answerOf(answer, entry.record, records);
			if (!own) throw unexpectedShape(called, `nothing on ${numberOf(entry.record)}`);
			entry.resolve(own);
			this.account?.note([entry.itemIndex]);
		} catch (thrown) {
			this.fail([entry], ownFailure(thrown));
		}
	}

	private fail(entries: Array<Entry<R>>, failure: AiccError): void {
		for (const entry of entries) entry.reject(failure);
		const items = entries.map(({ itemIndex }) => itemIndex);
		if (items.length > 0) this.account?.note(items, failure);
	}

	private subjectOf({ kind, resultCode, httpStatus }: AiccError): Subject | undefined {
		const about = this.bundle.interface.codes[resultCode ?? '']?.isAbout;
		// It was waited for long enough.
		if (about === 'pace') return 'target';
		if (kind !== 'service') return undefined;
		if (resultCode === undefined) return httpStatus === BAD_REQUEST ? 'unclear' : undefined;
		return about ?? 'unclear';
	}
}
