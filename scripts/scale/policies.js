/**
 * Ways to find out how many requests an address takes, to compare: each limit has what the node's own
 * has, `AdaptiveLimit`.
 */

const { loadLimits } = require('../load-typescript');

const { AdaptiveLimit } = loadLimits();

/**
 * @typedef {Pick<InstanceType<typeof AdaptiveLimit>, 'under' | 'gap' | 'answered' | 'refused'>} Limit
 *
 * @typedef {object} Policy
 * @property {string} name
 * @property {() => Limit} newLimit
 * @property {boolean} isPatient whether a request that is turned away while others are answered keeps
 *   its tries
 */

/** Learns nothing: the number of the credential. @implements {Limit} */
class FixedLimit {
	gap = 0;

	/** @param {number} ceiling */
	under(ceiling) {
		return ceiling;
	}

	answered() {}

	refused() {}
}

/** What a limit that learns begins with, as the node's own does. */
const FIRST_PLACES = new AdaptiveLimit().under(Infinity);

/**
 * As TCP does it: one more after a round of answers, half as many after a round in which one was
 * turned away.
 *
 * @implements {Limit}
 */
class AimdLimit {
	gap = 0;
	#places = FIRST_PLACES;
	#answers = 0;
	/** Outcomes of requests that were sent before the limit was halved: they say the same again. */
	#stale = 0;

	/** @param {number} ceiling */
	under(ceiling) {
		return Math.max(1, Math.floor(Math.min(this.#places, ceiling)));
	}

	/**
	 * @param {string} _path
	 * @param {number | undefined} _milliseconds
	 * @param {number} inFlight
	 * @param {number} ceiling
	 */
	answered(_path, _milliseconds, inFlight, ceiling) {
		if (this.#stale > 0) this.#stale--;
		if (inFlight < this.under(ceiling)) return;
		this.#answers++;
		if (this.#answers < this.under(ceiling)) return;
		this.#answers = 0;
		this.#places = Math.min(ceiling, this.#places + 1);
	}

	/** @param {number} inFlight */
	refused(inFlight) {
		this.#answers = 0;
		if (this.#stale > 0) {
			this.#stale--;
			return;
		}
		this.#stale = inFlight - 1;
		this.#places = Math.max(1, this.#places / 2);
	}
}

/** Of Gradient2 in Netflix's concurrency-limits: answers that the usual time is the average of, ... */
const USUAL_OVER = 600;
/** ... how much longer answers may take, ... */
const TOLERANCE = 1.5;
/** ... how fast the limit follows, and what is left of it when a request is turned away. */
const SMOOTHING = 0.2;
const BACKOFF = 0.9;

/**
 * As Gradient2 in Netflix's concurrency-limits: the limit follows how much longer answers take than
 * they usually do, with the square root of itself for requests that may wait there.
 *
 * @implements {Limit}
 */
class GradientLimit {
	gap = 0;
	#places = FIRST_PLACES;
	#usual = 0;
	#answers = 0;
	/** Sum of the times of this round's answers. */
	#time = 0;

	/** @param {number} ceiling */
	under(ceiling) {
		return Math.max(1, Math.floor(Math.min(this.#places, ceiling)));
	}

	/**
	 * @param {string} _path
	 * @param {number | undefined} milliseconds
	 * @param {number} inFlight
	 * @param {number} ceiling
	 */
	answered(_path, milliseconds = 0, inFlight, ceiling) {
		this.#usual += (milliseconds - this.#usual) / (this.#usual === 0 ? 1 : USUAL_OVER);
		this.#time += milliseconds;
		this.#answers++;
		if (this.#answers < this.under(ceiling)) return;
		const now = this.#time / this.#answers;
		this.#answers = 0;
		this.#time = 0;
		if (this.#usual > 2 * now) this.#usual *= 0.95;
		if (inFlight < this.under(ceiling) / 2) return;
		const gradient = Math.max(0.5, Math.min(1, (TOLERANCE * this.#usual) / now));
		const wanted = this.#places * gradient + Math.sqrt(this.#places);
		const places = this.#places * (1 - SMOOTHING) + wanted * SMOOTHING;
		this.#places = Math.max(1, Math.min(ceiling, places));
	}

	refused() {
		this.#places = Math.max(1, this.#places * BACKOFF);
	}
}

/** @type {Policy} */
const FIXED = { name: 'fixed, five tries', newLimit: () => new FixedLimit(), isPatient: false };

/** @type {Policy} */
const OWN = { name: "the node's", newLimit: () => new AdaptiveLimit(), isPatient: true };

/** @type {Policy[]} */
const POLICIES = [
	FIXED,
	{ name: 'AIMD', newLimit: () => new AimdLimit(), isPatient: true },
	{ name: 'gradient', newLimit: () => new GradientLimit(), isPatient: true },
	OWN,
];

module.exports = { FIXED, OWN, POLICIES };
