/**
 * The paces that the vendor documents for single interfaces: so many requests at once, and so long
 * between them, over everything that this process sends. Other processes keep them too, each for
 * itself: when the service is asked too often, this one takes a longer time between requests.
 */
import { Remembered } from '../base/remembered';
import { waitUntil } from '../base/waiting';
import type { RateLimit } from '../protocol/endpoint';
import type { Line, Session } from './session';

/** What the time between requests is multiplied with when the service was asked too often. */
const SLOWER = 1.5;

/** The same after each round in which it was not, until it is the documented one again. */
const FASTER = 0.8;

/** The time between requests after the first such answer, and the longest, in milliseconds. */
const MIN_SLOW_GAP = 1_000;
const MAX_SLOW_GAP = 10_000;

/**
 * The share of a time between requests that is left to chance once others are known to ask as well:
 * processes are not to come back together, nor is the fastest to leave no time for the others.
 */
const JITTER = 0.5;

interface Waiter {
	session: Session;
	admit: () => void;
	refuse: (reason: Error) => void;
}

/**
 * The pace of one interface: who waits for it, and who is under way. Requests are let in in the order
 * in which they came, but for those that were sent before: what was begun is brought to its end.
 */
class RateLimiter implements Line {
	private inFlight = 0;

	/** How many may still join those under way. */
	private places: number;

	/** Epoch milliseconds from which on the next ones may go. */
	private opensAt = 0;

	private isWaitingToOpen = false;

	/** Milliseconds between requests, as they are now. */
	private gap: number;

	/** Whether the service was asked too often since there was last nobody under way. */
	private isTooFast = false;

	/** Whether it ever was: others ask it too. */
	private hasOthers = false;

	private waiters: Waiter[] = [];

	constructor(private readonly limit: RateLimit) {
		this.places = limit.concurrency;
		this.gap = limit.gap;
	}

	/** Whether somebody waits for it, or is under way. */
	get isUsed(): boolean {
		return this.inFlight > 0 || this.waiters.length > 0;
	}

	/**
	 * Does something at this pace, as soon as it may be done.
	 *
	 * @param session one that is not over
	 * @param isAgain whether the request was sent before
	 * @throws AiccError when it ends before
	 */
	async schedule<T>(session: Session, isAgain: boolean, work: () => Promise<T>): Promise<T> {
		session.waitsIn(this);
		await new Promise<void>((admit, refuse) => {
			const waiter = { session, admit, refuse };
			if (isAgain) this.waiters.unshift(waiter);
			else this.waiters.push(waiter);
			this.admitNext();
		});
		try {
			return await work();
		} finally {
			this.inFlight--;
			if (this.inFlight === 0) this.endRound();
			this.admitNext();
		}
	}

	/** Learns that the service was asked too often. */
	slowDown(): void {
		this.isTooFast = true;
		this.hasOthers = true;
	}

	/** Turns away all that waits of a session; what is under way goes on. */
	dismiss(session: Session, reason: Error): void {
		const own = this.waiters.filter((waiter) => waiter.session === session);
		this.waiters = this.waiters.filter((waiter) => waiter.session !== session);
		for (const waiter of own) waiter.refuse(reason);
	}

	/** All who were under way are done: when the next ones may go. */
	private endRound(): void {
		const { gap: documented, concurrency } = this.limit;
		this.gap = this.isTooFast
			? Math.min(MAX_SLOW_GAP, Math.max(MIN_SLOW_GAP, this.gap * SLOWER))
			: Math.max(documented, this.gap * FASTER);
		const chance = this.hasOthers ? JITTER * Math.random() : 0;
		this.opensAt = Date.now() + this.gap * (1 + chance);
		this.isTooFast = false;
		this.places = concurrency;
	}

	private admitNext(): void {
		if (Date.now() < this.opensAt) {
			void this.admitWhenOpen();
			return;
		}
		while (this.places > 0) {
			const waiter = this.waiters.shift();
			if (!waiter) break;
			this.places--;
			this.inFlight++;
			waiter.admit();
		}
	}

	private async admitWhenOpen(): Promise<void> {
		if (this.isWaitingToOpen) return;
		this.isWaitingToOpen = true;
		await waitUntil(
			() => this.opensAt,
			() => true,
		);
		this.isWaitingToOpen = false;
		this.admitNext();
	}
}

const limiters = new Remembered<RateLimiter>(({ isUsed }) => isUsed);

/**
 * The limiter of what shares a pace.
 *
 * @param name of what shares the pace
 */
export function rateLimiterOf(name: string, limit: RateLimit): RateLimiter {
	return limiters.use(name, () => new RateLimiter(limit));
}
