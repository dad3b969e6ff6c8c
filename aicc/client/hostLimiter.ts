import { waitUntil } from '../base/waiting';
import type { Endpoint } from '../protocol/endpoint';
import type { ApiResponse } from './policy';
import type { Line, Session } from './session';

interface Waiter {
	admit: () => void;
	refuse: (reason: Error) => void;
}

/** The waiting requests of one session. Sessions take turns, so a long one does not hold up a short one. */
interface SessionQueue {
	session: Session;
	/** Requests that were sent before. They go first: what was begun is brought to its end. */
	again: Waiter[];
	/** Requests that were not sent yet. */
	fresh: Waiter[];
}

/**
 * How many requests may be in flight to one host, over everything that this process sends: who waits,
 * whose turn it is, and until when the host asked to be left alone.
 */
export class HostLimiter implements Line {
	/** How many requests of each session are being worked on, waiting ones included. */
	private readonly users = new Map<Session, number>();

	private inFlight = 0;

	private queues: SessionQueue[] = [];

	private pausedUntil = 0;

	private isWaitingForPause = false;

	get isUsed(): boolean {
		return this.users.size > 0;
	}

	enter(session: Session): void {
		this.users.set(session, (this.users.get(session) ?? 0) + 1);
	}

	leave(session: Session): void {
		const rest = (this.users.get(session) ?? 1) - 1;
		if (rest > 0) this.users.set(session, rest);
		else this.users.delete(session);
		this.admitNext();
	}

	/**
	 * Does something in a place among the requests in flight, as soon as there is one.
	 *
	 * @param isAgain whether the request was sent before
	 * @throws AiccError when the session ends before
	 */
	async schedule<T>(session: Session, isAgain: boolean, work: () => Promise<T>): Promise<T> {
		session.throwIfOver();
		session.waitsIn(this);
		await new Promise<void>((admit, refuse) => {
			const queue = this.queueOf(session);
			(isAgain ? queue.again : queue.fresh).push({ admit, refuse });
			this.admitNext();
		});
		try {
			return await work();
		} finally {
			this.inFlight--;
			this.admitNext();
		}
	}

	/**
	 * Learns from what came of a request, before its place is given to another one: when the host asks
	 * everybody to wait, or gives nobody a token, or is asked too often where no pace is known, nobody is
	 * let in until that request is sent again.
	 */
	noteOutcome({ failure, again }: ApiResponse, { rateLimit }: Pick<Endpoint, 'rateLimit'>): void {
		if (!again || !failure) return;
		const { retryable, concernsAll } = failure;
		// An interface with a pace of its own has those wait who share that.
		const isFlowControl = retryable?.isTooFast === true && rateLimit === undefined;
		const isShared = retryable?.retryAfter !== undefined || concernsAll || isFlowControl;
		if (isShared) this.pausedUntil = Math.max(this.pausedUntil, Date.now() + again.after);
	}

	dismiss(session: Session, reason: Error): void {
		const queue = this.queues.find((candidate) => candidate.session === session);
		if (!queue) return;
		this.queues = this.queues.filter((candidate) => candidate !== queue);
		for (const waiter of [...queue.again, ...queue.fresh]) waiter.refuse(reason);
		this.admitNext();
	}

	/** Credentials for the same host may differ in their limit: the smallest one in use counts. */
	private get limit(): number {
		let limit = Infinity;
		for (const session of this.users.keys()) limit = Math.min(limit, session.maxConcurrentRequests);
		return limit;
	}

	private admitNext(): void {
		if (this.queues.length === 0) return;
		if (this.pausedUntil > Date.now()) {
			void this.admitAfterPause();
			return;
		}
		const { limit } = this;
		while (this.inFlight < limit) {
			const waiter = this.takeNext();
			if (!waiter) return;
			this.inFlight++;
			waiter.admit();
		}
	}

	/** Whose turn it is; its queue goes to the end of the line. */
	private takeNext(): Waiter | undefined {
		const queue = this.queues.find(
			({ session, again, fresh }) => again.length > 0 || (fresh.length > 0 && session.mayBeginMore),
		);
		if (!queue) return undefined;
		const waiter = queue.again.shift() ?? queue.fresh.shift();
		this.queues = this.queues.filter((candidate) => candidate !== queue);
		if (queue.again.length + queue.fresh.length > 0) this.queues.push(queue);
		return waiter;
	}

	private queueOf(session: Session): SessionQueue {
		let queue = this.queues.find((candidate) => candidate.session === session);
		if (!queue) {
			queue = { session, again: [], fresh: [] };
			this.queues.push(queue);
		}
		return queue;
	}

	private async admitAfterPause(): Promise<void> {
		if (this.isWaitingForPause) return;
		this.isWaitingForPause = true;
		await waitUntil(
			() => this.pausedUntil,
			() => this.queues.length > 0,
		);
		this.isWaitingForPause = false;
		this.admitNext();
	}
}
