/** What both services of the platform share: data, switches, and the book of what arrived. */
import { makeData, type DataMakers, type SimulatorData } from './data';
import {
	DEFAULT_BEHAVIOUR,
	type Behaviour,
	type Fault,
	type ServiceName,
	type SimulatorOptions,
} from './options';
import { later } from './later';
import type { Push, PushSettings } from './pushed';
import { TokenDesk } from './tokens';

/** The route of requests to paths that are no interface. */
export const UNKNOWN_ROUTE = 'unknown';

/** A request that arrived. */
export interface RecordedRequest {
	service: ServiceName;
	/** The operationId of the interface; `unknown` for a path that is none. */
	route: string;
	method: string;
	path: string;
	query: Record<string, string>;
	headers: Record<string, string | string[] | undefined>;
	/** As received. */
	body: string;
	/** HTTP status of the answer; 0 while there is none. */
	status: number;
	/** Epoch milliseconds of its arrival. */
	at: number;
}

/** Requests at once, of a service or a route. */
export interface FlightStats {
	inFlight: number;
	maxInFlight: number;
}

/** Counts since the start, or the last reset. */
export interface SimulatorStats {
	services: Record<ServiceName, FlightStats>;
	/** By route, as in countsByRoute. */
	routes: Record<string, FlightStats>;
	tokenRequests: number;
	/** Requests that the firewall refused because too many were in flight. */
	overloads: number;
	requests: number;
	countsByRoute: Record<string, number>;
}

function emptyStats(): SimulatorStats {
	return {
		services: {
			fabric: { inFlight: 0, maxInFlight: 0 },
			isales: { inFlight: 0, maxInFlight: 0 },
			storage: { inFlight: 0, maxInFlight: 0 },
		},
		routes: {},
		tokenRequests: 0,
		overloads: 0,
		requests: 0,
		countsByRoute: {},
	};
}

export abstract class Platform {
	data: SimulatorData;

	behaviour: Behaviour = { ...DEFAULT_BEHAVIOUR };

	requests: RecordedRequest[] = [];

	stats = emptyStats();

	tokens = new TokenDesk();

	/** Address of the storage that recordings are fetched from. */
	storageUrl = '';

	/** Mistakes of the simulator: what it sent and does not fit `openapi/`. A reset does not hide them. */
	misfits: string[] = [];

	private lastRequests = new Map<string, number>();

	private serial = 0;

	private demanded: Fault[] = [];

	private ending = new AbortController();

	private readonly toBePushed = new Set<() => void>();

	/** @param routes what faults may be meant for: operationIds of interfaces */
	constructor(
		readonly options: SimulatorOptions,
		private readonly dataMakers: DataMakers,
		private readonly routes: string[],
	) {
		this.data = makeData(dataMakers, options);
	}

	/**
	 * Pushes something to a customer's address.
	 *
	 * @param callback operationId of what is pushed
	 * @throws when there is nothing to push
	 */
	abstract push(callback: string, url: string, asked?: PushSettings): Promise<Push[]>;

	/** The same after a while, unless there is a reset before; nobody waits for it. */
	pushAfter(milliseconds: number, ...what: Parameters<Platform['push']>): void {
		const forget = later(milliseconds, () => {
			this.toBePushed.delete(forget);
			// An address that nobody listens to is the customer's business.
			this.push(...what).catch(() => {});
		});
		this.toBePushed.add(forget);
	}

	/** Ends what is being pushed, with a reset or when the platform stops. */
	get signal(): AbortSignal {
		return this.ending.signal;
	}

	/** Nothing is pushed any more that was to be, neither for the first time nor again. */
	forgetPushes(): void {
		this.ending.abort();
		this.ending = new AbortController();
		for (const forget of this.toBePushed) forget();
		this.toBePushed.clear();
	}

	/** Faults that are still to come. */
	get faults(): Fault[] {
		return this.demanded;
	}

	/** @throws when one is meant for an interface that does not exist */
	set faults(faults: Fault[]) {
		const known = [...this.routes, UNKNOWN_ROUTE];
		const stray = faults.find(({ route }) => route !== undefined && !known.includes(route));
		if (stray) throw new Error(`openapi/ has no interface ${stray.route}`);
		this.demanded = faults;
	}

	/** Epoch milliseconds of the platform's clock. */
	get now(): number {
		return Date.now() + this.behaviour.clockOffsetSeconds * 1000;
	}

	/** A number that was not given out since the start, for the ids of new things. */
	nextSerial(): number {
		return ++this.serial;
	}

	/**
	 * Whether something is asked for too soon after the last time, which counts as a time, too.
	 *
	 * @param what interface and subject
	 * @param gapMs how long it must be left alone; 0 for no time at all
	 */
	isTooSoon(what: string, gapMs: number): boolean {
		const at = Date.now();
		const last = this.lastRequests.get(what) ?? -Infinity;
		this.lastRequests.set(what, Math.max(last, at));
		return gapMs > 0 && at - last < gapMs;
	}

	/** Everything as at the start. Requests in flight stay counted. */
	reset(): void {
		this.forgetPushes();
		const { services } = this.stats;
		const routes = Object.fromEntries(
			Object.entries(this.stats.routes).filter(([, { inFlight }]) => inFlight > 0),
		);
		this.data = makeData(this.dataMakers, this.options);
		this.behaviour = { ...DEFAULT_BEHAVIOUR };
		this.faults = [];
		this.requests = [];
		this.stats = { ...emptyStats(), services, routes };
		for (const entry of [...Object.values(services), ...Object.values(routes)]) {
			entry.maxInFlight = entry.inFlight;
		}
		this.tokens = new TokenDesk();
		this.lastRequests = new Map();
		this.serial = 0;
	}

	/** The fault that hits a request, counted as one hit. */
	takeFault(service: ServiceName, route: string): Fault | undefined {
		for (const fault of this.faults) {
			if (fault.service && fault.service !== service) continue;
			if (fault.route && fault.route !== route) continue;
			if ((fault.skip ?? 0) > 0) {
				fault.skip = (fault.skip ?? 0) - 1;
				continue;
			}
			const times = fault.times ?? 1;
			if (times < 0) continue;
			if (times > 0) fault.times = times === 1 ? -1 : times - 1;
			return fault;
		}
		return undefined;
	}
}
