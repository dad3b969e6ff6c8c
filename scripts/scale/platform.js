/** A platform that takes so many requests at once at one address, in simulated time. */

/** Milliseconds until a request arrives, average: connection and TLS handshake. */
const ARRIVAL = 8;
/** Milliseconds until a request that is turned away knows it. */
const REFUSAL = 2;
/** Both arrival and answer take from half to one and a half of the average. */
const SPREAD = 0.5;

class Platform {
	#events;
	#random;
	#places;
	#latency;
	#isQueueing;
	/** @type {Array<() => void>} what waits for a place, where the platform has it wait */
	#waiting = [];
	#inFlight = 0;
	/** Most requests that were there at once. */
	maxInFlight = 0;

	/**
	 * @param {import('./events').Events} events
	 * @param {() => number} random
	 * @param {{ places: number, latency: number, isQueueing?: boolean }} settings requests that it works
	 *   on at once, milliseconds for one on average, and whether it has the others wait instead of
	 *   turning them away
	 */
	constructor(events, random, { places, latency, isQueueing = false }) {
		this.#events = events;
		this.#random = random;
		this.#places = places;
		this.#latency = latency;
		this.#isQueueing = isQueueing;
	}

	/** @param {(isAnswered: boolean) => void} done called when it is answered or turned away */
	request(done) {
		this.#events.after(this.#about(ARRIVAL), () => {
			this.maxInFlight = Math.max(this.maxInFlight, this.#inFlight + 1);
			if (this.#inFlight < this.#places) this.#work(done);
			else if (this.#isQueueing) this.#waiting.push(() => this.#work(done));
			else this.#events.after(REFUSAL, () => done(false));
		});
	}

	/** @param {(isAnswered: boolean) => void} done */
	#work(done) {
		this.#inFlight++;
		this.#events.after(this.#about(this.#latency), () => {
			this.#inFlight--;
			this.#waiting.shift()?.();
			done(true);
		});
	}

	/** @param {number} average */
	#about(average) {
		return average * (1 - SPREAD + 2 * SPREAD * this.#random());
	}
}

module.exports = { ARRIVAL, Platform };
