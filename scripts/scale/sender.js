/**
 * What one process sends to one address, in simulated time: whose turn it is, how many are in flight,
 * what is sent again and when. As `aicc/client/hostLimiter.ts` and its policies do it.
 */

const { loadLimits } = require('../load-typescript');

const { AT_ONCE_AGAIN, BEGUN_PER_PLACE, MAX_AGE, afterFailure } = loadLimits();

/** @type {import('../../aicc/base/errors').Retryable} */
const TURNED_AWAY = { turnedAwayBy: 'crowd' };

/**
 * @typedef {{ begunAt: number, tries?: import('../../aicc/client/policy').Tries }} Request
 *
 * @typedef {object} Job
 * @property {number} toSend requests that were not sent yet
 * @property {Request[]} again those that were turned away and go first
 * @property {number} retrying requests that wait for another try
 * @property {(request: Request, isAnswered: boolean) => void} done with a request
 */

class Sender {
	#events;
	#random;
	#platform;
	#processor;
	#policy;
	#limit;
	#ceiling;
	/** @type {Job[]} */
	#waiting = [];
	#inFlight = 0;
	#answeredAt = 0;
	#pausedUntil = 0;
	/** When a job came last: what is not used is forgotten. */
	#usedAt = 0;
	#isOver = false;
	/** Requests that were turned away. */
	refused = 0;

	/**
	 * @param {object} parts
	 * @param {import('./events').Events} parts.events
	 * @param {() => number} parts.random
	 * @param {import('./platform').Platform} parts.platform
	 * @param {(then: () => void) => void} parts.processor what a request is worked on before it is sent
	 * @param {import('./policies').Policy} parts.policy
	 * @param {number} parts.ceiling requests that may be in flight at most
	 */
	constructor({ events, random, platform, processor, policy, ceiling }) {
		this.#events = events;
		this.#random = random;
		this.#platform = platform;
		this.#processor = processor;
		this.#policy = policy;
		this.#limit = policy.newLimit();
		this.#ceiling = ceiling;
	}

	/** @param {Job} job a new one */
	enter(job) {
		const { now } = this.#events;
		if (now - this.#usedAt > MAX_AGE) this.#limit = this.#policy.newLimit();
		this.#usedAt = now;
		this.#lineUp(job);
	}

	/** @param {Job} job has something to send */
	#lineUp(job) {
		if (!this.#waiting.includes(job)) this.#waiting.push(job);
		this.#admit();
	}

	/** The process dies. */
	end() {
		this.#isOver = true;
		this.#waiting = [];
	}

	/** Jobs take turns; what was turned away goes first. */
	#admit() {
		while (this.#inFlight < this.#limit.under(this.#ceiling)) {
			if (this.#pausedUntil > this.#events.now) return;
			const job = this.#waiting.find((each) => each.again.length > 0 || this.#mayBegin(each));
			if (!job) return;
			this.#waiting.splice(this.#waiting.indexOf(job), 1);
			const request = job.again.shift() ?? { begunAt: this.#events.now };
			if (!request.tries) job.toSend--;
			if (job.again.length > 0 || job.toSend > 0) this.#waiting.push(job);
			this.#inFlight++;
			this.#processor(() => this.#send(job, request));
		}
	}

	/** @param {Job} job */
	#mayBegin({ toSend, retrying }) {
		return toSend > 0 && retrying < BEGUN_PER_PLACE * this.#ceiling;
	}

	/** @param {Job} job @param {Request} request */
	#send(job, request) {
		const sentAt = this.#events.now;
		this.#platform.request((isAnswered) => {
			if (this.#isOver) return;
			if (isAnswered) this.#noteAnswer(job, request, this.#events.now - sentAt);
			else this.#noteRefusal(job, request, sentAt);
			this.#inFlight--;
			this.#admit();
		});
	}

	/** @param {Job} job @param {Request} request @param {number} milliseconds */
	#noteAnswer(job, request, milliseconds) {
		this.#answeredAt = this.#events.now;
		this.#limit.answered('', milliseconds, this.#inFlight, this.#ceiling);
		this.#pauseForGap();
		job.done(request, true);
	}

	/** @param {Job} job @param {Request} request @param {number} sentAt */
	#noteRefusal(job, request, sentAt) {
		this.refused++;
		const { now } = this.#events;
		const failure = { retryable: this.#policy.isPatient ? TURNED_AWAY : {} };
		const { tries, wait } = afterFailure(
			request.tries,
			{ failure, sentAt, now, answeredAt: this.#answeredAt, isFile: false },
			'much',
			this.#random(),
		);
		if (tries.busyCount <= AT_ONCE_AGAIN) {
			this.#limit.refused(this.#inFlight);
			this.#pauseForGap();
		}
		if (wait === undefined) {
			job.done(request, false);
			return;
		}
		job.retrying++;
		this.#events.after(wait, () => {
			job.retrying--;
			if (this.#isOver) return;
			job.again.push({ ...request, tries });
			this.#lineUp(job);
		});
	}

	#pauseForGap() {
		const { gap } = this.#limit;
		if (gap > 0) this.#pause(gap * (0.5 + this.#random()));
	}

	/** @param {number} milliseconds in which nothing is sent */
	#pause(milliseconds) {
		const until = this.#events.now + milliseconds;
		if (until <= this.#pausedUntil) return;
		this.#pausedUntil = until;
		this.#events.after(milliseconds, () => this.#admit());
	}
}

module.exports = { Sender };
