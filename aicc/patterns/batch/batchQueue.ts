/**
 * The queue of records of one execution that go the same way: they are sent in the order of their
 * items, as many in a request as the service takes.
 */
import { BatchReport, type Log } from './batchReport';
import { unexpectedShape } from '../../protocol/answer';
import { unknownChange } from '../../protocol/uncertainWrites';
import { BatchSender, type Answered, type Entry, type Subject } from './sendOrBisect';
import { AiccError, notSent, ownFailure } from '../../base/errors';
import type { JsonObject } from '../../base/json';
import type { SendRequest } from '../sendRequest';
import type { BatchSpec } from './batchSpec';
import type { Session } from '../../client/session';
import { subjectOf } from './subject';
import { waitUntil } from '../../base/waiting';

/** How the items of an execution come. */
export interface Arrival {
	/** Milliseconds between two groups of items, if the user has them come in groups. */
	interval: number;
	log: Log;
}

/** What the records of one execution share. */
export interface BatchContext {
	session: Session;
	ask: SendRequest;
	arrival: Arrival;
}

/** Items that come together are there within this many milliseconds. */
const SETTLING_TIME = 50;

/** All records of an execution that go the same way. */
export class BatchQueue<R> {
	private waiting: Array<Entry<R>> = [];

	private workers = 0;

	/** Epoch milliseconds at which the last record came. */
	private joinedAt = 0;

	/** Of changes only: whatever was asked can be asked again. */
	private readonly report?: BatchReport;

	private readonly sender: BatchSender<R>;

	/** Of queries only: what is being asked already, by record. */
	private readonly asked = new Map<string, Promise<Answered>>();

	constructor(
		private readonly spec: BatchSpec<R>,
		private readonly session: Session,
		private readonly ask: SendRequest,
		private readonly arrival: Arrival,
	) {
		const { write, batch } = spec.endpoint;
		if (write) this.report = new BatchReport(spec.title, arrival.log, batch.size);
		this.sender = new BatchSender({
			send: async (entries) => await this.send(entries),
			fail: (entries, failure) => this.fail(entries, failure),
			numberOf: batch.keyOf,
			subjectOf: (failure) => this.subjectOf(failure),
			onEnd: (reason) => this.fail(this.waiting.splice(0), notSent(reason)),
		});
	}

	/** Notes that a record is going to be added, or left out. */
	expect(): void {
		this.report?.join();
	}

	/** Notes that an expected record need not be sent, or cannot be. */
	leaveOut(itemIndex: number, failure?: AiccError): void {
		if (failure) this.report?.note([itemIndex], failure);
		else this.report?.noteSpared(itemIndex);
		if (this.workers === 0) this.report?.close();
	}

	/** Adds an expected record. @returns what the service says of it */
	async add(record: R, itemIndex: number): Promise<Answered> {
		if (this.spec.endpoint.write) return await this.join(record, itemIndex);
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
		if (!this.sender.hasTaken) return 1;
		return this.spec.endpoint.rateLimit?.concurrency ?? this.session.maxConcurrentRequests;
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
				if (inHand.length > 0) await this.sender.sendOrBisect(inHand);
				this.beginWork();
			}
			if (this.workers === 1) {
				this.sender.reopen();
				this.report?.close();
			}
		} catch (thrown) {
			const kind = this.spec.endpoint.write ? 'uncertain' : 'unavailable';
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
		return length > 0 && length < this.spec.endpoint.batch.size && !this.session.isOver;
	}

	/** The next records, no number twice: that one has to wait. */
	private takeNext(): Array<Entry<R>> {
		const { size, keyOf } = this.spec.endpoint.batch;
		const taken = new Map<string, Entry<R>>();
		const left: Array<Entry<R>> = [];
		let seen = 0;
		while (seen < this.waiting.length && taken.size < size) {
			const entry = this.waiting[seen++] as Entry<R>;
			const number = keyOf(entry.record);
			if (taken.has(number)) left.push(entry);
			else taken.set(number, entry);
		}
		this.waiting = left.concat(this.waiting.slice(seen));
		return [...taken.values()];
	}

	private async send(entries: Array<Entry<R>>): Promise<void> {
		const { endpoint, path, shared, questionFor } = this.spec;
		const { field, joinedBy, keyOf } = endpoint.batch;
		const records = entries.map(({ record }) => record);
		const sent = joinedBy === undefined ? records : records.map(keyOf).join(joinedBy);
		let answer: JsonObject;
		try {
			const asked = questionFor
				? { query: questionFor(records) }
				: { body: { ...shared, [field]: sent } };
			answer = await this.ask(endpoint, { path, ...asked });
		} catch (thrown) {
			const failure = ownFailure(thrown);
			if (!this.leavesOpen(failure, entries)) throw failure;
			return await this.settleRefused(entries, failure);
		}
		for (const entry of entries) this.settle(entry, answer, records);
	}

	/** Whether some of the records that were refused together may have been taken. */
	private leavesOpen(failure: AiccError, { length }: Array<Entry<R>>): boolean {
		if (this.spec.endpoint.batch.isRefusalOpen !== true || length < 2) return false;
		// What all of them have in common is wrong: none was taken.
		return failure.kind === 'service' && this.subjectOf(failure) !== 'target';
	}

	/** What becomes of such records: those that are as they were go alone, of the others nobody knows. */
	private async settleRefused(entries: Array<Entry<R>>, failure: AiccError): Promise<void> {
		const nothingKnown = () => false;
		const isUnchanged =
			(await this.spec.findUnchanged?.(this.ask).catch(() => undefined)) ?? nothingKnown;
		const [unchanged, others] = [true, false].map((wanted) =>
			entries.filter(({ record }) => isUnchanged(record) === wanted),
		) as [Array<Entry<R>>, Array<Entry<R>>];
		this.fail(others, unknownChange(failure, this.spec.endpoint));
		for (const entry of unchanged) await this.sender.sendOrBisect([entry]);
	}

	/** Tells one of those that were sent together what the answer says of its record. */
	private settle(entry: Entry<R>, answer: JsonObject, records: R[]): void {
		const { endpoint } = this.spec;
		const { keyOf, answerOf } = endpoint.batch;
		try {
			const own = answerOf(answer, entry.record, records);
			if (!own) throw unexpectedShape(endpoint, `nothing on ${keyOf(entry.record)}`);
			entry.resolve(own);
			this.report?.note([entry.itemIndex]);
		} catch (thrown) {
			this.fail([entry], ownFailure(thrown));
		}
	}

	private fail(entries: Array<Entry<R>>, failure: AiccError): void {
		for (const entry of entries) entry.reject(failure);
		const items = entries.map(({ itemIndex }) => itemIndex);
		if (items.length > 0) this.report?.note(items, failure);
	}

	private subjectOf(failure: AiccError): Subject | undefined {
		return this.spec.questionFor ? 'request' : subjectOf(this.spec.endpoint, failure);
	}
}
