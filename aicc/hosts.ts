/**
 * What this process knows of the servers it is talking to, by origin (scheme, host, port): how
 * many requests are in flight, who waits, until when the server asked to be left alone, and how
 * far its clock is from ours. A host that nobody uses any more is forgotten.
 */
import { sleep } from 'n8n-workflow';

import type { Run } from './run';

interface Waiter {
	admit: () => void;
	refuse: (reason: Error) => void;
}

/** The waiting requests of one run. Runs take turns, so a long one does not hold up a short one. */
interface Lane {
	run: Run;
	waiters: Waiter[];
}

/** How often a waiting loop looks whether it is still wanted, in milliseconds. */
const LOOK_INTERVAL = 250;

/**
 * Waits, and ends early when it is no longer wanted. n8n allows its nodes no timers of their own,
 * and its `sleep` cannot be ended, so the wait is cut into short ones.
 *
 * @param until epoch milliseconds
 */
export async function waitUntil(until: () => number, isWanted: () => boolean): Promise<void> {
	for (let rest = until() - Date.now(); rest > 0 && isWanted(); rest = until() - Date.now()) {
		await sleep(Math.min(rest, LOOK_INTERVAL));
	}
}

export class Host {
	/** Requests that are being worked on, waiting ones included. */
	users = 0;

	/** Milliseconds to add to our clock to get the server's. */
	clockOffset = 0;

	private inFlight = 0;

	private lanes: Lane[] = [];

	private pausedUntil = 0;

	private isWaitingForPause = false;

	/** Waits for a place among the requests in flight. Every place must be given back. */
	async acquire(run: Run): Promise<void> {
		run.throwIfOver();
		await new Promise<void>((admit, refuse) => {
			let lane = this.lanes.find((candidate) => candidate.run === run);
			if (!lane) {
				lane = { run, waiters: [] };
				this.lanes.push(lane);
			}
			lane.waiters.push({ admit, refuse });
			this.admitNext();
		});
	}

	release(): void {
		this.inFlight--;
		this.admitNext();
	}

	/** Turns away everything of a run that still waits. */
	dismiss(run: Run, reason: Error): void {
		const lane = this.lanes.find((candidate) => candidate.run === run);
		if (!lane) return;
		this.lanes = this.lanes.filter((candidate) => candidate !== lane);
		for (const waiter of lane.waiters) waiter.refuse(reason);
		this.admitNext();
	}

	/** Lets nobody in for a while. @param milliseconds from now */
	pause(milliseconds: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds);
	}

	private admitNext(): void {
		if (this.pausedUntil > Date.now()) {
			void this.admitAfterPause();
			return;
		}
		// Credentials for the same host may differ in their limit: the smallest one waiting counts.
		const limit = Math.min(...this.lanes.map((lane) => lane.run.maxConcurrentRequests));
		while (this.inFlight < limit) {
			const lane = this.lanes.shift();
			const waiter = lane?.waiters.shift();
			if (!lane || !waiter) return;
			if (lane.waiters.length > 0) this.lanes.push(lane);
			this.inFlight++;
			waiter.admit();
		}
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

/** The record of a host, for as long as it is in use; `leaveHost` ends the use. */
export function enterHost(origin: string): Host {
	const host = hosts.get(origin) ?? new Host();
	hosts.set(origin, host);
	host.users++;
	return host;
}

export function leaveHost(origin: string, host: Host): void {
	host.users--;
	if (host.users === 0) hosts.delete(origin);
}

/** Milliseconds to add to our clock to get the server's; 0 when nothing is known. */
export function clockOffsetOf(origin: string): number {
	return hosts.get(origin)?.clockOffset ?? 0;
}

/** How many hosts are remembered. For tests: nothing may be kept of hosts that are not in use. */
export function rememberedHosts(): number {
	return hosts.size;
}
