/**
 * Several processes that always have something to send, and one address that takes only so many
 * requests at once, simulated event by event: who gets how much, and at what price.
 */

const { chance } = require('./chance');
const { Events } = require('./events');
const { Platform } = require('./platform');
const { Sender } = require('./sender');
const { average, fairness, percentile, sum } = require('./statistics');

/**
 * @typedef {object} Case
 * @property {number} processes from the start
 * @property {number} ceiling Max Concurrent Requests
 * @property {number} places requests at once that the platform takes
 * @property {number} latency of the platform, average, in milliseconds
 * @property {boolean} isQueueing whether it has the others wait instead of turning them away
 * @property {Array<{ at: number, join?: number, die?: number }>} changes processes that join, and that
 *   die, the oldest first; in order of time, in milliseconds
 *
 * @typedef {object} Outcome What is not about the start is counted from the first change, else from the
 *   tenth second, until a minute after the last change.
 * @property {number} refused share of the requests that were turned away
 * @property {number} refusedAtStart requests that were turned away in the first ten seconds
 * @property {number} perSecond items that were answered in a second
 * @property {number} fairness Jain's index of what the processes got in a second of their lives
 * @property {number} newcomer what those who joined got, as a share of the average; NaN if nobody did
 * @property {number} percentile95 milliseconds from the first sending of an item to its answer
 * @property {number} failed items, the start included
 * @property {(perSecond: number) => number} foundAfter milliseconds from the start, or from the last
 *   change, to the first five seconds in which nearly so many were answered and each process got at
 *   least half of what is fair; infinite if there are none
 *
 * @typedef {{ sender: Sender, joinedAt: number, diedAt: number, answeredAt: number[] }} Process
 */

/** Milliseconds of a process's processor for one request, as `npm run compare` has measured it. */
const LOOKUP_WORK = 6;
/** Milliseconds of the start, and those that are counted after the last change. */
const START = 10_000;
const COUNTED = 60_000;
/** When a share counts as found, see `foundAfter`. */
const FOUND_OVER = 5_000;
const NEARLY = 0.9;
const HALF = 0.5;
const SECOND = 1_000;

class Contention {
	#events = new Events();
	#random;
	#case;
	#policy;
	#platform;
	/** @type {Process[]} */
	#processes = [];
	/** @type {number[]} milliseconds of the items that were answered since counting began */
	#times = [];
	#failed = 0;

	/** @param {Case} situation @param {import('./policies').Policy} policy @param {number} seed */
	constructor(situation, policy, seed) {
		this.#case = situation;
		this.#policy = policy;
		this.#random = chance(seed);
		this.#platform = new Platform(this.#events, this.#random, situation);
	}

	/** @returns {Outcome} */
	run() {
		const { processes, changes } = this.#case;
		const from = changes[0]?.at ?? START;
		const lastChange = changes.at(-1)?.at;
		const end = (lastChange ?? from) + COUNTED;
		this.#change({ join: processes });
		for (const change of changes) this.#events.after(change.at, () => this.#change(change));
		this.#events.runUntil(START);
		const refusedAtStart = this.#refused;
		this.#events.runUntil(from - 1);
		const before = this.#refused;
		this.#times = [];
		this.#events.runUntil(end);
		const refused = this.#refused - before;
		const living = this.#processes.filter(({ diedAt }) => diedAt > from);
		const rates = living.map((process) => rateOf(process, from, end));
		const newcomers = rates.filter((_, index) => (living[index]?.joinedAt ?? 0) > 0);
		return {
			refused: refused / (refused + this.#times.length),
			refusedAtStart,
			perSecond: this.#times.length / ((end - from) / SECOND),
			fairness: fairness(rates),
			newcomer: average(newcomers) / average(rates),
			percentile95: percentile(
				this.#times.sort((a, b) => a - b),
				0.95,
			),
			failed: this.#failed,
			foundAfter: (perSecond) => this.#foundAfter(lastChange ?? 0, end, perSecond),
		};
	}

	get #refused() {
		return sum(this.#processes.map(({ sender }) => sender.refused));
	}

	/** @param {{ join?: number, die?: number }} change */
	#change({ join = 0, die = 0 }) {
		for (const process of this.#processes
			.filter(({ diedAt }) => diedAt === Infinity)
			.slice(0, die)) {
			process.sender.end();
			process.diedAt = this.#events.now;
		}
		for (let count = join; count > 0; count--) this.#join();
	}

	#join() {
		let freeAt = 0;
		const sender = new Sender({
			events: this.#events,
			random: this.#random,
			platform: this.#platform,
			processor: (then) => {
				freeAt = Math.max(freeAt, this.#events.now) + LOOKUP_WORK;
				this.#events.after(freeAt - this.#events.now, then);
			},
			policy: this.#policy,
			ceiling: this.#case.ceiling,
		});
		/** @type {number[]} */
		const answeredAt = [];
		this.#processes.push({ sender, joinedAt: this.#events.now, diedAt: Infinity, answeredAt });
		sender.enter({
			toSend: Infinity,
			again: [],
			retrying: 0,
			done: ({ begunAt }, isAnswered) => {
				if (!isAnswered) {
					this.#failed++;
					return;
				}
				answeredAt.push(this.#events.now);
				this.#times.push(this.#events.now - begunAt);
			},
		});
	}

	/** @param {number} since @param {number} end @param {number} perSecond */
	#foundAfter(since, end, perSecond) {
		const living = this.#processes.filter(({ diedAt }) => diedAt === Infinity);
		for (let from = since; from + FOUND_OVER <= end; from += SECOND) {
			const rates = living.map((process) => rateOf(process, from, from + FOUND_OVER));
			const isFair = Math.min(...rates) >= HALF * average(rates);
			if (isFair && sum(rates) >= NEARLY * perSecond) return from - since;
		}
		return Infinity;
	}
}

/**
 * @param {Process} process one that lived at that time
 * @param {number} from
 * @param {number} to
 * @returns {number} answers in a second of its life between two times
 */
function rateOf({ joinedAt, diedAt, answeredAt }, from, to) {
	const answers = answeredAt.filter((at) => at >= from && at < to).length;
	return answers / ((Math.min(to, diedAt) - Math.max(from, joinedAt)) / SECOND);
}

/**
 * @param {Case} situation
 * @param {import('./policies').Policy} policy
 * @param {number} seed
 */
function contend(situation, policy, seed) {
	return new Contention(situation, policy, seed).run();
}

module.exports = { contend };
