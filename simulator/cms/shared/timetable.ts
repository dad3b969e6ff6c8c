/** What is to happen, by its time; what is to happen at once happens in the order of its planning. */

interface Entry {
	at: number;
	serial: number;
	happens: () => void;
}

function isBefore(one: Entry, other: Entry): boolean {
	return one.at < other.at || (one.at === other.at && one.serial < other.serial);
}

/** A heap: the entry at `i` comes before those at `2i + 1` and `2i + 2`. */
export class Timetable {
	private readonly heap: Entry[] = [];

	private serial = 0;

	/** @param at epoch milliseconds */
	plan(at: number, happens: () => void): void {
		const entry = { at, serial: ++this.serial, happens };
		const { heap } = this;
		let place = heap.length;
		for (;;) {
			const parentPlace = (place - 1) >> 1;
			const parent = place > 0 ? heap[parentPlace] : undefined;
			if (!parent || isBefore(parent, entry)) break;
			heap[place] = parent;
			place = parentPlace;
		}
		heap[place] = entry;
	}

	/** Takes what is next, if its time has come. */
	takeUntil(now: number): Entry | undefined {
		const { heap } = this;
		const [first] = heap;
		if (!first || first.at > now) return undefined;
		const last = heap.pop();
		if (last && heap.length > 0) this.sink(last);
		return first;
	}

	private sink(entry: Entry): void {
		const { heap } = this;
		let place = 0;
		for (;;) {
			let childPlace = 2 * place + 1;
			const right = heap[childPlace + 1];
			let child = heap[childPlace];
			if (child && right && isBefore(right, child)) {
				child = right;
				childPlace++;
			}
			if (!child || isBefore(entry, child)) break;
			heap[place] = child;
			place = childPlace;
		}
		heap[place] = entry;
	}
}
