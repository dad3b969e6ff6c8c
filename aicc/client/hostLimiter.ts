import type { AiccError } from '../base/errors';
import { waitUntil } from '../base/waiting';
import type { Endpoint } from '../protocol/endpoint';
import { AdaptiveLimit } from './adaptiveLimit';
import { isLetIn, type ApiResponse } from './policy';
import { ANSWERING_WITHIN, AT_ONCE_AGAIN, mayBeOneTooMany } from './retryPolicy';
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

/** Whether all interfaces were asked too often. One with a pace of its own has those wait who share it. */
function isFlowControl(failure: AiccError | undefined, { rateLimit }: Endpoint): boolean {
	return failure?.retryable?.turnedAwayBy === 'pace' && rateLimit === undefined;
}

/** Whether a failure may say that there were too many requests at once. */
function isOneTooMany(failure: AiccError | undefined, endpoint: Endpoint): boolean {
	if (!failure || failure.concernsAll || !mayBeOneTooMany(failure)) return false;
	return failure.retryable?.turnedAwayBy !== 'pace' || isFlowControl(failure, endpoint);
}

/**
 * How many requests may be in flight to one host, over everything that this process sends: who waits,
 * whose turn it is, and until when the host is left alone.
 */
export class HostLimiter implements Line {
	/** How many requests of each session are being worked on, waiting ones included. */
	private readonly users = new Map<Session, number>();

	private inFlight = 0;

	private queues: SessionQueue[] = [];

	private pausedUntil = 0;

	private isWaitingForPause = false;

	/** @param adaptive what is known of how many requests the host takes */
	constructor(private readonly adaptive: AdaptiveLimit) {}

	/** Whether a request of any session is under way to the host, waiting ones included. */
	get isUsed(): boolean {
		return this.users.size > 0;
	}

	/** Notes one more request of a session; `leave` ends that. The number of its credential counts meanwhile. */
	enter(session: Session): void {
		this.users.set(session, (this.users.get(session) ?? 0) + 1);
	}

	/** Notes that a request of a session is done, whatever came of it. */
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

	/** Epoch milliseconds of the last answer of an interface, to anybody; 0 if there was none. */
	answeredAt(path: string): number {
		return this.adaptive.answeredAt(path);
	}

	/** Whether an interface answers nobody while others of the host do. */
	isShutAlone(path: string): boolean {
		return this.adaptive.isShutAlone(path, ANSWERING_WITHIN);
	}

	/**
	 * Learns from what came of a request, before its place is given to another one: how many the host
	 * takes at once. When it asks everybody to wait, or gives nobody a token, or is asked too often where
	 * no pace is known, nobody is let in until that request is sent again.
	 *
	 * @param milliseconds that it took
	 */
	noteOutcome(response: ApiResponse, endpoint: Endpoint, milliseconds: number): void {
		const { failure, again } = response;
		if (isOneTooMany(failure, endpoint)) {
			this.noteRefusal(response, endpoint);
		} else if (!failure?.retryable && isLetIn(response)) {
			// The time of a file tells how long the file is.
			const time = endpoint.file ? undefined : milliseconds;
			this.adaptive.answered(endpoint.path, time, this.inFlight, this.ceiling);
			this.pauseForGap();
		}
		const isAsked = failure?.retryable?.retryAfter !== undefined;
		const isShared = isAsked || failure?.concernsAll || isFlowControl(failure, endpoint);
		if (again && isShared) this.pause(again.after);
	}

	private noteRefusal({ tries }: ApiResponse, { path }: Endpoint): void {
		// What is always turned away, while others are answered, says nothing about their number.
		if ((tries?.busyCount ?? 0) > AT_ONCE_AGAIN) return;
		if (this.isShutAlone(path)) return;
		this.adaptive.refused(this.inFlight);
		this.pauseForGap();
	}

	/** Processes that were turned away together are not to come back together. */
	private pauseForGap(): void {
		this.pause(this.adaptive.gap * (0.5 + Math.random()));
	}

	private pause(milliseconds: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds);
	}

	/** Turns away all that waits of a session; what is under way goes on. */
	dismiss(session: Session, reason: Error): void {
		const queue = this.queues.find((candidate) => candidate.session === session);
		if (!queue) return;
		this.queues = this.queues.filter((candidate) => candidate !== queue);
		for (const waiter of [...queue.again, ...queue.fresh]) waiter.refuse(reason);
		this.admitNext();
	}

	private get limit(): number {
		return this.adaptive.under(this.ceiling);
	}

	/** Credentials for the same host may differ in their number: the smallest one in use counts. */
	private get ceiling(): number {
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
