/**
 * A provider's day at its busiest hour, simulated event by event: tenants start executions, n8n's
 * queue gives them to workers, each worker's limiter lets so many requests out, the platform answers
 * or refuses. Nothing of n8n runs.
 */

const { chance, sharesOf } = require('./chance');
const { Events } = require('./events');
const { Platform } = require('./platform');
const { Sender } = require('./sender');

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
 * @property {number} refused requests that the platform turned away
 * @property {number} failed look-ups that were given up
 * @property {number} unfinished executions that have not ended when the time is over
 * @property {number} maxInFlight at one address
 * @property {number} busy share of the time that the workers' processors are busy
 * @property {number[]} waits of the executions until a worker took them, in milliseconds, sorted
 * @property {number[]} durations of the executions from then on, sorted
 *
 * @typedef {{ free: number, busyUntil: number, busy: number, senders: Map<number, Sender> }} Worker
 * @typedef {{ tenant: number, arrival: number, begun: number, open: number }} Execution
 */

const HOUR_MS = 3_600_000;

class Simulation {
	#events = new Events();
	/** @type {Plan} */
	#plan;
	#policy;
	#random;
	/** Of its own, so that with each policy the same executions arrive. */
	#arrivalChance;
	/** @type {Worker[][]} by shard */
	#shards;
	/** @type {Execution[][]} by shard */
	#queues;
	/** @type {Map<number, Platform>} by address */
	#platforms = new Map();
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

	/** @param {Plan} plan @param {import('./policies').Policy} policy */
	constructor(plan, policy) {
		this.#plan = plan;
		this.#policy = policy;
		this.#random = chance(plan.seed);
		this.#arrivalChance = chance(-plan.seed);
		this.#queues = Array.from({ length: plan.shards }, () => []);
		this.#shards = this.#queues.map(() =>
			Array.from({ length: plan.workers }, () => ({
				free: plan.executionsPerWorker,
				busyUntil: 0,
				busy: 0,
				senders: new Map(),
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
		outcome.refused = workers
			.flatMap(({ senders }) => [...senders.values()])
			.reduce((sum, { refused }) => sum + refused, 0);
		outcome.maxInFlight = Math.max(
			...[...this.#platforms.values()].map((each) => each.maxInFlight),
		);
		outcome.waits.sort((a, b) => a - b);
		outcome.durations.sort((a, b) => a - b);
		return outcome;
	}

	/** @param {number} average */
	#exponential(average) {
		return -Math.log(1 - this.#arrivalChance()) * average;
	}

	/**
	 * @param {number} tenant
	 * @param {number} between average time to the tenant's next execution
	 */
	#arrive(tenant, between) {
		const shard = tenant % this.#plan.shards;
		const arrival = this.#events.now;
		const open = this.#plan.lookupsPerExecution;
		this.#outcome.unfinished++;
		this.#queues[shard]?.push({ tenant, arrival, begun: 0, open });
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

	/** @param {number} address */
	#platformOf(address) {
		const { platformLimit: places, latency } = this.#plan;
		const known = this.#platforms.get(address);
		const platform = known ?? new Platform(this.#events, this.#random, { places, latency });
		this.#platforms.set(address, platform);
		return platform;
	}

	/** @param {Worker} worker @param {number} address */
	#senderOf(worker, address) {
		const known = worker.senders.get(address);
		if (known) return known;
		const sender = new Sender({
			events: this.#events,
			random: this.#random,
			platform: this.#platformOf(address),
			processor: (then) => this.#work(worker, this.#plan.lookupWork, then),
			policy: this.#policy,
			ceiling: this.#plan.concurrency,
		});
		worker.senders.set(address, sender);
		return sender;
	}

	/** @param {Worker} worker @param {Execution} execution */
	#enter(worker, execution) {
		this.#senderOf(worker, this.#addressOf(execution.tenant)).enter({
			toSend: execution.open,
			again: [],
			retrying: 0,
			done: (_request, isAnswered) => {
				if (isAnswered) this.#outcome.answered++;
				else this.#outcome.failed++;
				this.#close(worker, execution);
			},
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

/** @param {Plan} plan @param {import('./policies').Policy} policy @returns {Outcome} */
function simulate(plan, policy) {
	return new Simulation(plan, policy).run();
}

module.exports = { simulate };
