import { randomBytes } from 'node:crypto';

interface IssuedToken {
	appKey: string;
	/** Epoch milliseconds. */
	diesAt: number;
}

/** Gives out bearer tokens and knows which ones live. A new one does not end an older one. */
export class TokenDesk {
	private readonly issued = new Map<string, IssuedToken>();

	private readonly times: number[] = [];

	/** @param now epoch milliseconds */
	issue(appKey: string, lifetimeSeconds: number, now: number): string {
		const token = randomBytes(24).toString('hex');
		this.issued.set(token, { appKey, diesAt: now + lifetimeSeconds * 1000 });
		return token;
	}

	/** The App Key that a living token belongs to. */
	ownerOf(token: string, now: number): string | undefined {
		const entry = this.issued.get(token);
		return entry && entry.diesAt > now ? entry.appKey : undefined;
	}

	/** Ends every token given out so far. */
	endAll(): void {
		this.issued.clear();
	}

	/** Counts a request. @returns how many there were in the last minute */
	countRequest(now: number): number {
		this.times.push(now);
		while ((this.times[0] ?? now) <= now - 60_000) this.times.shift();
		return this.times.length;
	}
}
