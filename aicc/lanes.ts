/**
 * The paces that the vendor documents for single interfaces: so many requests at once, and so long
 * between them, over everything that this process sends.
 */
import type { Run } from './run';
import { waitUntil } from './waiting';

export interface Pace {
	/** Requests that may be under way side by side. */
	atOnce: number;
	/** Milliseconds from the last answer of those until the next ones. */
	gap: number;
	/** Whether each campaign has a pace of its own. */
	isPerCampaign: boolean;
}

interface Waiter {
	run: Run;
	admit: () => void;
	refuse: (reason: Error) => void;
}

/**
 * Those who want to ask the same thing. They are let in in the order in which they came, but for those
 * who were in before: what was begun is brought to its end.
 */
class Lane {
	private inFlight = 0;

	/** How many may still join those under way. */
	private places: number;

	/** Epoch milliseconds from which on the next ones may go. */
	private opensAt = 0;

	private isWaitingToOpen = false;

	private waiters: Waiter[] = [];

	constructor(
		private readonly pace: Pace,
		private readonly forget: () => void,
	) {
		this.places = pace.atOnce;
	}

	async inPlace<T>(run: Run, isAgain: boolean, work: () => Promise<T>): Promise<T> {
		run.waitsIn(this);
		await new Promise<void>((admit, refuse) => {
			const waiter = { run, admit, refuse };
			if (isAgain) this.waiters.unshift(waiter);
			else this.waiters.push(waiter);
			this.admitNext();
		});
		try {
			return await work();
		} finally {
			this.inFlight--;
			if (this.inFlight === 0) {
				this.postpone(this.pace.gap);
				this.places = this.pace.atOnce;
			}
			this.admitNext();
		}
	}

	/** Lets nobody in for a while. @param milliseconds from now */
	postpone(milliseconds: number): void {
		this.opensAt = Math.max(this.opensAt, Date.now() + milliseconds);
	}

	/** Turns away everything of a run that still waits. */
	dismiss(run: Run, reason: Error): void {
		const own = this.waiters.filter((waiter) => waiter.run === run);
		this.waiters = this.waiters.filter((waiter) => waiter.run !== run);
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

const lanes = new Map<string, Lane>();

/**
 * Does something at the pace of its lane.
 *
 * @param name of what shares the pace
 * @param isAgain whether it was done before, and is to be done once more
 * @throws AiccError when the run ends before it is let in
 */
export async function atPace<T>(
	name: string,
	pace: Pace,
	run: Run,
	isAgain: boolean,
	work: () => Promise<T>,
): Promise<T> {
	run.throwIfOver();
	let lane = lanes.get(name);
	if (!lane) {
		lane = new Lane(pace, () => lanes.delete(name));
		lanes.set(name, lane);
	}
	return await lane.inPlace(run, isAgain, work);
}

/**
 * Keeps everybody out of a lane for a while, because the service was asked too often.
 *
 * @param milliseconds from now
 */
export function postpone(name: string, milliseconds: number): void {
	lanes.get(name)?.postpone(milliseconds);
}
