/**
 * What this process knows of the servers it is talking to, by origin (scheme, host, port): how
 * many requests are in flight, who waits, until when the server asked to be left alone, and how
 * far its clock is from ours. A host that nobody uses any more is forgotten.
 */
import type { Run } from './run';
import { waitUntil } from './waiting';

interface Waiter {
	admit: () => void;
	refuse: (reason: Error) => void;
}

/** The waiting requests of one run. Runs take turns, so a long one does not hold up a short one. */
interface Lane {
	run: Run;
	/** Requests that were sent before. They go first: what was begun is brought to its end. */
	again: Waiter[];
	/** Requests that were not sent yet. */
	fresh: Waiter[];
}

export class Host {
	/** Milliseconds to add to our clock to get the server's. */
	clockOffset = 0;

	/** How many requests of each run are being worked on, waiting ones included. */
	private readonly users = new Map<Run, number>();

	private inFlight = 0;

	private lanes: Lane[] = [];

	private pausedUntil = 0;

	private isWaitingForPause = false;

	get isUsed(): boolean {
		return this.users.size > 0;
	}

	enter(run: Run): void {
		this.users.set(run, (this.users.get(run) ?? 0) + 1);
	}

	leave(run: Run): void {
		const rest = (this.users.get(run) ?? 1) - 1;
		if (rest > 0) this.users.set(run, rest);
		else this.users.delete(run);
		this.admitNext();
	}

	/**
	 * Does something in a place among the requests in flight, as soon as there is one.
	 *
	 * @param isAgain whether the request was sent before
	 */
	async inPlace<T>(run: Run, isAgain: boolean, work: () => Promise<T>): Promise<T> {
		run.throwIfOver();
		await new Promise<void>((admit, refuse) => {
			const lane = this.laneOf(run);
			(isAgain ? lane.again : lane.fresh).push({ admit, refuse });
			this.admitNext();
		});
		try {
			return await work();
		} finally {
			this.inFlight--;
			this.admitNext();
		}
	}

	/** Turns away everything of a run that still waits. */
	dismiss(run: Run, reason: Error): void {
		const lane = this.lanes.find((candidate) => candidate.run === run);
		if (!lane) return;
		this.lanes = this.lanes.filter((candidate) => candidate !== lane);
		for (const waiter of [...lane.again, ...lane.fresh]) waiter.refuse(reason);
		this.admitNext();
	}

	/** Lets nobody in for a while. @param milliseconds from now */
	pause(milliseconds: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds);
	}

	private admitNext(): void {
		if (this.lanes.length === 0) return;
		if (this.pausedUntil > Date.now()) {
			void this.admitAfterPause();
			return;
		}
		// Credentials for the same host may differ in their limit: the smallest one in use counts.
		let limit = Infinity;
		for (const run of this.users.keys()) limit = Math.min(limit, run.maxConcurrentRequests);
		while (this.inFlight < limit) {
			const waiter = this.takeNext();
			if (!waiter) return;
			this.inFlight++;
			waiter.admit();
		}
	}

	/** Whose turn it is; its lane goes to the end of the line. */
	private takeNext(): Waiter | undefined {
		const lane = this.lanes.find(
			({ run, again, fresh }) => again.length > 0 || (fresh.length > 0 && run.mayBeginMore),
		);
		if (!lane) return undefined;
		const waiter = lane.again.shift() ?? lane.fresh.shift();
		this.lanes = this.lanes.filter((candidate) => candidate !== lane);
		if (lane.again.length + lane.fresh.length > 0) this.lanes.push(lane);
		return waiter;
	}

	private laneOf(run: Run): Lane {
		let lane = this.lanes.find((candidate) => candidate.run === run);
		if (!lane) {
			lane = { run, again: [], fresh: [] };
			this.lanes.push(lane);
		}
		return lane;
	}

	private async admitAfterPause(): Promise<void> {
		if (this.isWaitingForPause) return;
		this.isWaitingForPause = true;
		await waitUntil(
			() => this.pausedUntil,
			() => this.lanes.length > 0,
		);
		this.isWaitingForPause = false;
		this.admitNext();
	}
}

const hosts = new Map<string, Host>();

/**
 * The record of a host, for as long as it is in use; `leaveHost` ends the use.
 *
 * @param known the record that the run has used before: what it learned then is still true
 */
export function enterHost(origin: string, run: Run, known?: Host): Host {
	const host = hosts.get(origin) ?? known ?? new Host();
	hosts.set(origin, host);
	host.enter(run);
	return host;
}

export function leaveHost(origin: string, host: Host, run: Run): void {
	host.leave(run);
	if (!host.isUsed) hosts.delete(origin);
}

/** Milliseconds to add to our clock to get the server's; 0 when nothing is known. */
export function clockOffsetOf(origin: string): number {
	return hosts.get(origin)?.clockOffset ?? 0;
}

/** How many hosts are remembered. For tests: nothing may be kept of hosts that are not in use. */
export function rememberedHosts(): number {
	return hosts.size;
}
