/** Milliseconds for which something is remembered after it was used last. */
export const MAX_AGE = 600_000;

/** How many things of a kind are remembered: those that were used last. */
const MAX_ENTRIES = 1_000;

interface Entry<T> {
	value: T;
	/** Epoch milliseconds. */
	usedAt: number;
}

/** What was learned and holds for a while: ten minutes after its last use, a thousand things at most. */
export class Remembered<T> {
	/** By name, that which was used last at the end. */
	private readonly entries = new Map<string, Entry<T>>();

	/** @param isInUse whether a thing is in use, and so not forgotten */
	constructor(private readonly isInUse: (value: T) => boolean = () => false) {}

	/**
	 * What is remembered under a name.
	 *
	 * @param begin makes it when there is nothing
	 */
	use(name: string, begin: () => T): T {
		const now = Date.now();
		const known = this.entries.get(name);
		const value = known && this.isKept(known, now) ? known.value : begin();
		this.entries.delete(name);
		this.entries.set(name, { value, usedAt: now });
		this.forgetOld(now);
		return value;
	}

	private forgetOld(now: number): void {
		for (const [name, entry] of this.entries) {
			if (this.entries.size <= MAX_ENTRIES && now - entry.usedAt <= MAX_AGE) return;
			if (!this.isInUse(entry.value)) this.entries.delete(name);
		}
	}

	private isKept({ value, usedAt }: Entry<T>, now: number): boolean {
		return this.isInUse(value) || now - usedAt <= MAX_AGE;
	}
}
