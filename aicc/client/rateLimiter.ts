/**
 * The paces that the vendor documents for single interfaces: so many requests at once, and so long
 * between them, over everything that this process sends.
 */
import { waitUntil } from '../base/waiting';
import type { RateLimit } from '../protocol/endpoint';
import type { Line, Session } from './session';

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

	private waiters: Waiter[] = [];

	constructor(
		private readonly limit: RateLimit,
		private readonly forget: () => void,
	) {
		this.places = limit.concurrency;
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
			if (this.inFlight === 0) {
				this.postpone(this.limit.gap);
				this.places = this.limit.concurrency;
			}
			this.admitNext();
		}
	}

	/** Lets nobody in for a while, because the service was asked too often. @param milliseconds from now */
	postpone(milliseconds: number): void {
		this.opensAt = Math.max(this.opensAt, Date.now() + milliseconds);
	}

	dismiss(session: Session, reason: Error): void {
		const own = this.waiters.filter((waiter) => waiter.session === session);
		this.waiters = this.waiters.filter((waiter) => waiter.session !== session);
		for (const waiter of own) waiter.refuse(reason);
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
		if (this.inFlight === 0) this.forget();
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

const limiters = new Map<string, RateLimiter>();

/**
 * The limiter of what shares a pace; it is forgotten when nobody waits for it any more.
 *
 * @param name of what shares the pace
 */
export function rateLimiterOf(name: string, limit: RateLimit): RateLimiter {
	let limiter = limiters.get(name);
	if (!limiter) {
		limiter = new RateLimiter(limit, () => limiters.delete(name));
		limiters.set(name, limiter);
	}
	return limiter;
}
