/**
 * A provider's day at its busiest hour, simulated event by event: tenants start executions, n8n's
 * queue gives them to workers, each worker's limiter lets so many requests out, the platform answers
 * or refuses. Nothing of n8n runs.
 */

const { loadRetryPolicy } = require('../load-typescript');
const { chance, sharesOf } = require('./chance');
const { Events } = require('./events');

/**
 * @typedef {object} Plan
 * @property {number} tenants
 * @property {number} lookupsPerHour of all tenants
 * @property {number} lookupsPerExecution
 * @property {number} skew how unequal the tenants are: 0 for equal, 1 for Zipf's law
 * @property {number} shards n8n deployments, each with tenants of its own
 * @property {number} workers of each shard
 * @property {number} executionsPerWorker
 * @property {number} concurrency Max Concurrent Requests
 * @property {boolean} sharedAddress whether all tenants have the same address
 * @property {number} platformLimit requests in flight that the platform takes of each address
 * @property {number} latency of the platform, average, in milliseconds
 * @property {number} lookupWork milliseconds of a worker's processor for one look-up
 * @property {number} executionWork the same for one execution besides its look-ups
 * @property {number} hours
 * @property {number} seed
 *
 * @typedef {object} Outcome
 * @property {number} answered look-ups
 * @property {number} refused requests that the platform refused
 * @property {number} failed look-ups refused at every try
 * @property {number} unfinished executions that have not ended when the time is over
 * @property {number} maxInFlight at one address
 * @property {number} busy share of the time that the workers' processors are busy
 * @property {number[]} waits of the executions until a worker took them, in milliseconds, sorted
 * @property {number[]} durations of the executions from then on, sorted
 *
 * @typedef {{ waiting: Execution[], inFlight: number }} HostLimiter
 * @typedef {{ free: number, busyUntil: number, busy: number, limiters: Map<number, HostLimiter> }} Worker
 * @typedef {{ tenant: number, arrival: number, begun: number, toSend: number, open: number,
 *   again: number[] }} Execution
 */

/** The node's own. */
const { MAX_TRIES, waitAfter } = loadRetryPolicy();
/** The platform does not say for how long it wants to be left alone. */
const REFUSAL = {};

const HOUR_MS = 3_600_000;
/** The platform's answers take from half to one and a half of the average. */
const SPREAD = 0.5;

