/** What happens when, in simulated milliseconds, earliest first (a binary heap). */

class Events {
	/** @type {Array<{ at: number, order: number, happen: () => void }>} */
	#heap = [];
	#order = 0;
	now = 0;

	/**
	 * @param {number} delay from now
	 * @param {() => void} happen
	 */
	after(delay, happen) {
		const heap = this.#heap;
		const event = { at: this.now + delay, order: this.#order++, happen };
		let index = heap.length;
		heap.push(event);
		while (index > 0) {
			const parent = (index - 1) >> 1;
			const above = heap[parent];
			if (!above || !isBefore(event, above)) break;
			heap[index] = above;
			index = parent;
		}
		heap[index] = event;
	}

	/** @param {number} end events after it do not happen yet */
	runUntil(end) {
		for (let first = this.#heap[0]; first && first.at <= end; first = this.#heap[0]) {
			this.#takeFirst();
			this.now = first.at;
			first.happen();
		}
		this.now = end;
	}

	#takeFirst() {
		const heap = this.#heap;
		const first = heap[0];
		const last = heap.pop();
		if (!last || first === last) return;
		let index = 0;
		for (;;) {
			const left = heap[2 * index + 1];
			const right = heap[2 * index + 2];
			const isRight = left && right && isBefore(right, left);
			const child = isRight ? right : left;
			if (!child || !isBefore(child, last)) break;
			heap[index] = child;
			index = 2 * index + (isRight ? 2 : 1);
		}
		heap[index] = last;
	}
}

/**
 * @param {{ at: number, order: number }} a
 * @param {{ at: number, order: number }} b
 */
function isBefore(a, b) {
	return a.at < b.at || (a.at === b.at && a.order < b.order);
}

module.exports = { Events };
