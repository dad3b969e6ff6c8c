/**
 * Many input items in few requests: records of one execution that the service takes together are
 * gathered and sent in the order of their items, each item gets its own answer.
 */
import type { IDataObject } from 'n8n-workflow';

import { Account, type Log } from './account';
import { unexpectedShape } from './answer';
import { unknownChange } from './changes';
import type { CodeMeaning } from './codes';
import { deliver, type Answered, type Delivery, type Entry } from './delivery';
import type { AiccError } from './errors';
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
	/** What the answer says of a record; undefined when it says nothing. */
	answerOf: (answer: JsonObject, record: R) => Answered | undefined;
}

/** How the items of an execution come. */
export interface Arrival {
	/** Milliseconds between two groups of items, if the user has them come in groups. */
	interval: number;
	log: Log;
}

/** Items that come together are there within this many milliseconds. */
const SETTLING_TIME = 50;

/** HTTP status of a service that does not like the request, without a code of its own. */
const BAD_REQUEST = 400;

class Gathering<R> {
	private readonly waiting: Array<Entry<R>> = [];

	private workers = 0;

	/** Epoch milliseconds at which the last record came. */
	private joinedAt = 0;

	/** Of changes only: whatever was asked can be asked again. */
	private readonly account?: Account;

	private readonly delivery: Delivery<R>;

	constructor(
		private readonly bundle: Bundle<R>,
		private readonly run: Run,
		private readonly ask: Ask,
		private readonly arrival: Arrival,
	) {
		if (bundle.interface.change) this.account = new Account(bundle.title, arrival.log);
		this.delivery = {
			send: async (entries) => await this.send(entries),
			fail: (entries, failure) => this.fail(entries, failure),
			numberOf: bundle.numberOf,
			isAboutRecords: (failure) =>
				failure.kind === 'service' &&
				(failure.resultCode === undefined
					? failure.httpStatus === BAD_REQUEST
					: this.subjectOf(failure) === undefined),
		};
	}

	/** Adds a record. @returns what the service says of it */
	async add(record: R, itemIndex: number): Promise<Answered> {
		return await new Promise((resolve, reject) => {
			this.waiting.push({ record, itemIndex, resolve, reject });
			this.account?.join();
			this.joinedAt = Date.now();
			if (this.workers < this.maxWorkers) void this.work();
		});
	}

	/** Requests side by side: one when the interface wants them one after the other. */
	private get maxWorkers(): number {
		return this.bundle.interface.pace?.atOnce ?? this.run.maxConcurrentRequests;
	}

	private async work(): Promise<void> {
		this.workers++;
		while (this.waiting.length > 0) {
			await waitUntil(
				() => this.joinedAt + this.arrival.interval + SETTLING_TIME,
				() => this.isOneMoreWanted,
			);
			const entries = this.takeNext();
			if (entries.length > 0) await deliver(this.delivery, entries);
		}
		this.workers--;
		if (this.workers === 0) this.account?.close();
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
		this.waiting.splice(0, seen, ...left);
		return [...taken.values()];
	}

	private async send(entries: Array<Entry<R>>): Promise<void> {
		const { interface: called, path, bodyOf, answerOf } = this.bundle;
		const body = bodyOf(entries.map(({ record }) => record));
		const answer = await this.ask({ interface: called, path, body });
		for (const entry of entries) {
			const own = answerOf(answer, entry.record);
			if (own) {
				this.account?.note([entry.itemIndex]);
				entry.resolve(own);
			} else {
				this.fail([entry], this.nothingOn(entry.record));
			}
		}
	}

	private fail(entries: Array<Entry<R>>, failure: AiccError): void {
		this.account?.note(
			entries.map(({ itemIndex }) => itemIndex),
			failure,
		);
		for (const entry of entries) entry.reject(failure);
		if (this.subjectOf(failure) === 'target') {
			const others = this.waiting.splice(0);
			if (others.length > 0) this.fail(others, failure);
		}
	}

	/** What a refusal is about when it is not about the records. */
	private subjectOf({ resultCode = '' }: AiccError): CodeMeaning['isAbout'] {
		return this.bundle.interface.codes[resultCode]?.isAbout;
	}

	/** The error for a record that the answer leaves out. */
	private nothingOn(record: R): AiccError {
		const { interface: called, numberOf } = this.bundle;
		const missing = unexpectedShape(called, `nothing on ${numberOf(record)}`);
		return called.change ? unknownChange(missing, called) : missing;
	}
}

const gatherings = new WeakMap<Run, Map<string, Gathering<unknown>>>();

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
	{ run, ask, arrival }: { run: Run; ask: Ask; arrival: Arrival },
): Promise<Answered> {
	const ofRun = gatherings.get(run) ?? new Map<string, Gathering<unknown>>();
	gatherings.set(run, ofRun);
	const way = JSON.stringify([bundle.interface.path, bundle.path, bundle.bodyOf([])]);
	const gathering = (ofRun.get(way) ?? new Gathering(bundle, run, ask, arrival)) as Gathering<R>;
	ofRun.set(way, gathering as Gathering<unknown>);
	return await gathering.add(record, itemIndex);
}