class Simulation {
	#events = new Events();
	/** @type {Plan} */
	#plan;
	#random;
	/** @type {Worker[][]} by shard */
	#shards;
	/** @type {Execution[][]} by shard */
	#queues;
	/** @type {Map<number, number>} requests in flight by address */
	#inFlight = new Map();
	/** @type {Outcome} */
	#outcome = {
		answered: 0,
		refused: 0,
		failed: 0,
		unfinished: 0,
		maxInFlight: 0,
		busy: 0,
		waits: [],
		durations: [],
	};

	/** @param {Plan} plan */
	constructor(plan) {
		this.#plan = plan;
		this.#random = chance(plan.seed);
		this.#queues = Array.from({ length: plan.shards }, () => []);
		this.#shards = this.#queues.map(() =>
			Array.from({ length: plan.workers }, () => ({
				free: plan.executionsPerWorker,
				busyUntil: 0,
				busy: 0,
				limiters: new Map(),
			})),
		);
	}

	/** @returns {Outcome} */
	run() {
		const { hours, lookupsPerHour, lookupsPerExecution } = this.#plan;
		const perHour = lookupsPerHour / lookupsPerExecution;
		sharesOf(this.#plan.tenants, this.#plan.skew).forEach((share, tenant) => {
			const between = HOUR_MS / (perHour * share);
			this.#events.after(this.#exponential(between), () => this.#arrive(tenant, between));
		});
		this.#events.runUntil(hours * HOUR_MS);
		const outcome = this.#outcome;
		const workers = this.#shards.flat();
		outcome.busy =
			workers.reduce((sum, { busy }) => sum + busy, 0) / (workers.length * hours * HOUR_MS);
		outcome.waits.sort((a, b) => a - b);
		outcome.durations.sort((a, b) => a - b);
		return outcome;
	}

	/** @param {number} average */
	#exponential(average) {
		return -Math.log(1 - this.#random()) * average;
	}

	/**
	 * @param {number} tenant
	 * @param {number} between average time to the tenant's next execution
	 */
	#arrive(tenant, between) {
		const shard = tenant % this.#plan.shards;
		const toSend = this.#plan.lookupsPerExecution;
		const arrival = this.#events.now;
		this.#outcome.unfinished++;
		this.#queues[shard]?.push({ tenant, arrival, begun: 0, toSend, open: toSend, again: [] });
		this.#dispatch(shard);
		this.#events.after(this.#exponential(between), () => this.#arrive(tenant, between));
	}

	/** Gives waiting executions to workers. @param {number} shard */
	#dispatch(shard) {
		const queue = this.#queues[shard] ?? [];
		const workers = this.#shards[shard] ?? [];
		while (queue.length > 0) {
			const worker = workers.reduce((best, each) => (each.free > best.free ? each : best));
			if (worker.free === 0) return;
			const execution = /** @type {Execution} */ (queue.shift());
			worker.free--;
			execution.begun = this.#events.now;
			this.#outcome.waits.push(execution.begun - execution.arrival);
			this.#work(worker, this.#plan.executionWork, () => {
				this.#enter(worker, execution);
			});
		}
	}

	/**
	 * Keeps the one processor of a worker busy, after what it has to do already.
	 *
	 * @param {Worker} worker
	 * @param {number} duration
	 * @param {() => void} then
	 */
	#work(worker, duration, then) {
		const start = Math.max(worker.busyUntil, this.#events.now);
		worker.busyUntil = start + duration;
		worker.busy += duration;
		this.#events.after(worker.busyUntil - this.#events.now, then);
	}

	/** @param {number} tenant */
	#addressOf(tenant) {
		return this.#plan.sharedAddress ? 0 : tenant;
	}

	/** @param {Worker} worker @param {Execution} execution */
	#enter(worker, execution) {
		const address = this.#addressOf(execution.tenant);
		const limiter = worker.limiters.get(address) ?? { waiting: [], inFlight: 0 };
		worker.limiters.set(address, limiter);
		if (!limiter.waiting.includes(execution)) limiter.waiting.push(execution);
		this.#admit(worker, limiter, address);
	}

	/**
	 * Executions take turns; what was refused goes first.
	 *
	 * @param {Worker} worker
	 * @param {HostLimiter} limiter
	 * @param {number} address
	 */
	#admit(worker, limiter, address) {
		while (limiter.inFlight < this.#plan.concurrency) {
			const execution = limiter.waiting.shift();
			if (!execution) return;
			const tries = execution.again.shift() ?? 0;
			if (tries === 0) execution.toSend--;
			if (execution.again.length > 0 || execution.toSend > 0) limiter.waiting.push(execution);
			limiter.inFlight++;
			this.#work(worker, this.#plan.lookupWork, () =>
				this.#send(worker, limiter, address, execution, tries + 1),
			);
		}
	}

	/**
	 * @param {Worker} worker
	 * @param {HostLimiter} limiter
	 * @param {number} address
	 * @param {Execution} execution
	 * @param {number} tries
	 */
	#send(worker, limiter, address, execution, tries) {
		const inFlight = (this.#inFlight.get(address) ?? 0) + 1;
		const isRefused = inFlight > this.#plan.platformLimit;
		const outcome = this.#outcome;
		outcome.maxInFlight = Math.max(outcome.maxInFlight, inFlight);
		if (isRefused) {
			outcome.refused++;
			limiter.inFlight--;
			if (tries < MAX_TRIES) {
				const wait = waitAfter(tries, REFUSAL, this.#random());
				this.#events.after(wait, () => {
					execution.again.push(tries);
					this.#enter(worker, execution);
				});
			} else {
				outcome.failed++;
				this.#close(worker, execution);
			}
			this.#admit(worker, limiter, address);
			return;
		}
		this.#inFlight.set(address, inFlight);
		const latency = this.#plan.latency * (1 - SPREAD + 2 * SPREAD * this.#random());
		this.#events.after(latency, () => {
			this.#inFlight.set(address, (this.#inFlight.get(address) ?? 1) - 1);
			limiter.inFlight--;
			outcome.answered++;
			this.#close(worker, execution);
			this.#admit(worker, limiter, address);
		});
	}

	/** @param {Worker} worker @param {Execution} execution */
	#close(worker, execution) {
		execution.open--;
		if (execution.open > 0) return;
		this.#outcome.durations.push(this.#events.now - execution.begun);
		this.#outcome.unfinished--;
		worker.free++;
		this.#dispatch(execution.tenant % this.#plan.shards);
	}
}

/** @param {Plan} plan @returns {Outcome} */
function simulate(plan) {
	return new Simulation(plan).run();
}

module.exports = { simulate };
